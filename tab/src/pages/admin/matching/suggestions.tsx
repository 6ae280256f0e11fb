import { plainDate } from '@coaching-pairs/shared/ids';
import { takesMatches } from '@coaching-pairs/shared/round/round';
import type { BoardSuggestion } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { PairList } from '../../../components/pair-list.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** How a suggestion stands, in a sentence or two. */
const useNote = () => {
  const { t, date } = useWords();
  return ({ by, nominee, needsTap, answerBy }: BoardSuggestion): string => {
    const from = t('tab.suggestions.from', { by: by.name, nominee: nominee.name });
    const now = needsTap
      ? t('tab.suggestions.needsTap', { functionName: by.functionName ?? '', nominee: nominee.name })
      : t('tab.suggestions.asked', { nominee: nominee.name });
    const note = `${from} ${now}`;
    return answerBy === null ? note : t('tab.suggestions.until', { note, date: date(plainDate(answerBy)) });
  };
};

type TapProps = { readonly roundId: string; readonly suggestion: BoardSuggestion };

/** One tap: the one who is named is asked, or not (CP-31). */
const Tap = ({ roundId, suggestion }: TapProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const { id, by, nominee } = suggestion;
  const change = useChange(routes.passOnSuggestion, { answers: keys.board(roundId), outdates: [keys.round(roundId), keys.me] });
  const tap = (pass: boolean): void =>
    change.mutate(
      { params: { roundId, proposalId: id }, body: { pass } },
      {
        onError: feedback.failed,
        onSuccess: () => feedback.done(t(pass ? 'tab.suggestions.passed' : 'tab.suggestions.kept', { nominee: nominee.name, by: by.name })),
      },
    );
  return (
    <span className={house.row}>
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={change.isPending}
        aria-label={t('tab.suggestions.passFor', { by: by.name, nominee: nominee.name })}
        onClick={() => tap(true)}
      >
        {t('tab.suggestions.pass')}
      </Button>
      <Button
        size="small"
        disabledFocusable={change.isPending}
        aria-label={t('tab.suggestions.keepFor', { by: by.name, nominee: nominee.name })}
        onClick={() => tap(false)}
      >
        {t('tab.suggestions.keep')}
      </Button>
    </span>
  );
};

type SuggestionsProps = { readonly round: RoundOverview; readonly suggestions: readonly BoardSuggestion[] };

/** Partners whom people would rather have, for whoever may know of them: to be passed on within a function, or withdrawn (CP-31). */
export const Suggestions = ({ round, suggestions }: SuggestionsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const note = useNote();
  const [asked, setAsked] = useState<BoardSuggestion | null>(null);
  const action = (suggestion: BoardSuggestion) => {
    if (!takesMatches(round)) return {};
    if (suggestion.needsTap) return { action: <Tap roundId={round.id} suggestion={suggestion} /> };
    const names = `${suggestion.by.name}, ${suggestion.nominee.name}`;
    return {
      action: (
        <Button size="small" aria-label={t('tab.withdraw.doFor', { names })} onClick={() => setAsked(suggestion)}>
          {t('tab.withdraw.do')}
        </Button>
      ),
    };
  };
  return (
    <>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.board.about.suggestions')}</p>
      <PairList pairs={suggestions.map((one) => ({ members: [one.by, one.nominee], note: note(one), ...action(one) }))} />
      {asked !== null && (
        <WithdrawDialog
          key={asked.id}
          roundId={round.id}
          proposal={{ id: asked.id, members: [asked.by, asked.nominee] }}
          open
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
};
