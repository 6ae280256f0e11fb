import { operationId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { putUpInsightsWall, shareInsight, takeBackInsight, wallOf } from '../workflows/insights/wall.js';
import { keepPairTextsFor } from '../workflows/my-data/keep-for.js';
import { overviewOf } from '../workflows/overview.js';
import { answerPulse } from '../workflows/pulse/answer-pulse.js';
import { openClosingPulse } from '../workflows/pulse/open-pulse.js';
import { pulseOf } from '../workflows/pulse/pulse-view.js';
import type { Refusal } from '../workflows/refusal.js';
import { resourcesFor } from '../workflows/resources/resources.js';
import type { Call, Handlers } from './call.js';

type ClosingRoutes =
  | 'resources'
  | 'pulse'
  | 'answerPulse'
  | 'openPulse'
  | 'insights'
  | 'addInsight'
  | 'withdrawInsight'
  | 'putUpWall'
  | 'keepFor';

type AnyCall = Pick<Call<'pulse'>, 'deps' | 'words' | 'actor' | 'param'>;

const about = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

const overviewAfter = async (call: AnyCall, done: Result<null, Refusal>) =>
  done.ok ? overviewOf(call.deps, call.words, about(call)) : done;

/** The closing pulse, the insights wall, and what the resources pages ask for. */
export const closingHandlers: Pick<Handlers, ClosingRoutes> = {
  resources: async ({ deps, actor }) => ok(await resourcesFor(deps, actor)),

  pulse: (call) => pulseOf(call.deps, about(call)),
  answerPulse: async (call) => {
    const done = await answerPulse(call.deps, { ...about(call), answers: call.body.answers });
    return done.ok ? pulseOf(call.deps, about(call)) : done;
  },
  openPulse: async (call) => {
    const { opId, until } = call.body;
    return overviewAfter(call, await openClosingPulse(call.deps, { ...about(call), opId: operationId(opId), until: plainDate(until) }));
  },

  insights: (call) => wallOf(call.deps, about(call)),
  addInsight: (call) => {
    const { opId, text } = call.body;
    return shareInsight(call.deps, { ...about(call), opId: operationId(opId), text });
  },
  withdrawInsight: (call) => takeBackInsight(call.deps, { ...about(call), insightId: call.body.insightId }),
  putUpWall: async (call) => overviewAfter(call, await putUpInsightsWall(call.deps, { ...about(call), opId: operationId(call.body.opId) })),

  keepFor: async (call) => {
    const { opId, keptDays } = call.body;
    return overviewAfter(call, await keepPairTextsFor(call.deps, { ...about(call), opId: operationId(opId), keptDays }));
  },
};
