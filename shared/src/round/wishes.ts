import type { PersonId } from '../ids.js';
import type { MatchingRules } from '../matching/rules.js';
import { err, ok, type Result } from '../result.js';
import type { Participant } from './participation.js';
import type { Round } from './round.js';

/** So many names somebody may say they would trust (CP-24c). */
export const mostTrusted = 5;
/** More than anybody works closely with; whoever named more would leave nobody to be matched with. */
export const mostClosely = 30;

/** What somebody has said for one round, in private: with whom they work closely (CP-21), and whom they would trust (CP-24c). */
export type Wishes = {
  readonly by: PersonId;
  readonly closely: readonly PersonId[];
  readonly trusted: readonly PersonId[];
};

export type WishRefusal =
  /** Matches are being made, or they are not in: what was named may still be removed. */
  | { readonly code: 'wishes-closed' }
  | { readonly code: 'too-many-wishes'; readonly list: 'closely' | 'trusted'; readonly most: number }
  /** Somebody who does not belong to the round, or oneself. */
  | { readonly code: 'wish-unknown' }
  /** Whom one works closely with cannot be one's partner, so trusting them would count for nothing. */
  | { readonly code: 'wished-twice'; readonly personIds: readonly PersonId[] };

export const noWishes = (by: PersonId): Wishes => ({ by, closely: [], trusted: [] });

export const areNone = ({ closely, trusted }: Wishes): boolean => closely.length === 0 && trusted.length === 0;

/**
 * Names are taken from whoever is in, while people join and before any match is drafted from them. Whoever joins later is matched at once;
 * with whom they work closely they say by turning a match down.
 */
export const mayWish = ({ state }: Pick<Round, 'state'>, { answer }: Pick<Participant, 'answer'>): boolean =>
  state === 'inviting' && answer === 'joined';

type Wanted = Pick<Wishes, 'closely' | 'trusted'>;

const addedTo = (present: readonly PersonId[], wanted: readonly PersonId[]): readonly PersonId[] =>
  wanted.filter((id) => !present.includes(id));

const tooMany = ({ closely, trusted }: Wanted): WishRefusal | null => {
  if (trusted.length > mostTrusted) return { code: 'too-many-wishes', list: 'trusted', most: mostTrusted };
  return closely.length > mostClosely ? { code: 'too-many-wishes', list: 'closely', most: mostClosely } : null;
};

/**
 * Puts other names in the place of the present ones. Removing is always possible. Names are added only in their time, of people
 * of the round, at most so many of each kind and nobody in both; else it is refused and nothing changes.
 */
export const changeWishes = (
  at: { readonly round: Round; readonly participant: Participant; readonly population: ReadonlySet<PersonId> },
  present: Wishes,
  asked: Wanted,
): Result<Wishes, WishRefusal> => {
  const wanted = { closely: [...new Set(asked.closely)], trusted: [...new Set(asked.trusted)] };
  const added = [...addedTo(present.closely, wanted.closely), ...addedTo(present.trusted, wanted.trusted)];
  if (added.length === 0) return ok({ by: present.by, ...wanted });
  if (!mayWish(at.round, at.participant)) return err({ code: 'wishes-closed' });
  if (added.some((id) => id === present.by || !at.population.has(id))) return err({ code: 'wish-unknown' });
  const twice = wanted.closely.filter((id) => wanted.trusted.includes(id));
  if (twice.length > 0) return err({ code: 'wished-twice', personIds: twice });
  const refusal = tooMany(wanted);
  return refusal === null ? ok({ by: present.by, ...wanted }) : err(refusal);
};

/** What everybody has named, as the matching takes it: either side's close work excludes a pair, trust counts where it is mutual. */
export const rulesFromWishes = (wishes: readonly Wishes[]): Pick<MatchingRules, 'worksClosely' | 'trusts'> => ({
  worksClosely: wishes.flatMap(({ by, closely }) => closely.map((other) => ({ by, with: other }))),
  trusts: wishes.flatMap(({ by, trusted }) => trusted.map((other) => ({ by, in: other }))),
});

/** Whether one of these people has said that they work closely with another of them. */
export const workClosely = (wishes: readonly Wishes[], memberIds: readonly PersonId[]): boolean =>
  wishes.some(({ by, closely }) => memberIds.includes(by) && closely.some((id) => memberIds.includes(id)));
