import type { AwaydayPlan } from '../awayday/plan.js';
import type { HouseNote } from '../guidance/house-notes.js';
import type { KitText } from '../guidance/kit.js';
import type { OwnWords } from '../guidance/own-words.js';
import type { Instant, OperationId, PersonId, PlainDate, RoundId } from '../ids.js';
import type { RhythmFigure } from '../progress/rhythm-share.js';
import type { Pulse } from '../pulse/pulse.js';
import { err, ok, type Result } from '../result.js';
import { longestKeptDays } from '../retention/spans.js';
import type { BoardEdit } from './board-edit.js';
import type { RoundMeeting } from './meeting.js';

/** The life of a round; `choosing` replaces `matching` and `proposed` where the mode is open choice. */
export const roundStates = ['draft', 'kick-off', 'inviting', 'matching', 'proposed', 'choosing', 'active', 'awayday', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

export const introductions = ['chief-executive', 'chief-officer', 'owner'] as const;
/** Who introduces the round, which also says for whom it is (CP-01). */
export type Introduction = (typeof introductions)[number];

export const matchingModes = ['proposed', 'open-choice'] as const;
export type MatchingMode = (typeof matchingModes)[number];

/** The people partner's recorded decision how far below somebody the line is excluded (CP-24a). */
export type ReachDecision = {
  readonly personId: PersonId;
  /** Levels below the person that are never partners; at least 1; `whole` is the entire chain. */
  readonly levels: number | 'whole';
  readonly by: PersonId;
  readonly at: Instant;
};

/** Past partners of whom an administrator has recorded that nobody else is possible for them this round (CP-15). */
export type RepeatDecision = { readonly memberIds: readonly [PersonId, PersonId]; readonly by: PersonId; readonly at: Instant };

/** How the organiser described who belongs to the round's population. */
export type Audience =
  | { readonly kind: 'group'; readonly groupId: string; readonly name: string }
  | { readonly kind: 'below'; readonly personId: PersonId; readonly name: string }
  | { readonly kind: 'list'; readonly ids: readonly PersonId[] };

export type KickOff = {
  readonly on: PlainDate;
  readonly heldAt: Instant | null;
  /** What the whole team agreed at the kick-off; shown to everybody in the population (CP-10). */
  readonly commonApproach: string;
  /** Null while it stands in no calendar. */
  readonly meeting: RoundMeeting | null;
};

export type Round = {
  readonly id: RoundId;
  readonly name: string;
  /** The round from which this one was opened (CP-14); null for a first one. */
  readonly follows: RoundId | null;
  readonly state: RoundState;
  readonly mode: MatchingMode;
  readonly introduction: Introduction;
  readonly leaderId: PersonId;
  readonly peoplePartnerId: PersonId;
  /** Everybody named on the round as administrator, the people partner included (S-10). */
  readonly administratorIds: readonly PersonId[];
  readonly audience: Audience | null;
  /** Whose chain everybody else's must reach to count as confirmed (CP-24b); null until the directory was read. */
  readonly topId: PersonId | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly answersBy: PlainDate;
  /** IANA zone in which people are taken to live of whom no zone is known. */
  readonly timeZone: string;
  readonly kickOff: KickOff | null;
  /** Null while no day is fixed for it (CP-80). */
  readonly awayday: AwaydayPlan | null;
  readonly reach: readonly ReachDecision[];
  readonly repeats: readonly RepeatDecision[];
  /** The last changes of drafts by hand, which can be taken back; none once drafts were made anew or sent. */
  readonly boardEdits: readonly BoardEdit[];
  /** What the organisers add to the guidance (CP-95). */
  readonly houseNotes: readonly HouseNote[];
  /** Sheets of the organisers' kit that were rewritten. */
  readonly kit: readonly KitText[];
  /** What the organisers say on cards in their own words. */
  readonly ownWords: readonly OwnWords[];
  /** What is asked at the end; null until an administrator opens it (CP-96). */
  readonly pulse: Pulse | null;
  /** Whether those who take part may put insights on a wall; off unless an administrator puts it up (CP-84). */
  readonly insightsWall: boolean;
  /** The share of pairs on their rhythm, as it was last worked out; null before the first time (CP-72, C-03). */
  readonly rhythm: RhythmFigure | null;
  /** The version of "who sees what" that people agree to when they join (C-01). */
  readonly disclosureVersion: number;
  /** Breaks ties in matching, so that the order of input never matters. */
  readonly seed: number;
  /** Whether the pairs were made known; a round may end without. */
  readonly announced: boolean;
  /** Counts the sendings of proposals; new ones after declines go out in waves (CP-24d). */
  readonly waves: number;
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  /** For how many days a pair keeps what it shares once the round is closed (C-10). */
  readonly keptDays: number;
  /** From then on counts how long a pair keeps what it shares (C-10); null while the round is open. */
  readonly closedAt: Instant | null;
};

export type RoundRefusal =
  | { readonly code: 'name-missing' }
  | { readonly code: 'dates-out-of-order'; readonly first: 'answersBy' | 'startsOn'; readonly second: 'startsOn' | 'endsOn' }
  | { readonly code: 'day-passed'; readonly day: PlainDate }
  | { readonly code: 'wrong-state'; readonly state: RoundState; readonly needed: readonly RoundState[] }
  | { readonly code: 'audience-missing' }
  | { readonly code: 'kick-off-not-held' }
  | { readonly code: 'kick-off-over' }
  | { readonly code: 'kick-off-in-past' }
  | { readonly code: 'kick-off-after-end' }
  /** It stands in this person's Outlook, where nobody else can change it. */
  | { readonly code: 'kick-off-of-another' | 'awayday-of-another'; readonly personId: PersonId }
  | { readonly code: 'awayday-missing' }
  | { readonly code: 'awayday-in-past' }
  | { readonly code: 'awayday-zone-unknown'; readonly zone: string }
  /** Somebody else has changed its plan meanwhile; nothing was written over. */
  | { readonly code: 'awayday-changed' }
  | { readonly code: 'second-administrator-missing' }
  | { readonly code: 'second-administrator-needed'; readonly personId: PersonId }
  | { readonly code: 'leader-as-administrator'; readonly personId: PersonId }
  | { readonly code: 'in-partners-match'; readonly personId: PersonId }
  | { readonly code: 'people-partner-stays' }
  | { readonly code: 'nobody-joined' }
  /** Matches are proposed in this round, or partners chosen in the open, and not the other. */
  | { readonly code: 'other-mode'; readonly mode: MatchingMode }
  | { readonly code: 'proposals-open'; readonly count: number }
  | { readonly code: 'kept-days'; readonly fewest: number; readonly most: number }
  | { readonly code: 'without-partner'; readonly personIds: readonly PersonId[] };

export type RoundPlan = {
  readonly name: string;
  readonly introduction: Introduction;
  /** Proposed where nothing is said. Fixed from the kick-off on, since people join on what it says of who sees what (tension 1). */
  readonly mode?: MatchingMode;
  readonly leaderId: PersonId;
  readonly peoplePartnerId: PersonId;
  readonly administratorIds: readonly PersonId[];
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly answersBy: PlainDate;
};

const datesInOrder = (plan: Pick<RoundPlan, 'answersBy' | 'startsOn' | 'endsOn'>): RoundRefusal | null => {
  if (plan.answersBy > plan.startsOn) return { code: 'dates-out-of-order', first: 'answersBy', second: 'startsOn' };
  if (plan.startsOn >= plan.endsOn) return { code: 'dates-out-of-order', first: 'startsOn', second: 'endsOn' };
  return null;
};

const withPeoplePartner = (plan: RoundPlan): readonly PersonId[] => [...new Set([plan.peoplePartnerId, ...plan.administratorIds])];

/** Opens a round as a draft. Refused without a name and when the dates are not answers ≤ start < end. */
export const openRound = (
  plan: RoundPlan,
  made: {
    readonly id: RoundId;
    readonly seed: number;
    readonly disclosureVersion: number;
    readonly by: PersonId;
    readonly at: Instant;
    /** Of whoever opens it. */
    readonly timeZone?: string;
    /** From the round that it follows. */
    readonly carried?: Partial<Round>;
  },
): Result<Round, RoundRefusal> => {
  if (plan.name.trim() === '') return err({ code: 'name-missing' });
  const disorder = datesInOrder(plan);
  if (disorder !== null) return err(disorder);
  return ok({
    ...plan,
    mode: plan.mode ?? 'proposed',
    name: plan.name.trim(),
    administratorIds: withPeoplePartner(plan),
    id: made.id,
    seed: made.seed,
    disclosureVersion: made.disclosureVersion,
    createdBy: made.by,
    createdAt: made.at,
    closedAt: null,
    keptDays: longestKeptDays,
    timeZone: made.timeZone ?? 'UTC',
    state: 'draft',
    audience: null,
    topId: null,
    kickOff: null,
    awayday: null,
    reach: [],
    repeats: [],
    boardEdits: [],
    houseNotes: [],
    kit: [],
    ownWords: [],
    pulse: null,
    insightsWall: false,
    rhythm: null,
    announced: false,
    waves: 0,
    follows: null,
    ...made.carried,
  });
};

/** Who administers a draft once another people partner was named: the one before goes, unless they must be kept. */
const administratorsAfter = (round: Round, peoplePartnerId: PersonId, kept: readonly PersonId[]): readonly PersonId[] => {
  const before = round.peoplePartnerId;
  const goes = before !== peoplePartnerId && !kept.includes(before);
  return [...new Set([peoplePartnerId, ...round.administratorIds.filter((id) => !(goes && id === before))])];
};

/**
 * Changes what a draft says; a round that people were told about keeps its leader and its people partner. Administrators are
 * named and removed by moves of their own: whoever plans anew (`by`) never loses the round by it, nor does whoever opened it.
 */
export const replan = (round: Round, plan: Omit<RoundPlan, 'administratorIds'>, by: PersonId): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'draft');
  if (!allowed.ok) return allowed;
  if (plan.name.trim() === '') return err({ code: 'name-missing' });
  const disorder = datesInOrder(plan);
  if (disorder !== null) return err(disorder);
  const administratorIds = administratorsAfter(round, plan.peoplePartnerId, [by, round.createdBy]);
  return ok({ ...round, ...plan, name: plan.name.trim(), administratorIds });
};

