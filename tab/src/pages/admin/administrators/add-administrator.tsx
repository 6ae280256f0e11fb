import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PersonSearch } from '../people/person-search.js';

/** Names somebody from the directory, who is then told in their chats. */
export const AddAdministrator = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [person, setPerson] = useState<Named | null>(null);
  const naming = useChange(routes.addAdministrator, { answers: keys.overview(round.id) });
  const already = person !== null && round.administrators.some(({ id }) => id === person.id);
  const why = (): string | null => {
    if (person === null) return t('tab.administrators.add.why.nobody');
    return already ? t('tab.administrators.add.why.already', { name: person.name }) : null;
  };
  const choose = (chosen: Named): void => {
    naming.reset();
    setPerson(chosen);
  };
  const name = (): void => {
    if (person === null) return;
    const onSuccess = (): void => {
      feedback.done(t('tab.administrators.added', { name: person.name }));
      setPerson(null);
    };
    naming.mutate({ params: { roundId: round.id }, body: { personId: person.id } }, { onSuccess });
  };
  return (
    <Section title={t('tab.administrators.add.title')}>
      <p className={house.prose}>{t('tab.administrators.add.text')}</p>
      <PersonSearch
        label={t('tab.administrators.add.person')}
        explanation={t('tab.administrators.add.personText')}
        reads={t('tab.reads.administrators')}
        chosen={person}
        onChoose={choose}
      />
      {naming.error !== null && <FaultBar fault={naming.error} />}
      <div className={house.actions}>
        <DoButton whyNot={why()} running={naming.isPending} onClick={name}>
          {t('tab.administrators.add')}
        </DoButton>
      </div>
    </Section>
  );
};
