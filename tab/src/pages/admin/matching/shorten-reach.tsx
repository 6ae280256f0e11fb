import type { BoardHelp } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { OfferButton } from './offer-button.js';

type ShortenReachProps = { readonly round: RoundOverview; readonly reach: BoardHelp['reach']; readonly done: boolean };

/** Shortens the reach of all who are named, recorded with name and day: the people partner's decision (CP-24a). Undo brings back what was. */
export const ShortenReach = ({ round, reach, done }: ShortenReachProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const decide = useChange(routes.decideReach, { answers: keys.overview(round.id), outdates: [keys.board(round.id)] });
  const params = { roundId: round.id };
  if (!round.viewerIsPeoplePartner && !done) return <strong>{t('tab.reach.onlyPartner')}</strong>;
  const shorten = (close: () => void): void => {
    const before = reach.map(({ person }) => ({
      personId: person.id,
      levels: round.reach.find((one) => one.person.id === person.id)?.levels ?? null,
    }));
    const undo = (): void =>
      decide.mutate(
        { params, body: { decisions: before } },
        { onSuccess: () => feedback.done(t('tab.reach.takenBack')), onError: feedback.failed },
      );
    const onSuccess = (): void => {
      close();
      feedback.done(t('tab.reach.shortened'), undo);
    };
    decide.mutate({ params, body: { decisions: reach.map(({ person, levels }) => ({ personId: person.id, levels })) } }, { onSuccess });
  };
  return (
    <OfferButton
      done={done}
      act={t('tab.reach.shorten')}
      title={t('tab.reach.shortenTitle')}
      running={decide.isPending}
      error={decide.error}
      onAct={shorten}
      onClose={decide.reset}
    >
      <ul className={house.bullets}>
        {reach.map(({ person, levels, partners }) => (
          <li key={person.id}>
            {t('tab.reach.shortenOne', {
              ...{ decision: t('tab.reach.decision', { name: person.name, levels: t('tab.reach.levels', { count: levels }) }) },
              ...{ partners: list(partners.map(({ name }) => name)), count: partners.length },
            })}
          </li>
        ))}
      </ul>
      <p className={house.prose}>{t('tab.reach.shortenText')}</p>
      <p className={house.prose}>{t('tab.reach.shortenNext')}</p>
    </OfferButton>
  );
};
