import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { peopleFilters } from '@coaching-pairs/shared/wire/people';
import type { peopleRoutes } from '@coaching-pairs/shared/wire/people-routes';
import { confirmTops, correctPerson } from '../workflows/correct-people.js';
import { keptApartIn, recordApart } from '../workflows/keep-apart.js';
import { applyPeopleFile, checkPeopleFile, peopleFileOf } from '../workflows/people-csv.js';
import { type PeopleWanted, peopleOf } from '../workflows/people-page.js';
import type { Call, Handlers } from './call.js';

type AnyCall = Pick<Call<'people'>, 'deps' | 'words' | 'actor' | 'param'>;

const aboutRound = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

const asked = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({
  ...aboutRound(call),
  opId: operationId(call.body.opId),
});

/** What was asked for by name; a word that no filter knows narrows nothing. */
const wantedBy = ({ query, queried }: Pick<Call<'people'>, 'query' | 'queried'>): PeopleWanted => {
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined =>
    choices.find((choice) => choice === queried(name));
  const [functionName, after] = [queried('function'), queried('after')];
  const { answer, chain, corrected, unreachable, partner } = peopleFilters;
  const wanted = {
    ...{ text: query, answer: chosen('answer', answer), chain: chosen('chain', chain), corrected: chosen('corrected', corrected) },
    ...{ unreachable: chosen('unreachable', unreachable), partner: chosen('partner', partner) },
    ...{ functionName: functionName === '' ? undefined : functionName, after: after === '' ? undefined : after },
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
};

/** What an administrator may ask about the people of a round. */
export const peopleHandlers: Pick<Handlers, keyof typeof peopleRoutes> = {
  people: (call) => peopleOf(call.deps, call.words, aboutRound(call), wantedBy(call)),

  correctPerson: async (call) => {
    const { managerId, secondManagerId, functionName, timeZone, takesBack } = call.body;
    const corrected = await correctPerson(call.deps, {
      ...asked(call),
      personId: personId(call.param('personId')),
      ...(managerId === undefined ? {} : { managerId: managerId === null ? null : personId(managerId) }),
      ...(secondManagerId === undefined ? {} : { dottedManagerId: secondManagerId === null ? null : personId(secondManagerId) }),
      ...(functionName === undefined ? {} : { functionName }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(takesBack === undefined ? {} : { takesBack }),
    });
    return corrected.ok ? ok({}) : corrected;
  },

  confirmTops: async (call) => {
    const confirmed = await confirmTops(call.deps, { ...asked(call), personIds: call.body.personIds.map(personId) });
    return confirmed.ok ? ok({}) : confirmed;
  },

  peopleFile: (call) => peopleFileOf(call.deps, call.words, aboutRound(call)),
  checkPeopleFile: (call) => checkPeopleFile(call.deps, call.words, { ...aboutRound(call), text: call.body.text }),
  applyPeopleFile: (call) => {
    const { text, version } = call.body;
    return applyPeopleFile(call.deps, call.words, { ...asked(call), text, version });
  },

  keptApart: (call) => keptApartIn(call.deps, call.words, aboutRound(call)),

  keepApart: async (call) => {
    const { one, other, apart } = call.body;
    const kept = await recordApart(call.deps, { ...asked(call), pair: [personId(one), personId(other)], apart });
    return kept.ok ? keptApartIn(call.deps, call.words, aboutRound(call)) : kept;
  },
};
