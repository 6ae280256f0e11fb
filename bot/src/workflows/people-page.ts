import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Round } from '@coaching-pairs/shared/round/round';
import { type peopleFilters, peoplePerPage, type RoundPeople } from '@coaching-pairs/shared/wire/people';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import type { Words } from '@coaching-pairs/shared/words/words';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { folded } from './found-by-name.js';
import { pageByName } from './name-pages.js';
import { organisationOf } from './organisation.js';
import { type Indexed, peopleIndex } from './people-index.js';
import type { Refusal } from './refusal.js';
import { showingPeople } from './round-people.js';

type Filters = { readonly [Name in keyof typeof peopleFilters]?: (typeof peopleFilters)[Name][number] };

/** Which people are wanted: by part of their name or function, and after whom the page begins. */
export type PeopleWanted = Filters & { readonly text?: string; readonly functionName?: string; readonly after?: string };

type Test = (one: Indexed) => boolean;

const testsFor = (round: Round, organisation: Organisation, missed: ReadonlySet<PersonId>, wanted: PeopleWanted): readonly Test[] => {
  const { answer, chain, corrected, unreachable, partner, functionName } = wanted;
  const text = folded(wanted.text?.trim() ?? '');
  return [
    ...(answer === undefined ? [] : [({ participant }: Indexed) => participant.answer === answer]),
    // Who is left is listed for nobody where partners are chosen in the open (tension 3).
    ...(partner === undefined || round.state === 'choosing'
      ? []
      : [({ participant: { answer: said, match } }: Indexed) => said === 'joined' && match.kind !== 'paired']),
    ...(functionName === undefined ? [] : [(one: Indexed) => one.functionName === functionName]),
    ...(corrected === undefined
      ? []
      : [({ participant }: Indexed) => organisation.corrected.has(participant.personId) === (corrected === 'yes')]),
    ...(unreachable === undefined ? [] : [({ participant }: Indexed) => missed.has(participant.personId) === (unreachable === 'yes')]),
    ...(text === '' ? [] : [({ texts }: Indexed) => texts.some((one) => one.includes(text))]),
    ...(chain === undefined ? [] : [(one: Indexed) => one.chain() === chain]),
  ];
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
  const index = peopleIndex(all.value, organisation, words);
  const tests = testsFor(all.value.round.value, organisation, new Set(unreachable.map(({ personId: id }) => id)), wanted);
  const found = index.people.filter((one) => tests.every((isWanted) => isWanted(one))).map(({ participant }) => participant);
  const listed = { items: found, idsOf: ({ personId }: Participant): readonly PersonId[] => [personId], most: peoplePerPage };
  const { page, total, next } = pageByName(index, listed, wanted.after === undefined ? {} : { after: wanted.after });
  const show = await showingPeople(deps, words, all.value, asked.actor.personId);
  return ok({
    people: page.map(show),
    total,
    next,
    functions: [...index.functions],
    link: tabLink(deps.teamsAppId, `round/${asked.roundId}`),
  });
};