/** Passes the round on when it is in one of the states, else refuses naming both. */
export const inState = (round: Round, ...needed: readonly RoundState[]): Result<Round, RoundRefusal> =>
  needed.includes(round.state) ? ok(round) : err({ code: 'wrong-state', state: round.state, needed });

/** All but the last: a closed round is for reading alone. */
export const openStates = roundStates.filter((state) => state !== 'closed');

/**
 * Whether matches are put to people and answered: before the pairs are announced, and again once a pair of an announced round has ended,
 * whose people are offered a new one.
 */
export const matchStates = ['proposed', 'active'] as const satisfies readonly RoundState[];
export const takesMatches = ({ state }: Pick<Round, 'state'>): boolean => matchStates.some((one) => one === state);

/** Whether somebody may be before a match and answer it: also while partners are chosen in the open, where people ask each other. */
export const answerStates = [...matchStates, 'choosing'] as const satisfies readonly RoundState[];
export const takesAnswers = ({ state }: Pick<Round, 'state'>): boolean => answerStates.some((one) => one === state);

export const isAdministrator = (round: Round, personId: PersonId): boolean => round.administratorIds.includes(personId);

/** One change of a round as it is written down: who asked for it, when, and under which operation. */
export type Act = { readonly by: PersonId; readonly at: Instant; readonly opId: OperationId };
