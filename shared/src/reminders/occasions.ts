import { tappersOf } from '../disclosure/declines.js';
import { type Instant, instant, type PersonId, type PlainDate } from '../ids.js';
import { pulseOccasions } from '../pulse/opening.js';
import { held, isPutToPeople } from '../round/nomination.js';
import { isBefore } from '../round/orphans.js';
import { isAnswerable, type Participant } from '../round/participation.js';
import { daysToAnswer, isOverdue, type Proposal } from '../round/proposal.js';
import { type Round, takesMatches } from '../round/round.js';
import type { RoundContent } from '../round/standing.js';
import { dayOf, daysAfter, localDayOf } from '../time.js';
import { isWorkingDay, type WorkingTime, workingDayFrom } from './working-time.js';

export const reminderKinds = [
  'invitation-reminder',
  'match-reminder',
  'tap-reminder',
  'matches-overdue',
  'rhythm-nudge',
  'session-waits',
  'left-sessions',
  'pair-texts-end',
  'pulse',
  'names-reminder',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Why somebody may have to be reminded, as long as nothing has changed. It ends with its cause: who answers has none any more. */
export type Occasion = {
  readonly kind: ReminderKind;
  /** What it is about; reminders of one kind about one subject are counted together. */
  readonly subject: string;
  readonly to: PersonId;
  /** When they were asked. */
  readonly since: Instant;
  /** The last day on which an answer is asked for. */
  readonly until: PlainDate;
};

/** On which days reminders of a kind are due, where the person lives. A kind to come is one more line here. */
const planned: Readonly<Record<ReminderKind, 'twice-before' | 'once-before' | 'once-after' | 'at-once-and-before'>> = {
  'invitation-reminder': 'twice-before',
  'match-reminder': 'twice-before',
  'tap-reminder': 'twice-before',
  'matches-overdue': 'once-after',
  'rhythm-nudge': 'once-after',
  'session-waits': 'once-after',
  'left-sessions': 'once-after',
  'pair-texts-end': 'once-before',
  pulse: 'at-once-and-before',
  'names-reminder': 'once-before',
};

/** Whether a reminder that comes after the last day would be stale; those that speak of the last day itself never are. */
export const isStaleAfter = (occasion: Occasion, day: PlainDate): boolean =>
  planned[occasion.kind] !== 'once-after' && day > occasion.until;

const workingDaysBetween = (first: PlainDate, until: PlainDate, hours: WorkingTime): readonly PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = first; day < until; day = daysAfter(day, 1)) if (isWorkingDay(day, hours)) days.push(day);
  return days;
};

/** What is asked by the first message itself: as soon as may be, and once more on the last working day before its last day. */
const atOnceAndBefore = ({ since }: Occasion, later: readonly PlainDate[], zone: string, hours: WorkingTime): readonly PlainDate[] => {
  const first = workingDayFrom(localDayOf(since, zone), hours);
  const last = later.at(-1);
  return last === undefined || last <= first ? [first] : [first, last];
};

/**
 * The days of the reminders: half-way between the question and the last day for an answer, and on the last working day before it,
 * both after the day of the question; fewer where there is no room. What is said once before a
 * day comes on the first working day from `since` on, all others on the first after the last day.
 */
export const daysOf = (occasion: Occasion, zone: string, hours: WorkingTime): readonly PlainDate[] => {
  if (planned[occasion.kind] === 'once-before') return [workingDayFrom(dayOf(occasion.since), hours)];
  if (planned[occasion.kind] === 'once-after') return [workingDayFrom(daysAfter(occasion.until, 1), hours)];
  const days = workingDaysBetween(daysAfter(localDayOf(occasion.since, zone), 1), occasion.until, hours);
  const last = days.at(-1);
  if (planned[occasion.kind] === 'at-once-and-before') return atOnceAndBefore(occasion, days, zone, hours);
  if (last === undefined) return [];
  const half = days[Math.floor((days.length - 1) / 2)] ?? last;
  return half === last ? [last] : [half, last];
};

const aboutMatch = (round: Round, participant: Participant, proposal: Proposal): Occasion | null => {
  const { personId } = participant;
  const asked = takesMatches(round) && proposal.state === 'sent' && isBefore(participant, proposal);
  if (!asked || proposal.sentAt === null || proposal.answerBy === null || proposal.acceptedBy.includes(personId)) return null;
  return { kind: 'match-reminder', subject: proposal.id, to: personId, since: proposal.sentAt, until: proposal.answerBy };
};

/**
 * What somebody has not answered: the invitation, or of these matches those that lie before them, their own and those with people who
 * named them (CP-31). Both are brought up alike, so that a reminder does not tell who suggested a match.
 */
export const openQuestions = (round: Round, participant: Participant, proposals: readonly Proposal[]): readonly Occasion[] => {
  const { personId, answer, invitedAt } = participant;
  if (answer === 'none' && invitedAt !== null && isAnswerable(round))
    return [{ kind: 'invitation-reminder', subject: 'invitation', to: personId, since: invitedAt, until: round.answersBy }];
  return proposals.map((proposal) => aboutMatch(round, participant, proposal)).filter((one) => one !== null);
};

/** A suggestion that waits for the people partner's tap, for each who may give it; since when is the day from which its days count. */
export const awaitedTaps = (round: Round, proposals: readonly Proposal[]): readonly Occasion[] =>
  proposals.flatMap((proposal) => {
    const { state, answerBy } = proposal;
    if (!takesMatches(round) || state !== 'held' || answerBy === null) return [];
    const since = instant(`${daysAfter(answerBy, -daysToAnswer)}T00:00:00.000Z`);
    return tappersOf(round, proposal).map((to) => ({ kind: 'tap-reminder' as const, subject: proposal.id, to, since, until: answerBy }));
  });

/** How many matches are with their people though their time to answer is over: what organisers are told, and no name (CP-33). */
export const overdueMatches = (round: Round, proposals: readonly Proposal[], today: PlainDate): number =>
  takesMatches(round) ? proposals.filter((proposal) => isOverdue(proposal, today)).length : 0;

/** The administrators hear of each last day once, and only where matches were open when it had passed. */
const forOrganisers = (round: Round, proposals: readonly Proposal[]): readonly Occasion[] => {
  if (!takesMatches(round)) return [];
  const open = proposals.filter(isPutToPeople);
  const since = new Map(
    open.flatMap(({ answerBy, sentAt }) => (answerBy === null || sentAt === null ? [] : [[answerBy, sentAt] as const])),
  );
  return [...since].flatMap(([until, at]) =>
    round.administratorIds.map((to) => ({ kind: 'matches-overdue' as const, subject: until, to, since: at, until })),
  );
};

/** Everything in a round of which somebody may have to be reminded. */
export const occasionsOf = (round: Round, { participants, proposals }: RoundContent): readonly Occasion[] => {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const before = (one: Participant): readonly Proposal[] => held(one).flatMap((id) => byId.get(id) ?? []);
  const questions = participants.flatMap((one) => openQuestions(round, one, before(one)));
  return [...questions, ...awaitedTaps(round, proposals), ...forOrganisers(round, proposals), ...pulseOccasions(round, participants)];
};
