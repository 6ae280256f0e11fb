import type { Instant, PersonId } from '../ids.js';
import type { Organisation } from '../organisation/organisation.js';

/** How many levels below a person are excluded for them (CP-24a); at least 1. */
export type Reach = number | 'whole';

/** A recorded decision of the people partner (CP-24a). */
export type ReachRule = { readonly personId: PersonId; readonly levels: Reach };

/** Partners of an earlier round; two of them, or three. */
export type PastPair = {
  readonly memberIds: readonly PersonId[];
  /** 1 for the last round. */
  readonly roundsAgo: number;
};

export type Two = readonly [PersonId, PersonId];

/** Everything the matching knows, as the organisation and the leaders have stated it. Rank and job title are no part of it (CP-23). */
export type MatchingRules = {
  readonly organisation: Organisation;
  readonly roundLeaderId: PersonId | null;
  readonly reach: readonly ReachRule[];
  /** Upper and lower end of each further line of management. */
  readonly dottedLines: readonly { readonly upper: PersonId; readonly lower: PersonId }[];
  /** "I work closely with…", by whom and with whom; either side's entry excludes the pair (CP-21). */
  readonly worksClosely: readonly { readonly by: PersonId; readonly with: PersonId }[];
  /** Whom an organiser wants kept apart. */
  readonly keptApart: readonly Two[];
  readonly pastPairs: readonly PastPair[];
  /** Past partners of whom an organiser has recorded that nobody else is possible (CP-15). */
  readonly repeatsAllowed: readonly Two[];
  /** Pairs of one function that the people partner has tapped through (CP-31). */
  readonly sameFunctionAllowed: readonly Two[];
  /** Whom somebody would trust as partner (CP-24c); never shown to anybody. */
  readonly trusts: readonly { readonly by: PersonId; readonly in: PersonId }[];
  /** When the pairs begin to meet: decides the offsets of the time zones. */
  readonly startsAt: Instant;
};

/** Rules with nothing entered beyond the organisation; a round adds what it knows. */
export const plainRules = (organisation: Organisation, startsAt: Instant): MatchingRules => ({
  organisation,
  roundLeaderId: null,
  reach: [],
  dottedLines: [],
  worksClosely: [],
  keptApart: [],
  pastPairs: [],
  repeatsAllowed: [],
  sameFunctionAllowed: [],
  trusts: [],
  startsAt,
});
