import type { Functions } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { Link } from 'wouter';
import { useFeedback } from '../../../components/feedback.js';
import { useFunctions } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { groupsWithout } from '../people/function-groups.js';
import { OfferButton } from './offer-button.js';

type KnownFunctions = ReturnType<typeof Functions.parse>;
type SplitFunctionProps = { readonly roundId: string; readonly departments: readonly string[]; readonly done: boolean };
type SplittingProps = SplitFunctionProps & { readonly functions: KnownFunctions };

const useGrouping = (roundId: string) => useChange(routes.saveFunctions, { answers: keys.functions, outdates: [keys.round(roundId)] });

const Splitting = ({ roundId, departments, done, functions }: SplittingProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const save = useGrouping(roundId);
  const act = (close: () => void): void => {
    const undo = (): void =>
      save.mutate(
        { body: { groups: functions.groups } },
        { onSuccess: () => feedback.done(t('tab.split.takenBack')), onError: feedback.failed },
      );
    const onSuccess = (): void => {
      close();
      feedback.done(t('tab.split.done'), undo);
    };
    save.mutate({ body: { groups: groupsWithout(functions, departments) } }, { onSuccess });
  };
  return (
    <OfferButton
      done={done}
      act={t('tab.split.do')}
      title={t('tab.split.title')}
      running={save.isPending}
      error={save.error}
      onAct={act}
      onClose={save.reset}
    >
      <ul className={house.bullets}>
        {departments.map((department) => (
          <li key={department}>{department}</li>
        ))}
      </ul>
      <p className={house.prose}>{t('tab.split.text')}</p>
      <p className={house.prose}>{t('tab.split.next')}</p>
    </OfferButton>
  );
};

const isGrouped = (functions: KnownFunctions, departments: readonly string[]): boolean =>
  JSON.stringify(groupsWithout(functions, departments)) !== JSON.stringify(groupsWithout(functions, []));

/** What can be done about it is settled as it first stands there: done here, it stays to say so, with the way back. */
const Known = (props: SplittingProps) => {
  const { t } = useWords();
  const { roundId, departments, done, functions } = props;
  const [able] = useState(() => isGrouped(functions, departments));
  if (able || done) return <Splitting {...props} />;
  return <Link to={`/admin/${encodeURIComponent(roundId)}/organisation`}>{t('tab.board.help.organisation')}</Link>;
};

/**
 * Counts departments that were gathered as functions of their own, for all rounds; undo gathers them again. Where people were given
 * their function one by one, the way leads to where that is done.
 */
export const SplitFunction = (props: SplitFunctionProps) => {
  const { data } = useFunctions();
  return data === undefined ? null : <Known {...props} functions={data} />;
};
