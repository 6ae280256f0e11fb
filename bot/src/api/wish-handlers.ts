import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { peopleToName, saveWishes, wishesOf } from '../workflows/wishes.js';
import type { Call, Handlers } from './call.js';

const aboutMe = ({ actor, param }: Pick<Call<'myWishes'>, 'actor' | 'param'>) => ({ roundId: roundId(param('roundId')), actor });

/** What somebody has named in private, for nobody but whoever asks. */
export const wishHandlers: Pick<Handlers, 'myWishes' | 'saveWishes' | 'peopleToName'> = {
  myWishes: (call) => wishesOf(call.deps, aboutMe(call)),

  saveWishes: async (call) => {
    const { opId, closely, trusted } = call.body;
    const lists = { closely: closely.map(personId), trusted: trusted.map(personId) };
    const saved = await saveWishes(call.deps, { ...aboutMe(call), opId: operationId(opId), ...lists });
    return saved.ok ? wishesOf(call.deps, aboutMe(call)) : saved;
  },

  peopleToName: (call) => peopleToName(call.deps, call.words, { ...aboutMe(call), query: call.query }),
};
