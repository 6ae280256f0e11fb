import { longestSummary } from '@coaching-pairs/shared/engagement/summary';
import { instant } from '@coaching-pairs/shared/ids';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DraftForm } from './draft-form.js';
import { SummaryWords } from './summary-words.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const fields = ['observations', 'takeAways'] as const;

const Writing = ({ engagement, onClose }: OfEngagement & { readonly onClose: () => void }) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { draft, released } = engagement.summary;
  const { make, running, fault } = useChanging(engagement.id);
  const base = Math.max(draft?.version ?? 0, released?.version ?? 0);
  return (
    <DraftForm
      title={t(draft === null ? 'tab.twoTwo.summary.write' : 'tab.twoTwo.summary.anew')}
      text={t('tab.twoTwo.summary.write.text')}
      reads={t('twoTwo.audience.summary')}
      fields={fields.map((name) => ({ name, label: t(`tab.twoTwo.summary.${name}`), hint: t(`tab.twoTwo.summary.${name}.hint`) }))}
      most={longestSummary}
      standing={draft ?? released ?? { observations: '', takeAways: '' }}
      version={base}
      savedBy={draft?.by.name ?? null}
      running={running}
      fault={fault}
      onSave={({ observations, takeAways }) =>
        make({ kind: 'word-summary', base, observations, takeAways }, () => {
          feedback.done(t('tab.twoTwo.summary.written'));
          onClose();
        })
      }
      onClose={onClose}
    />
  );
};

/** A client's own yes to exactly these words, or their yes taken back while it has not gone out (TT-62). */
const Approving = ({ engagement, sponsor }: OfEngagement & { readonly sponsor: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(engagement.id);
  const { draft } = engagement.summary;
  if (draft === null) return null;
  const approve = (): void =>
    make({ kind: 'approve-summary', version: draft.version }, () => {
      setAsking(false);
      feedback.done(t('tab.twoTwo.summary.approved'));
    });
  const takeBack = (): void => make({ kind: 'take-back-approval' }, () => feedback.done(t('tab.twoTwo.summary.takenBack')));
  return (
    <>
      <p className={house.prose}>{t(draft.mine ? 'tab.twoTwo.summary.mine' : 'tab.twoTwo.summary.asked', { sponsor })}</p>
      {fault !== null && !asking && <FaultBar fault={fault} />}
      <div className={house.actions}>
        {draft.mine ? (
          <Button disabledFocusable={running} onClick={takeBack}>
            {t('tab.twoTwo.summary.takeBack')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => setAsking(true)}>
            {t('tab.twoTwo.summary.approve')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.twoTwo.summary.approve.title')}
        confirm={t('tab.twoTwo.summary.approve')}
        running={running}
        onConfirm={approve}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.twoTwo.summary.approve.text', { sponsor })}</p>
        <SummaryWords words={draft} />
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

const Draft = ({ engagement, sponsor }: OfEngagement & { readonly sponsor: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const { summary, party, state } = engagement;
  const mayChange = state === 'active' || state === 'closing';
  if (writing && mayChange) return <Writing engagement={engagement} onClose={() => setWriting(false)} />;
  return (
    <>
      {summary.draft !== null && (
        <div className={house.stack}>
          <h3 className={house.subheading}>{t('tab.twoTwo.summary.draft', { name: summary.draft.by.name })}</h3>
          <SummaryWords words={summary.draft} />
          {!mayChange && <p className={house.prose}>{t('tab.twoTwo.summary.stayed')}</p>}
          {mayChange && party === 'client' && <Approving engagement={engagement} sponsor={sponsor} />}
          {mayChange && party === 'coach' && <p className={house.prose}>{t('tab.twoTwo.summary.waits')}</p>}
        </div>
      )}
      {mayChange && party === 'coach' && (
        <div className={house.actions}>
          <Button onClick={() => setWriting(true)}>
            {t(summary.draft === null ? 'tab.twoTwo.summary.write' : 'tab.twoTwo.summary.anew')}
          </Button>
        </div>
      )}
    </>
  );
};

/** What the sponsor is told in words: worded by the coaches, and read by the sponsor once both clients approved exactly that (TT-62). */
export const SummarySection = ({ engagement }: OfEngagement) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const { sponsor, summary, state } = engagement;
  const { draft, released } = summary;
  const isEarly = state !== 'active' && state !== 'closing' && draft === null && released === null;
  if (sponsor === null || isEarly) return null;
  return (
    <Section title={t('tab.twoTwo.summary.title', { sponsor: sponsor.name })}>
      <p className={house.prose}>{t('tab.twoTwo.summary.text', { sponsor: sponsor.name })}</p>
      <WhoReads text={t('twoTwo.audience.summary')} />
      {draft === null && released === null && <p className={house.prose}>{t('tab.twoTwo.summary.none')}</p>}
      <Draft engagement={engagement} sponsor={sponsor.name} />
      {released !== null && (
        <div className={house.stack}>
          <h3 className={house.subheading}>
            {t('tab.twoTwo.summary.released', { sponsor: sponsor.name, date: words.dateAt(instant(released.at), zone) })}
          </h3>
          <SummaryWords words={released} />
        </div>
      )}
    </Section>
  );
};
