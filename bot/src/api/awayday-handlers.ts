import { plainDate, roundId } from '@coaching-pairs/shared/ids';
import { arrangeAwayday, cancelAwayday, followAwayday } from '../workflows/awayday/meeting.js';
import { awaydayOf, changeAgenda, fixAwayday } from '../workflows/awayday/plan.js';
import type { Handlers } from './call.js';
import { asked, inOutlook, signed } from './round-handlers.js';

type AwaydayRoutes = 'awayday' | 'planAwayday' | 'writeAgenda' | 'arrangeAwayday' | 'followAwayday' | 'cancelAwayday';

/** What an administrator plans for the Awayday. */
export const awaydayHandlers: Pick<Handlers, AwaydayRoutes> = {
  awayday: ({ deps, actor, param }) => awaydayOf(deps, { roundId: roundId(param('roundId')), actor }),
  planAwayday: async (call) => {
    const { revision, form, day, time, zone, minutes, location } = call.body;
    const wish = { revision, form, day: plainDate(day), time, zone, minutes, location };
    return inOutlook(await fixAwayday(call.deps, signed(call), { ...asked(call), wish }));
  },
  writeAgenda: async (call) => {
    const { revision, items } = call.body;
    const written = await changeAgenda(call.deps, { ...asked(call), revision, items });
    return written.ok ? awaydayOf(call.deps, asked(call)) : written;
  },
  arrangeAwayday: async (call) => inOutlook(await arrangeAwayday(call.deps, signed(call), asked(call))),
  followAwayday: async (call) => inOutlook(await followAwayday(call.deps, signed(call), asked(call))),
  cancelAwayday: async (call) => inOutlook(await cancelAwayday(call.deps, signed(call), asked(call))),
};
