import { operationId, pairId, personId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import type { progressRoutes } from '@coaching-pairs/shared/wire/progress-routes';
import { askOneMore } from '../workflows/ask-late.js';
import { boardOf } from '../workflows/board.js';
import { moveAnswerDay } from '../workflows/move-answer-day.js';
import { whoAmI } from '../workflows/my-rounds.js';
import { comeBack, pausePerson } from '../workflows/pause-person.js';
import { progressOf } from '../workflows/progress.js';
import { askPairToTakeIn } from '../workflows/taking-in.js';
import type { Call, Handlers } from './call.js';

type AnyCall = Pick<Call<'progress'>, 'actor' | 'param'>;

const about = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

const asked = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({ ...about(call), opId: operationId(call.body.opId) });

/** How a round goes, and what organisers do on the way. */
export const progressHandlers: Pick<Handlers, keyof typeof progressRoutes> = {
  progress: (call) => progressOf(call.deps, about(call)),

  moveAnswerDay: async (call) => {
    const moved = await moveAnswerDay(call.deps, { ...asked(call), until: plainDate(call.body.until) });
    return moved.ok ? progressOf(call.deps, about(call)) : moved;
  },

  pausePerson: async (call) => {
    const until = call.body.until === null ? null : plainDate(call.body.until);
    const paused = await pausePerson(call.deps, { ...asked(call), personId: personId(call.body.personId), until });
    return paused.ok ? progressOf(call.deps, about(call)) : paused;
  },

  askLate: async (call) => {
    const done = await askOneMore(call.deps, { ...asked(call), personId: personId(call.body.personId) });
    return done.ok ? progressOf(call.deps, about(call)) : done;
  },

  takeIn: async (call) => {
    const third = { personId: personId(call.body.personId), pairId: pairId(call.body.pairId) };
    const done = await askPairToTakeIn(call.deps, { ...asked(call), ...third });
    return done.ok ? boardOf(call.deps, call.words, about(call)) : done;
  },

  comeBack: async (call) => {
    const back = await comeBack(call.deps, asked(call));
    return back.ok ? ok(await whoAmI(call.deps, call.words, call.actor)) : back;
  },
};
