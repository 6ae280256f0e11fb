import { coachesFields, longestCoachesText, noCoachesWords } from '@coaching-pairs/shared/engagement/coaches-note';
import { instant } from '@coaching-pairs/shared/ids';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DraftForm } from './draft-form.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const Written = ({ engagement: { coachesNote: note } }: OfEngagement) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const filled = coachesFields.filter((field) => note !== null && note[field] !== '');
  if (note === null || filled.length === 0) return <p className={house.prose}>{t('tab.twoTwo.coaches.none')}</p>;
  return (
    <>
      <dl className={house.stack} style={{ margin: 0 }}>
        {filled.map((field) => (
          <div key={field}>
            <dt className={house.small}>{t(`tab.twoTwo.coaches.${field}`)}</dt>
            <dd className={house.prose}>{note[field]}</dd>
          </div>
        ))}
      </dl>
      <p className={house.small} style={{ margin: 0 }}>
        {t('tab.twoTwo.coaches.by', { name: note.savedBy.name, when: words.dateTime(instant(note.savedAt), zone) })}
      </p>
    </>
  );
};

const Writing = ({ engagement, reads, onClose }: OfEngagement & { readonly reads: string; readonly onClose: () => void }) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { id, coachesNote: note } = engagement;
  const { make, running, fault } = useChanging(id);
  return (
    <DraftForm
      title={t('tab.twoTwo.coaches.write')}
      text={t('tab.twoTwo.coaches.noSecrets')}
      reads={reads}
      fields={coachesFields.map((name) => ({ name, label: t(`tab.twoTwo.coaches.${name}`), hint: t(`tab.twoTwo.coaches.${name}.hint`) }))}
      most={longestCoachesText}
      standing={note ?? noCoachesWords}
      version={note?.version ?? 0}
      savedBy={note?.savedBy.name ?? null}
      mayBeEmpty
      running={running}
      fault={fault}
      onSave={({ opens, watches, handOver, debrief }) =>
        make({ kind: 'write-coaches-note', base: note?.version ?? 0, opens, watches, handOver, debrief }, () => {
          feedback.done(t('tab.twoTwo.saved'));
          onClose();
        })
      }
      onClose={onClose}
    />
  );
};

/** What the two coaches settle between them, and nobody else reads: no place for what a client told one of them alone. */
export const CoachesSection = ({ engagement }: OfEngagement) => {
  const { words, userId } = useSession();
  const { t } = words;
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const { party, state, holdings, coachesNote } = engagement;
  const other = holdings.find(({ coach }) => coach.id !== userId)?.coach;
  const isOver = state === 'closed';
  if (party !== 'coach' || other === undefined || (isOver && coachesNote === null)) return null;
  const reads = t('tab.twoTwo.coaches.reads', { name: other.name });
  return (
    <Section title={t('tab.twoTwo.coaches.title')}>
      <WhoReads text={reads} />
      {writing && !isOver ? (
        <Writing engagement={engagement} reads={reads} onClose={() => setWriting(false)} />
      ) : (
        <>
          <p className={house.prose}>{t('tab.twoTwo.coaches.noSecrets')}</p>
          <Written engagement={engagement} />
          {!isOver && (
            <div className={house.actions}>
              <Button onClick={() => setWriting(true)}>{t('tab.twoTwo.coaches.write')}</Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
};
