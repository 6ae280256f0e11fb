import { isHidden } from '@coaching-pairs/shared/disclosure/declines';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { allowRepeats, isRepeatAllowed, takeBackRepeats, togetherIn } from '@coaching-pairs/shared/round/repeats';
import { inState, matchStates, type RepeatDecision } from '@coaching-pairs/shared/round/round';
import type { VersionedContent } from '../ports/rounds.js';
import type { AskedWork } from './begin-work.js';
import { offeredRepeats } from './board-help.js';
import type { Draft } from './change-round.js';
import type { Deps } from './deps.js';
import { lastDraft } from './draft-report.js';
import { changeBoard } from './edit-board.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';

type Pairs = readonly RepeatDecision['memberIds'][];
type AskedRepeats = AskedWork & { readonly pairs: Pairs; readonly allowed: boolean };

/** Who, and why: that nobody else is possible is the one cause there is (CP-15). */
const subjectOf = (pairs: Pairs) => ({ pairs: pairs.map((pair) => [...pair].sort().join(' ')).join(', '), why: 'nobody-else' });

const given = async (deps: Deps, { round }: VersionedContent, asked: AskedRepeats): Promise<Result<Draft | null, Refusal>> => {
  const { pairs, actor, roundId } = asked;
  const fresh = pairs.filter((pair) => !isRepeatAllowed(round.value, pair));
  if (fresh.length === 0) return ok(null);
  const offered = offeredRepeats((await lastDraft(deps, roundId))?.report.help ?? []);
  if (fresh.some((pair) => togetherIn(offered, [pair]) === null)) return err({ code: 'repeat-not-offered' });
  const value = allowRepeats(round.value, fresh, { by: actor.personId, at: deps.clock.now() });
  return ok({ action: 'repeats.allow', subject: subjectOf(fresh), round: { value, etag: round.etag } });
};

const takenBack = ({ round, content }: VersionedContent, { pairs, actor }: AskedRepeats): Result<Draft | null, Refusal> => {
  const known = pairs.filter((pair) => isRepeatAllowed(round.value, pair));
  if (known.length === 0) return ok(null);
  // A suggestion that this administrator may not know of is not told by a refusal, either (CP-33).
  const open = content.proposals.filter((one) => one.state !== 'ended' && !isHidden(round.value, one, actor.personId));
  const used = togetherIn(
    open.map(({ memberIds }) => memberIds),
    known,
  );
  if (used !== null) return err({ code: 'repeat-in-use', personIds: used });
  return ok({
    action: 'repeats.take-back',
    subject: subjectOf(known),
    round: { value: takeBackRepeats(round.value, known), etag: round.etag },
  });
};

/**
 * Records of past partners that nobody else is possible for them this round, so that the next draft may put them together, or takes
 * that back (CP-15). Refused unless the last draft said that just these would help, to one of the two, and where a match of theirs
 * leans on what is to be taken back.
 */
export const recordRepeats = (deps: Deps, asked: AskedRepeats): Promise<Result<null, Refusal>> =>
  changeBoard(deps, asked, (all) => {
    if (!areInPopulation(all, asked.pairs.flat())) return err({ code: 'not-found' });
    if (asked.pairs.some((pair) => pair.includes(asked.actor.personId))) return err({ code: 'own-match' });
    const allowed = inState(all.round.value, 'matching', ...matchStates);
    if (!allowed.ok) return allowed;
    return asked.allowed ? given(deps, all, asked) : takenBack(all, asked);
  });
