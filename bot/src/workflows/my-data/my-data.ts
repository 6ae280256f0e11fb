import { ok, type Result } from '@coaching-pairs/shared/result';
import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import type { MyCoaching } from '@coaching-pairs/shared/wire/two-two';
import { myCoaching } from '../coaches/my-coaching.js';
import type { Actor, Deps } from '../deps.js';
import { myNotes } from '../notes/my-notes.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { myPartIn, myTwoTwoActs } from './my-engagements.js';
import { myOwnRound } from './my-round.js';

const personOf = async (deps: Deps, { personId, name }: Actor): Promise<MyData['person']> => {
  const person = (await organisationOf(deps)).people.get(personId);
  return {
    ...{ id: personId, name: person?.name ?? name, mail: person?.mail ?? null, jobTitle: person?.jobTitle ?? null },
    ...{ department: person?.department ?? null, location: person?.location ?? null },
    ...{ language: person?.language ?? null, timeZone: person?.timeZone ?? null },
  };
};

const remindersOf = async ({ pauses, zones }: Deps, { personId }: Actor): Promise<MyData['reminders']> => {
  const [pausedUntil, told] = await Promise.all([pauses.of(personId), zones.of(personId)]);
  return { pausedUntil, zoneInTab: told.tab, zoneInChat: told.activity };
};

/** The name is there already. */
const withoutName = ({ name: _name, ...rest }: MyCoaching): MyData['twoTwo'] => rest;

/**
 * Everything of whoever asks that is kept, in one answer (C-08): nothing that others wrote, whom others named, or that they may not know.
 * Where the vault does not answer there is none at all, rather than one that looks whole.
 */
export const myData = async (deps: Deps, actor: Actor): Promise<Result<MyData, Refusal>> => {
  const [notes, organisation] = await Promise.all([myNotes(deps, actor), organisationOf(deps)]);
  if (!notes.ok) return notes;
  const mine = { me: actor.personId, named: namedIn(organisation) };
  const rounds: MyData['rounds'] = [];
  for (const round of await deps.rounds.list()) {
    const found = await myOwnRound(deps, round, mine);
    if (!found.ok) return found;
    if (found.value !== null) rounds.push(found.value);
  }
  const engagements = await myPartIn(deps, actor.personId);
  if (!engagements.ok) return engagements;
  const [person, reminders, coaching, twoTwoActs] = await Promise.all([
    ...([personOf(deps, actor), remindersOf(deps, actor)] as const),
    ...([myCoaching(deps, actor), myTwoTwoActs(deps, actor.personId)] as const),
  ]);
  return ok({
    ...{ madeAt: deps.clock.now(), person, reminders, rounds },
    notes: notes.value.notes.map(({ content, changedAt, sharedWith }) => ({ content, changedAt, sharedWith })),
    unreadable: notes.value.unreadable,
    twoTwo: coaching.ok ? withoutName(coaching.value) : null,
    ...{ twoTwoActs, engagements: engagements.value },
  });
};
