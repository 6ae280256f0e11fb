import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { BackLink } from '../../../components/asked-page.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { BeforeText } from './before-text.js';
import { type As, type EnquiryDraft, emptyDraft, enquiryOf } from './enquiry-draft.js';
import { AsWhat, Dyad, Sponsor, TheTwo } from './enquiry-fields.js';
import { engagementKeys } from './use-engagement.js';

/** Where somebody comes from and goes back to. */
const placeOf = (as: As) =>
  as === 'coordinator'
    ? ({ to: '/2-2/coordinator/engagements', title: 'tab.twoTwo.coordinating.title' } as const)
    : ({ to: '/2-2/engagements', title: 'tab.twoTwo.engagements.title' } as const);

/** What whom is told, before it is sent. */
const whoLearns = ({ as, withSponsor }: EnquiryDraft) =>
  [
    as === 'client' ? 'other' : 'both',
    ...(as !== 'sponsor' && withSponsor ? (['sponsor'] as const) : []),
    ...(as === 'coordinator' ? [] : (['coordinator'] as const)),
    'nobody',
    as === 'client' ? 'yes' : 'yesses',
  ] as const;

/** Asks once more, as others learn of it, and sends it. */
const Send = ({ draft }: { readonly draft: EnquiryDraft }) => {
  const { t } = useWords();
  const { userId } = useSession();
  const house = useHouse();
  const feedback = useFeedback();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const enquiry = enquiryOf(draft, userId);
  const onDone = (): void => {
    feedback.done(t(draft.as === 'client' ? 'tab.twoTwo.enquiry.done' : 'tab.twoTwo.enquiry.done.other'));
    go(placeOf(draft.as).to);
  };
  const sending = useChange(routes.enquire, { outdates: [engagementKeys.all], onDone });
  const names = [draft.one, draft.other].flatMap((one) => (one === null ? [] : [one.name]));
  return (
    <div className={house.actions}>
      <DoButton
        whyNot={enquiry.gap === null ? null : t(`tab.twoTwo.enquiry.why.${enquiry.gap}`)}
        onClick={() => enquiry.gap === null && setAsking(true)}
      >
        {t('tab.twoTwo.enquiry.send')}
      </DoButton>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.enquiry.ask')}
        confirm={t('tab.twoTwo.enquiry.send')}
        running={sending.isPending}
        onConfirm={() => enquiry.gap === null && sending.mutate({ body: enquiry.sent })}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          {whoLearns(draft).map((line) => (
            <li key={line}>{t(`tab.twoTwo.enquiry.learns.${line}`, { names: names.join(', '), sponsor: draft.sponsor?.name ?? '' })}</li>
          ))}
        </ul>
        {sending.error !== null && <FaultBar fault={sending.error} />}
      </ConfirmDialog>
    </div>
  );
};

/** An enquiry for two leaders, by one of them, by who sponsors them, or by a coordinator (TT-03, TT-04, TT-10, TT-63). */
export const EnquirePage = ({ asCoordinator = false }: { readonly asCoordinator?: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const [draft, setDraft] = useState(emptyDraft(asCoordinator ? 'coordinator' : 'client'));
  const put = (next: Partial<EnquiryDraft>) => setDraft({ ...draft, ...next });
  const { to, title } = placeOf(draft.as);
  return (
    <Page title={t('tab.twoTwo.enquire')} lead={t('tab.twoTwo.enquiry.lead')} above={<BackLink to={to}>{t(title)}</BackLink>}>
      <div className={house.parts}>
        <Section title={t('tab.twoTwo.enquiry.who')}>
          {!asCoordinator && <AsWhat draft={draft} put={put} />}
          <TheTwo draft={draft} put={put} />
          <Dyad draft={draft} put={put} />
          <Sponsor draft={draft} put={put} />
        </Section>
        <Section title={t('tab.twoTwo.enquiry.read')}>
          <BeforeText parts={['free', 'whatItIs', 'notThis', 'elsewhere', 'limits', 'whoSees']} />
          <Send draft={draft} />
        </Section>
      </div>
    </Page>
  );
};
