import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { type peopleFilters, peoplePerPage, type RoundPeople } from '@coaching-pairs/shared/wire/people';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../ports/rounds.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { folded } from './found-by-name.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { showingPeople } from './round-people.js';

type Filters = { readonly [Name in keyof typeof peopleFilters]?: (typeof peopleFilters)[Name][number] };

/** Which people are wanted: by part of their name or function, and after whom the page begins. */
export type PeopleWanted = Filters & { readonly text?: string; readonly functionName?: string; readonly after?: string };

type Population = {
  readonly all: VersionedContent;
  readonly organisation: Organisation;
  readonly isUnreachable: (id: PersonId) => boolean;
};

const orders = new WeakMap<Organisation, Map<string, ReadonlyMap<PersonId, number>>>();

/** The place of each person in the order of names; worked out once for each state of the store and language. */
const placesOf = (organisation: Organisation, words: Words): ReadonlyMap<PersonId, number> => {
  const known = orders.get(organisation) ?? new Map<string, ReadonlyMap<PersonId, number>>();
  orders.set(organisation, known);
  const places = known.get(words.locale);
  if (places !== undefined) return places;
  const sorted = [...organisation.people.values()].sort((one, other) => words.compare(one.name, other.name));
  const made = new Map(sorted.map(({ id }, place) => [id, place] as const));
  known.set(words.locale, made);
  return made;
};

type Test = (participant: Participant) => boolean;

const testsFor = ({ all, organisation, isUnreachable }: Population, wanted: PeopleWanted): readonly Test[] => {
  const { answer, chain, corrected, unreachable, partner, functionName } = wanted;
  const text = folded(wanted.text?.trim() ?? '');
  const functionOf = (id: PersonId): string => organisation.functionOf.get(id) ?? '';
  const holds = (id: PersonId): boolean =>
    folded(organisation.people.get(id)?.name ?? id).includes(text) || folded(functionOf(id)).includes(text);
  const chainIs = (id: PersonId) => confirmation(organisation, id, all.round.value.topId).status;
  return [
    ...(answer === undefined ? [] : [(one: Participant) => one.answer === answer]),
    // Who is left is listed for nobody where partners are chosen in the open (tension 3).
    ...(partner === undefined || all.round.value.state === 'choosing'
      ? []
      : [(one: Participant) => one.answer === 'joined' && one.match.kind !== 'paired']),
    ...(functionName === undefined ? [] : [({ personId }: Participant) => functionOf(personId) === functionName]),
    ...(corrected === undefined ? [] : [({ personId }: Participant) => organisation.corrected.has(personId) === (corrected === 'yes')]),
    ...(unreachable === undefined ? [] : [({ personId }: Participant) => isUnreachable(personId) === (unreachable === 'yes')]),
    ...(text === '' ? [] : [({ personId }: Participant) => holds(personId)]),
    ...(chain === undefined ? [] : [({ personId }: Participant) => chainIs(personId) === chain]),
  ];
};

/** The page after somebody; from the beginning where they belong to the round no more. */
const pageAfter = (found: readonly Participant[], ordered: readonly Participant[], after: string | undefined) => {
  const places = new Map(ordered.map(({ personId }, place) => [personId, place] as const));
  const last = ordered.findIndex(({ personId }) => personId === after);
  const rest = found.filter(({ personId }) => (places.get(personId) ?? 0) > last);
  const page = rest.slice(0, peoplePerPage);
  return { page, next: rest.length > page.length ? (page.at(-1)?.personId ?? null) : null };
};

/** Those of the population who are wanted, a page in the order of names, for an administrator of the round. */
export const peopleOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
  wanted: PeopleWanted = {},
): Promise<Result<RoundPeople, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const [organisation, unreachable] = await Promise.all([organisationOf(deps), deps.rounds.unreachable(asked.roundId)]);
  const missed = new Set(unreachable.map(({ personId }) => personId));
  const population: Population = { all: all.value, organisation, isUnreachable: (id) => missed.has(id) };
  const places = placesOf(organisation, words);
  const placeOf = ({ personId }: Participant): number => places.get(personId) ?? -1;
  const ordered = [...all.value.content.participants].sort((one, other) => placeOf(one) - placeOf(other));
  const tests = testsFor(population, wanted);
  const found = ordered.filter((one) => tests.every((isWanted) => isWanted(one)));
  const { page, next } = pageAfter(found, ordered, wanted.after);
  const show = await showingPeople(deps, words, all.value, asked.actor.personId);
  const functions = new Set(ordered.flatMap(({ personId }) => organisation.functionOf.get(personId) ?? []));
  return ok({
    people: page.map(show),
    total: found.length,
    next,
    functions: [...functions].sort(words.compare),
    link: tabLink(deps.teamsAppId, `round/${asked.roundId}`),
  });
};
