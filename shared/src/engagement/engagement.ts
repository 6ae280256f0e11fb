import type { ConflictCode } from '../coaches/conflicts.js';
import type { EngagementId, Instant, OperationId, PersonId } from '../ids.js';

/** What the two are to each other (TT-03). A manager and who reports to them may well be the two: nothing here asks for a line. */
export const dyads = ['shared-role', 'under-pressure', 'manager-and-report', 'peers'] as const;
export type Dyad = (typeof dyads)[number];

/** In this order and in no other; it may be closed from any of them (TT-10, TT-64). */
export const engagementStates = ['enquiry', 'discovery', 'proposal', 'agreed', 'active', 'closing', 'closed'] as const;
export type EngagementState = (typeof engagementStates)[number];

export const parties = ['client', 'coach', 'sponsor'] as const;
export type Party = (typeof parties)[number];

export const enquirers = ['client', 'sponsor', 'coordinator'] as const;

/** One coach holds one client's experience; both work with both and with what is between them (TT-02). */
export type Holding = { readonly coachId: PersonId; readonly clientId: PersonId };

/** A client's own yes, to what they had read then. A no is kept nowhere (TT-05). */
export type Consent = { readonly personId: PersonId; readonly version: number; readonly at: Instant };

/** How many sessions, how long and how often, as the coaches recommend it for these two: nothing is given beforehand (TT-10). */
export type Frame = {
  /** 1 for the first. */
  readonly version: number;
  readonly sessions: number;
  /** Of one session. */
  readonly minutes: number;
  readonly everyWeeks: number;
  readonly by: PersonId;
  readonly at: Instant;
  /** Clients who have said yes to exactly this. */
  readonly acceptedBy: readonly PersonId[];
};

/** Somebody's yes to their own part of the agreement, by name and date (TT-30 to TT-33). */
export type Acceptance = {
  readonly personId: PersonId;
  readonly party: Party;
  /** The version of the product's text that they were shown. */
  readonly terms: number;
  /** The version of what the four wrote themselves; 0 where they had written nothing, and for the sponsor, who reads none of it. */
  readonly words: number;
  readonly at: Instant;
};

/** A coach who is near to a client, and in which way. Nobody is coach and client at once, whatever anybody agrees to. */
export type Nearness = { readonly coachId: PersonId; readonly clientId: PersonId; readonly why: Exclude<ConflictCode, 'is-client'> };

/** Two coaches of whom at least one is near to a client, before both clients. Why nobody else is possible is said in sealed words. */
export type PutForward = {
  /** The change that made it so: a yes is to exactly these two, and to what was said of them. */
  readonly id: OperationId;
  readonly holdings: readonly Holding[];
  readonly near: readonly Nearness[];
  /** Whoever has not answered by then is taken to want others. */
  readonly answersBy: Instant;
  /** Clients who are content; told to nobody but themselves. */
  readonly agreedBy: readonly PersonId[];
};

/** How it came to its end; never by whom (TT-64). */
export const endings = ['not-going-ahead', 'ended', 'completed'] as const;

/** Two clients, two coaches once both clients have said yes, and a sponsor or none (TT-01). No word of what it is about stands here. */
export type Engagement = {
  readonly id: EngagementId;
  readonly state: EngagementState;
  readonly dyad: Dyad;
  readonly clientIds: readonly [PersonId, PersonId];
  /** None before both clients have said yes, then exactly two. */
  readonly holdings: readonly Holding[];
  readonly sponsorId: PersonId | null;
  readonly enquiry: { readonly by: PersonId; readonly as: (typeof enquirers)[number]; readonly at: Instant };
  /** An enquiry that somebody leaves unanswered until then does not go ahead. */
  readonly answersBy: Instant;
  readonly consents: readonly Consent[];
  /** Two coaches of whom one is near to a client, before both clients; null where none are. */
  readonly putForward: PutForward | null;
  /** Near coaches who were put forward and are not put forward again. */
  readonly notThese: readonly PersonId[];
  readonly frame: Frame | null;
  readonly acceptances: readonly Acceptance[];
  /** The latest version of what the four wrote into the agreement; 0 before. */
  readonly words: number;
  readonly closed: { readonly at: Instant; readonly how: (typeof endings)[number] } | null;
};

export type EngagementRefusal =
  /** It is at another point by now, or this is not for whoever asks. */
  | { readonly code: 'two-two-wrong-state' }
  | { readonly code: 'two-two-not-yours' }
  /** Exactly two different clients, two different coaches, none of them twice, and the sponsor is nobody of these (TT-01). */
  | { readonly code: 'two-two-not-two-and-two' }
  /** Something newer was written meanwhile. */
  | { readonly code: 'two-two-moved-on' }
  | { readonly code: 'two-two-clients-decide' }
  | { readonly code: 'two-two-nothing-written' }
  | { readonly code: 'two-two-too-many' }
  | { readonly code: 'two-two-no-sponsor' }
  /** Two of whom neither is near to a client need nobody's yes. */
  | { readonly code: 'two-two-nobody-near' }
  /** Clients are not asked again about somebody to whom not both said yes. */
  | { readonly code: 'two-two-not-these-again' }
  /** The sponsor's page opens with their two terms (TT-33). */
  | { readonly code: 'two-two-terms-first' }
  /** What the sponsor asks for is not for a sponsor (TT-61). */
  | { readonly code: 'two-two-not-for-sponsors' };

/** The two clients and, once there are any, the two coaches. */
export const fourOf = ({ clientIds, holdings }: Pick<Engagement, 'clientIds' | 'holdings'>): readonly PersonId[] => [
  ...clientIds,
  ...holdings.map(({ coachId }) => coachId),
];

/** As what somebody takes part; null where they do not. */
export const partyOf = (engagement: Engagement, person: PersonId): Party | null => {
  if (engagement.clientIds.includes(person)) return 'client';
  if (engagement.holdings.some(({ coachId }) => coachId === person)) return 'coach';
  return engagement.sponsorId === person ? 'sponsor' : null;
};

/** The coach who holds this client, or the client whom this coach holds; null for anybody else. */
export const heldWith = ({ holdings }: Pick<Engagement, 'holdings'>, person: PersonId): PersonId | null => {
  const held = holdings.find(({ coachId, clientId }) => coachId === person || clientId === person);
  if (held === undefined) return null;
  return held.coachId === person ? held.clientId : held.coachId;
};

/** Whether it stands at one of these. */
export const isAt = ({ state }: Pick<Engagement, 'state'>, ...states: readonly EngagementState[]): boolean => states.includes(state);
