import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { BoardSuggestion } from '@coaching-pairs/shared/wire/board';
import type { Words } from '@coaching-pairs/shared/words/words';
import { boardOf } from './board.js';
import type { Deps } from './deps.js';

type About = { readonly roundId: RoundId; readonly personId: PersonId; readonly proposalId: string };
type Found = { readonly round: { readonly id: string; readonly name: string }; readonly suggestion: BoardSuggestion };

/** A suggestion that waits for this person's tap; null where it is settled, or not theirs to know of (CP-33). */
export const awaitedTap = async (deps: Deps, words: Words, { roundId, personId, proposalId }: About): Promise<Found | null> => {
  const [round, board] = await Promise.all([
    deps.rounds.round(roundId),
    boardOf(deps, words, { roundId, actor: { personId, name: '', opener: false } }),
  ]);
  const suggestion = board.ok ? board.value.suggestions.find(({ id, needsTap }) => id === proposalId && needsTap) : undefined;
  return round === null || suggestion === undefined ? null : { round: { id: round.value.id, name: round.value.name }, suggestion };
};
