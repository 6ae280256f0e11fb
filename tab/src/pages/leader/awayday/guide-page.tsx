import { feedbackMinutes } from '@coaching-pairs/shared/awayday/agenda';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { AskedPage } from '../../../components/asked-page.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { hasAwayday, useMyFeedback } from '../awayday-names/use-names.js';
import { FeedbackParts } from './feedback-parts.js';
import { FeedbackTimer } from './feedback-timer.js';
import { MySheet } from './my-sheet.js';

/** As long as the agenda gives it; about 45 minutes where it says nothing. */
const minutesOf = (round: MyRound | undefined): number =>
  round?.awayday?.agenda.find(({ kind }) => kind === 'feedback')?.minutes ?? feedbackMinutes;

/** How many they are, as soon as that is announced to me; two where it is not known. */
const usePeople = (round: MyRound | undefined): number => {
  const { data } = useMyFeedback(round?.id ?? '', round !== undefined && hasAwayday(round));
  return data?.group?.length === 2 ? 3 : 2;
};

const Minutes = ({ roundId, round }: { readonly roundId: string; readonly round: MyRound | undefined }) => {
  const house = useHouse();
  const people = usePeople(round);
  return (
    <div className={house.parts}>
      <FeedbackTimer roundId={roundId} minutes={minutesOf(round)} people={people} />
      <FeedbackParts wasInAPair={round === undefined || round.answer === 'joined'} />
      <MySheet />
    </div>
  );
};

/** The forty-five minutes in feedback pairs: the time shared equally, what each turn is made of, and one's own sheet at hand (CP-83). */
export const GuidePage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useMe();
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('awayday.guide.title')} lead={t('awayday.guide.lead')} back={back} asked={asked}>
      {({ rounds }) => <Minutes roundId={roundId} round={rounds.find(({ id }) => id === roundId)} />}
    </AskedPage>
  );
};
