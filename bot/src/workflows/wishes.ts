import { type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import { areNone, changeWishes, mayWish, noWishes, type Wishes } from '@coaching-pairs/shared/round/wishes';
import type { MyWishes, PeopleToName } from '@coaching-pairs/shared/wire/wishes';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { RoundChange, Versioned } from '../ports/rounds.js';
import { decideAndCommit } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { foundByName } from './found-by-name.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor };

type Mine = {
  readonly round: Round;
  readonly participant: Versioned<Participant>;
  readonly present: Versioned<Wishes> | null;
};

/** A round whose population somebody belongs to, and what they named in it; to everybody else there is no such round (S-11). */
const readMine = async ({ rounds }: Deps, { roundId, actor }: Asked): Promise<Result<Mine, Refusal>> => {
  const [round, participant, present] = await Promise.all([
    rounds.round(roundId),
    rounds.participant(roundId, actor.personId),
    rounds.wishesOf(roundId, actor.personId),
  ]);
  if (round === null || participant === null || round.value.state === 'draft') return err({ code: 'not-found' });
  return ok({ round: round.value, participant, present });
};

/** Whom somebody has named for a round: their own lists and nobody else's, for whoever they are (CP-21, CP-24c). */
export const wishesOf = async (deps: Deps, asked: Asked): Promise<Result<MyWishes, Refusal>> => {
  const mine = await readMine(deps, asked);
  if (!mine.ok) return mine;
  const { round, participant, present } = mine.value;
  const { closely, trusted } = present?.value ?? noWishes(asked.actor.personId);
  const named = namedIn(await organisationOf(deps));
  return ok({ open: mayWish(round, participant.value), closely: closely.map(named), trusted: trusted.map(named) });
};

/** One row each that has named somebody; whoever has named nobody, or nobody any more, has none. */
const rowFor = (present: Versioned<Wishes> | null, next: Wishes): Pick<RoundChange, 'wishes' | 'removedWishes'> => {
  if (areNone(next)) return present === null ? {} : { removedWishes: [present] };
  return { wishes: [{ value: next, etag: present?.etag ?? null }] };
};

const isSame = (present: Versioned<Wishes> | null, next: Wishes): boolean =>
  JSON.stringify(present?.value ?? noWishes(next.by)) === JSON.stringify(next);

/**
 * Puts somebody's lists in the place of the present ones. No line is written of it and nobody is told. Their own row goes into the
 * batch as it is, so that nothing is kept of whoever sits out at that moment.
 */
export const saveWishes = (
  deps: Deps,
  asked: Asked & { readonly opId: OperationId } & Pick<Wishes, 'closely' | 'trusted'>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const mine = await readMine(deps, asked);
    if (!mine.ok) return mine;
    const { round, participant, present } = mine.value;
    const all = await deps.rounds.everything(asked.roundId);
    const population = new Set(all?.content.participants.map(({ personId }) => personId));
    const at = { round, participant: participant.value, population };
    const next = changeWishes(at, present?.value ?? noWishes(asked.actor.personId), asked);
    if (!next.ok) return next;
    if (isSame(present, next.value)) return ok({ change: null, answer: null });
    const { roundId, opId } = asked;
    return ok({ change: { roundId, opId, participants: [participant], ...rowFor(present, next.value), audit: [] }, answer: null });
  });

/**
 * Whom somebody may name, by the beginning of a name: everybody whom the round is for, whatever they answered, so that the list
 * tells of no answer. Refused to whoever may name nobody now.
 */
export const peopleToName = async (
  deps: Deps,
  words: Words,
  asked: Asked & { readonly query: string },
): Promise<Result<PeopleToName, Refusal>> => {
  const mine = await readMine(deps, asked);
  if (!mine.ok) return mine;
  if (!mayWish(mine.value.round, mine.value.participant.value)) return err({ code: 'wishes-closed' });
  const all = await deps.rounds.everything(asked.roundId);
  const ids = all?.content.participants.map(({ personId }) => personId) ?? [];
  const named = namedIn(await organisationOf(deps));
  return ok(foundByName(words, ids.filter((id) => id !== asked.actor.personId).map(named), asked.query));
};

/** What goes with somebody who sits a round out: nothing of theirs is kept. */
export const withoutWishes = async (
  { rounds }: Deps,
  roundId: RoundId,
  personId: PersonId,
): Promise<Pick<RoundChange, 'removedWishes'>> => {
  const present = await rounds.wishesOf(roundId, personId);
  return present === null ? {} : { removedWishes: [present] };
};

/** Rows a batch. */
const perStep = 80;

/** Deletes everybody's lists of a round that is over; whoever changes theirs at that moment is met the next time. Answers how many. */
export const forgetWishes = async ({ rounds, newId }: Deps, roundId: RoundId): Promise<number> => {
  const all = await rounds.wishes(roundId);
  for (let from = 0; from < all.length; from += perStep) {
    const removedWishes = all.slice(from, from + perStep);
    await rounds.commit({ roundId, opId: operationId(`forget.${newId()}`), removedWishes, audit: [] });
  }
  return all.length;
};
