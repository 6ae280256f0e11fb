import type { Instant, PersonId, PlainDate } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { lacksHandler } from './administrators.js';
import { withoutEdits } from './board-edits.js';
import { type Act, type Audience, inState, matchStates, type ReachDecision, type Round, type RoundRefusal } from './round.js';

/** Says who belongs to the population, and who stands at the confirmed top of their organisation. Only while a draft. */
export const setAudience = (round: Round, audience: Audience, topId: PersonId | null): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'draft');
  return allowed.ok ? ok({ ...round, audience, topId }) : allowed;
};

/** Calls the whole population to a kick-off on a day (CP-10). Refused without an audience. */
export const announceKickOff = (round: Round, on: PlainDate): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'draft');
  if (!allowed.ok) return allowed;
  if (round.audience === null) return err({ code: 'audience-missing' });
  return ok({ ...round, state: 'kick-off', kickOff: { on, heldAt: null, commonApproach: '', meeting: null } });
};

/** Records that the kick-off was held and the common approach agreed there (CP-10). */
export const holdKickOff = (round: Round, commonApproach: string, act: Act): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'kick-off');
  if (!allowed.ok) return allowed;
  const { on, meeting } = round.kickOff ?? { on: round.startsOn, meeting: null };
  return ok({ ...round, kickOff: { on, meeting, heldAt: act.at, commonApproach: commonApproach.trim() } });
};

/** Lets joining begin. Refused before the kick-off was held (CP-10, CP-11). */
export const openInvitations = (round: Round): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'kick-off');
  if (!allowed.ok) return allowed;
  if (round.kickOff?.heldAt == null) return err({ code: 'kick-off-not-held' });
  return ok({ ...round, state: 'inviting' });
};

/** Turns from inviting to matching. Refused while nobody has joined. Late answers stay possible. */
export const beginMatching = (round: Round, joined: number): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'inviting');
  if (!allowed.ok) return allowed;
  if (round.mode !== 'proposed') return err({ code: 'other-mode', mode: round.mode });
  return joined === 0 ? err({ code: 'nobody-joined' }) : ok({ ...round, state: 'matching' });
};

/**
 * Moves the last day for answers of a round that people know of; reminders follow it. Refused for a day that has passed, for one after
 * the start, and once nobody can answer any more.
 */
export const moveAnswersBy = (round: Round, answersBy: PlainDate, today: PlainDate): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'kick-off', 'inviting', 'matching', 'proposed');
  if (!allowed.ok) return allowed;
  if (answersBy > round.startsOn) return err({ code: 'dates-out-of-order', first: 'answersBy', second: 'startsOn' });
  return answersBy < today ? err({ code: 'day-passed', day: answersBy }) : ok({ ...round, answersBy });
};

/**
 * Begins the first or a further wave of proposals (CP-24d), given who is in each; also for people whose pair has ended since the
 * announcement, which leaves the round as it is. Refused when the people partner is in one
 * of them and no second administrator is named who could handle that match (CP-33).
 */
export const beginWave = (round: Round, matches: readonly (readonly PersonId[])[]): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'matching', ...matchStates);
  if (!allowed.ok) return allowed;
  if (lacksHandler(round, matches)) return err({ code: 'second-administrator-missing' });
  return ok({ ...withoutEdits(round), state: round.state === 'active' ? 'active' : 'proposed', waves: round.waves + 1 });
};

/**
 * Makes the pairs known to the participants and begins the six months. Refused while proposals are open, and while
 * somebody who joined has no partner, unless exactly these people are acknowledged by name.
 */
export const announcePairs = (
  round: Round,
  standing: { readonly openProposals: number; readonly withoutPartner: readonly PersonId[] },
  acknowledged: readonly PersonId[],
): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'proposed');
  if (!allowed.ok) return allowed;
  if (standing.openProposals > 0) return err({ code: 'proposals-open', count: standing.openProposals });
  const known = new Set(acknowledged);
  const forgotten = standing.withoutPartner.filter((id) => !known.has(id));
  return forgotten.length > 0 ? err({ code: 'without-partner', personIds: forgotten }) : ok({ ...round, state: 'active', announced: true });
};

/**
 * The day on which the six months end. From then on nobody is matched anew. Refused while proposals are open, so that nobody says yes
 * to a pair that would have no time left.
 */
export const beginAwayday = (round: Round, openProposals: number): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'active');
  if (!allowed.ok) return allowed;
  return openProposals > 0 ? err({ code: 'proposals-open', count: openProposals }) : ok({ ...round, state: 'awayday' });
};

/**
 * Ends the round; also a draft or a round that never came to matching may be closed. Refused while proposals are open, so that
 * nobody says yes to a round that is over: they are withdrawn first.
 */
export const closeRound = (round: Round, openProposals: number, at: Instant): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'draft', 'kick-off', 'inviting', 'matching', 'proposed', 'choosing', 'active', 'awayday');
  if (!allowed.ok) return allowed;
  return openProposals > 0
    ? err({ code: 'proposals-open', count: openProposals })
    : ok({ ...withoutEdits(round), state: 'closed', closedAt: at });
};

/** Records how far below somebody their line is excluded; never less than the direct reports (CP-24a). */
export const decideReach = (round: Round, decision: ReachDecision): Round => {
  const levels = decision.levels === 'whole' ? decision.levels : Math.max(1, Math.trunc(decision.levels));
  return { ...round, reach: [...round.reach.filter((other) => other.personId !== decision.personId), { ...decision, levels }] };
};

/** As if nothing had been decided of them: the whole line is excluded again, or the direct reports of the round leader (CP-24a). */
export const takeBackReach = (round: Round, personId: PersonId): Round => ({
  ...round,
  reach: round.reach.filter((other) => other.personId !== personId),
});
