import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isOpen, nomineeOf } from '@coaching-pairs/shared/round/nomination';
import { isMember, type Proposal } from '@coaching-pairs/shared/round/proposal';
import { type Board, type BoardSuggestion, boardPageSize } from '@coaching-pairs/shared/wire/board';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { changesShown, undoShown } from './board-changes.js';
import { helpFor } from './board-help.js';
import { type BoardLists, type BoardLook, isUnconfirmed, lookAtBoard, shownLeft, shownMatch } from './board-lists.js';
import type { Actor, Deps } from './deps.js';
import type { DraftReport } from './draft-report.js';
import { namedIn } from './organisation.js';
import type { Refusal } from './refusal.js';

const suggestionsFor = ({ words, viewer, round, organisation }: BoardLook, { content }: VersionedContent): BoardSuggestion[] => {
  const named = namedIn(organisation);
  return content.proposals.flatMap((one) => {
    const nominee = nomineeOf(one);
    if (one.nominatedBy === null || nominee === null || !isOpen(one) || isHidden(round, one, viewer)) return [];
    const reasons = [...pairReasonTexts(words, one.reasons, { kind: 'organiser' }, (id) => named(id).name)];
    const needsTap = one.state === 'held';
    return [{ id: one.id, by: named(one.nominatedBy), nominee: named(nominee), needsTap, reasons, answerBy: one.answerBy }];
  });
};

/** Somebody whom the last draft could not pair is without a match still, so that what would have helped then still may. */
const isStillLeft = (report: DraftReport | null, left: readonly PersonId[]): boolean =>
  report?.unmatched.some(({ personId }) => left.some((id) => id === personId)) === true;

/** What the last drafting has proved of the drafts, in words; null once one was made by hand. */
export const proofText = (words: Words, report: DraftReport | null, drafts: readonly Proposal[]): string | null => {
  if (report === null || drafts.length === 0 || drafts.some((draft) => draft.byHand)) return null;
  const checked = words.number(report.checkedPairs);
  return report.gap === 0 ? words.t('board.proof', { checked }) : words.t('board.proofOpen', { checked });
};

/** What is to be known before the drafts are drafted again, or sent. */
const sendingOf = (look: BoardLook, { drafts, sent, pairs }: BoardLists): Board['sending'] => {
  const isIn = (matches: readonly Proposal[]): boolean => matches.some((one) => isMember(one, look.round.leaderId));
  return {
    people: drafts.reduce((sum, { memberIds }) => sum + memberIds.length, 0),
    locked: drafts.filter(({ locked }) => locked).length,
    unconfirmed: drafts.filter((draft) => isUnconfirmed(look, draft)).length,
    leader: isIn(pairs) ? 'pair' : isIn(drafts) || isIn(sent) ? 'match' : 'none',
  };
};

/**
 * The matching board as one administrator may see it: drafts, what was sent, what is being reworked, pairs, who is left. Of each list it
 * holds the first page.
 */
export const boardOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<Board, Refusal>> => {
  const found = await lookAtBoard(deps, words, asked);
  if (!found.ok) return found;
  const { all, look, last, report, lists } = found.value;
  const { drafts, sent, reworking, pairs, left } = lists;
  const named = namedIn(look.organisation);
  const first = (matches: readonly Proposal[]) => matches.slice(0, boardPageSize).map((one) => shownMatch(look, one));
  const sending = sendingOf(look, lists);
  return ok({
    counts: { drafts: drafts.length, sent: sent.length, reworking: reworking.length, pairs: pairs.length, left: left.length },
    sending,
    ...{ drafts: first(drafts), sent: first(sent), reworking: first(reworking), pairs: first(pairs) },
    suggestions: suggestionsFor(look, all),
    left: left.slice(0, boardPageSize).map((id) => shownLeft(look, report, id)),
    proof: proofText(words, report, drafts),
    help: report !== null && isStillLeft(report, left) ? helpFor(look, report, sending.locked) : [],
    changes: changesShown(look, last, drafts),
    undo: undoShown(look),
    repeats: look.round.repeats.map(({ memberIds, by, at }) => ({ members: memberIds.map(named), by: named(by), at })),
  });
};
