import { operationId, roundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import type { Refusal } from '../workflows/refusal.js';
import { bookSessions, callOff, leaveAsIs, moveTo, putInOutlook } from '../workflows/sessions/arrange.js';
import type { Signed, Trouble } from '../workflows/sessions/carry-out.js';
import { finishInOutlook, followOutlook } from '../workflows/sessions/in-outlook.js';
import { timesForPair, timesForSession } from '../workflows/sessions/times.js';
import { mySessions } from '../workflows/sessions/view.js';
import type { Call, Handlers } from './call.js';
import { exact } from './exact.js';

type SessionRoutes =
  | 'sessions'
  | 'sessionTimes'
  | 'bookSessions'
  | 'followSessions'
  | 'finishSessions'
  | 'otherTimes'
  | 'moveSession'
  | 'cancelSession'
  | 'keepSession'
  | 'putInOutlook';
type AnyCall = Pick<Call<'sessions'>, 'deps' | 'words' | 'actor' | 'param' | 'calendar'>;

const aboutPair = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });
const signed = ({ calendar, words }: AnyCall): Signed => ({ calendar: calendar(), words });

const aboutChange = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({
  ...aboutPair(call),
  opId: operationId(call.body.opId),
});

const aboutSession = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({
  ...aboutChange(call),
  sessionId: call.param('sessionId'),
});

const sessionsAfter = async (call: AnyCall, done: Result<Trouble, Refusal>): Promise<Result<Sessions, Refusal>> =>
  done.ok ? mySessions(call.deps, aboutPair(call), done.value) : done;

/** The sessions of somebody's own pair. What has to do with Outlook is done on behalf of whoever asks. */
export const sessionHandlers: Pick<Handlers, SessionRoutes> = {
  sessions: (call) => mySessions(call.deps, aboutPair(call)),
  sessionTimes: (call) => timesForPair(call.deps, signed(call), aboutPair(call)),
  otherTimes: (call) => timesForSession(call.deps, signed(call), { ...aboutPair(call), sessionId: call.param('sessionId') }),
  bookSessions: async (call) => {
    const booking = { ...call.body, ...aboutChange(call), starts: call.body.starts.map(exact) };
    return sessionsAfter(call, await bookSessions(call.deps, signed(call), booking));
  },
  followSessions: async (call) => sessionsAfter(call, await followOutlook(call.deps, signed(call), aboutPair(call))),
  finishSessions: async (call) => sessionsAfter(call, await finishInOutlook(call.deps, signed(call), aboutPair(call))),
  moveSession: async (call) =>
    sessionsAfter(call, await moveTo(call.deps, signed(call), { ...aboutSession(call), start: exact(call.body.start) })),
  cancelSession: async (call) => sessionsAfter(call, await callOff(call.deps, signed(call), aboutSession(call))),
  keepSession: async (call) => sessionsAfter(call, await leaveAsIs(call.deps, signed(call), aboutSession(call))),
  putInOutlook: async (call) => sessionsAfter(call, await putInOutlook(call.deps, signed(call), aboutSession(call))),
};
