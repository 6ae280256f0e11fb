import { termsOf, termsVersion } from '@coaching-pairs/shared/engagement/terms';
import { instant } from '@coaching-pairs/shared/ids';
import type { SponsorView } from '@coaching-pairs/shared/wire/engagement';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { BackLink } from '../../../components/asked-page.js';
import { AskedView } from '../../../components/asked-view.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useChange } from '../../../data/use-change.js';
import { Refusal } from '../../../refusal.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNoneOfMine, NoneOfMine } from '../nothing-here.js';
import { SummaryWords } from './summary-words.js';
import { engagementKeys, useEngagements, useSponsorView } from './use-engagement.js';

type OfSponsor = { readonly engagementId: string };
type Stage = NonNullable<ReturnType<typeof useEngagements>['data']>['engagements'][number]['stage'];

/** What a sponsor is told, and what never, said before they accept anything. */
const WhatYouSee = () => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.twoTwo.sponsor.sees')}>
      <ul className={house.bullets}>
        {(['active', 'count', 'summary', 'never'] as const).map((line) => (
          <li key={line}>{t(`tab.twoTwo.sponsor.sees.${line}`)}</li>
        ))}
      </ul>
    </Section>
  );
};

/** Both terms of a sponsor, each with its own tick; only that opens the page (TT-33). */
const Terms = ({ engagementId, stage }: OfSponsor & { readonly stage: Stage }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const accepting = useChange(routes.acceptAsSponsor, {
    answers: engagementKeys.sponsor(engagementId),
    onDone: () => feedback.done(t('tab.twoTwo.sponsor.accepted')),
  });
  const whyNot = termsOf.sponsor.every((term) => ticked.includes(term)) ? null : t('tab.twoTwo.sponsor.why');
  if (stage === 'enquiry' || stage === 'over')
    return (
      <div className={house.card}>
        <p className={house.prose}>{t(`tab.twoTwo.sponsor.${stage}`)}</p>
      </div>
    );
  const accept = (): void => {
    if (whyNot === null) accepting.mutate({ params: { engagementId }, body: { terms: termsVersion } });
  };
  return (
    <Section title={t('tab.twoTwo.sponsor.terms')} accent>
      <p className={house.prose}>{t('tab.twoTwo.sponsor.terms.text')}</p>
      <div className={house.tight}>
        {termsOf.sponsor.map((term) => (
          <Checkbox
            key={term}
            label={t(`twoTwo.terms.sponsor.${term}`)}
            checked={ticked.includes(term)}
            onChange={(_event, { checked }) => setTicked(checked === true ? [...ticked, term] : ticked.filter((one) => one !== term))}
          />
        ))}
      </div>
      {accepting.error !== null && <FaultBar fault={accepting.error} />}
      <div className={house.actions}>
        <DoButton whyNot={whyNot} running={accepting.isPending} onClick={accept}>
          {t('tab.twoTwo.sponsor.accept')}
        </DoButton>
      </div>
    </Section>
  );
};

/** All that there is for a sponsor: whether it is active, how many sessions are planned, and the summary that both clients approved. */
const Seen = ({ view, stage }: { readonly view: SponsorView; readonly stage: Stage }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const { active, sessions, held, summary, acceptedAt } = view;
  const state = active ? 'active' : stage === 'over' ? 'over' : 'starting';
  return (
    <>
      <Section title={t('tab.twoTwo.sponsor.standing')}>
        <p className={house.prose}>{t(`tab.twoTwo.sponsor.is.${state}`)}</p>
        <p className={house.prose}>
          {sessions === null
            ? t('tab.twoTwo.sponsor.sessions.open')
            : `${t('tab.twoTwo.sponsor.sessions', { count: sessions })} ${t('tab.twoTwo.sponsor.held', { count: held })}`}
        </p>
      </Section>
      <Section title={t('tab.twoTwo.sponsor.summary')}>
        {summary === null ? (
          <p className={house.prose}>{t('tab.twoTwo.sponsor.summary.none')}</p>
        ) : (
          <>
            <p className={house.prose}>{t('tab.twoTwo.sponsor.summary.since', { date: dateAt(instant(summary.at), zone) })}</p>
            <SummaryWords words={summary} />
          </>
        )}
      </Section>
      <Section title={t('tab.twoTwo.sponsor.terms.yours')}>
        <ul className={house.bullets}>
          {termsOf.sponsor.map((term) => (
            <li key={term}>{t(`twoTwo.terms.sponsor.${term}`)}</li>
          ))}
        </ul>
        <p className={house.small} style={{ margin: 0 }}>
          {t('tab.twoTwo.sponsor.acceptedOn', { date: dateAt(instant(acceptedAt), zone) })}
        </p>
      </Section>
    </>
  );
};

const isTermsFirst = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'two-two-terms-first';

/** The sponsor's own page of an engagement: their terms first, then what is for them, and nothing of what the four share (TT-33, TT-61). */
export const SponsorPage = ({ engagementId }: OfSponsor) => {
  const { t, list } = useWords();
  const house = useHouse();
  const mine = useEngagements().data?.engagements.find(({ id }) => id === engagementId);
  const asked = useSponsorView(engagementId);
  if (isNoneOfMine(asked.error)) return <NoneOfMine />;
  const stage: Stage = mine?.stage ?? 'starting';
  const names = list((mine?.clients ?? asked.data?.clients ?? []).map(({ name }) => name));
  const back = { to: '/2-2/engagements', children: t('tab.twoTwo.engagements.title') };
  return (
    <Page
      title={names === '' ? t('tab.twoTwo.nav') : t('tab.twoTwo.engagement.title', { names })}
      lead={t('tab.twoTwo.engagements.as.sponsor')}
      above={<BackLink {...back} />}
    >
      <div className={house.parts}>
        {asked.data === undefined && isTermsFirst(asked.error) ? (
          <Terms engagementId={engagementId} stage={stage} />
        ) : (
          <AskedView asked={asked}>{(view) => <Seen view={view} stage={stage} />}</AskedView>
        )}
        <WhatYouSee />
      </div>
    </Page>
  );
};
