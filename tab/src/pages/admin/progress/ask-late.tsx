import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PersonSearch } from '../people/person-search.js';

type ConfirmProps = { readonly roundId: string; readonly person: Named; readonly onDone: () => void; readonly onClose: () => void };

const ConfirmAsking = ({ roundId, person, onDone, onClose }: ConfirmProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const asking = useChange(routes.askLate, {
    answers: keys.progress(roundId),
    outdates: [keys.overview(roundId), keys.people(roundId), keys.me],
  });
  const onSuccess = (): void => {
    feedback.done(t('tab.progress.late.done', { name: person.name }));
    onDone();
  };
  return (
    <ConfirmDialog
      open
      title={t('tab.progress.late.dialog', { name: person.name })}
      confirm={t('tab.progress.late.do')}
      running={asking.isPending}
      onConfirm={() => asking.mutate({ params: { roundId }, body: { personId: person.id } }, { onSuccess })}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.progress.late.dialogText')}</p>
      {asking.error !== null && <FaultBar fault={asking.error} />}
    </ConfirmDialog>
  );
};

/** Asks one more person of the directory to join a round under way; what becomes of them afterwards stands on the matching board. */
export const AskLate = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [person, setPerson] = useState<Named | null>(null);
  const [asking, setAsking] = useState(false);
  const done = (): void => {
    setAsking(false);
    setPerson(null);
  };
  return (
    <Section title={t('tab.progress.late.title')}>
      <p className={house.prose}>{t('tab.progress.late.text')}</p>
      <p className={house.prose}>{t('tab.progress.late.then')}</p>
      <PersonSearch label={t('tab.progress.late.who')} reads={t('tab.progress.late.reads')} chosen={person} onChoose={setPerson} />
      <div className={house.actions}>
        <DoButton appearance="secondary" whyNot={person === null ? t('tab.progress.late.why') : null} onClick={() => setAsking(true)}>
          {t('tab.progress.late.do')}
        </DoButton>
      </div>
      {asking && person !== null && <ConfirmAsking roundId={roundId} person={person} onDone={done} onClose={() => setAsking(false)} />}
    </Section>
  );
};
