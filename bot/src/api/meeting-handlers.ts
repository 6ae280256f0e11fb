import { engagementId, operationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { engagementMeetingRoutes } from '@coaching-pairs/shared/wire/engagement-meeting-routes';
import type { EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import {
  bookMeeting,
  callOffMeeting,
  leaveMeetingAsIs,
  meetingIdOf,
  moveMeetingTo,
  putMeetingInOutlook,
} from '../workflows/engagement/meetings/arrange.js';
import { finishMeetings, followMeetings } from '../workflows/engagement/meetings/in-outlook.js';
import { followWithFree, keepFreeAround } from '../workflows/engagement/meetings/keep-free.js';
import { clashesAt, timesForMeeting } from '../workflows/engagement/meetings/times.js';
import { meetingsView } from '../workflows/engagement/meetings/view.js';
import type { Refusal } from '../workflows/refusal.js';
import type { Signed, Trouble } from '../workflows/sessions/carry-out.js';
import type { Call, Handlers } from './call.js';
import { exact } from './exact.js';

type AnyCall = Pick<Call<'meetings'>, 'deps' | 'words' | 'actor' | 'param' | 'calendar'>;
type AnyChange = AnyCall & { readonly body: { readonly opId: string } };

const about = ({ actor, param }: AnyCall) => ({ engagementId: engagementId(param('engagementId')), actor });
const signed = ({ calendar, words }: AnyCall): Signed => ({ calendar: calendar(), words });
const aboutChange = (call: AnyChange) => ({ ...about(call), opId: operationId(call.body.opId) });
const aboutOne = (call: AnyChange) => ({ ...aboutChange(call), sessionId: call.param('sessionId') });

const after = async (call: AnyCall, done: Result<Trouble, Refusal>): Promise<Result<EngagementMeetings, Refusal>> =>
  done.ok ? meetingsView(call.deps, about(call), done.value) : done;

/** What somebody keeps free around their meetings goes along with these, once nothing else stood in the way. */
const withFree = async (call: AnyCall, done: Result<Trouble, Refusal>): Promise<Result<EngagementMeetings, Refusal>> =>
  after(call, done.ok && done.value === null ? await followWithFree(call.deps, signed(call), about(call)) : done);

/** Meetings of an engagement. What has to do with Outlook is done on behalf of whoever asks. */
export const meetingHandlers: Pick<Handlers, keyof typeof engagementMeetingRoutes> = {
  meetings: (call) => after(call, ok(null)),
  meetingTimes: (call) => timesForMeeting(call.deps, signed(call), { ...about(call), about: call.param('about') }),
  meetingClashes: (call) => {
    const asked = { ...about(call), about: call.param('about'), start: call.param('start') };
    return clashesAt(call.deps, signed(call), asked);
  },
  bookMeeting: async (call) => {
    const { kind, minutes, place, isPrivate, outlook, having, keepFree } = call.body;
    const asked = { ...aboutChange(call), kind, minutes, place, isPrivate, outlook, having, start: exact(call.body.start) };
    const booked = await bookMeeting(call.deps, signed(call), asked);
    if (!booked.ok || booked.value !== null || !keepFree || !outlook) return after(call, booked);
    const around = { ...asked, sessionId: meetingIdOf(asked), keep: true };
    return after(call, await keepFreeAround(call.deps, signed(call), around));
  },
  followMeetings: async (call) => withFree(call, await followMeetings(call.deps, signed(call), about(call))),
  finishMeetings: async (call) => withFree(call, await finishMeetings(call.deps, signed(call), about(call))),
  moveMeeting: async (call) => {
    const asked = { ...aboutOne(call), start: exact(call.body.start), confirmed: call.body.confirmed };
    return withFree(call, await moveMeetingTo(call.deps, signed(call), asked));
  },
  cancelMeeting: async (call) =>
    withFree(call, await callOffMeeting(call.deps, signed(call), { ...aboutOne(call), confirmed: call.body.confirmed })),
  keepMeeting: async (call) => after(call, await leaveMeetingAsIs(call.deps, signed(call), aboutOne(call))),
  putMeetingInOutlook: async (call) => withFree(call, await putMeetingInOutlook(call.deps, signed(call), aboutOne(call))),
  keepFreeAround: async (call) => after(call, await keepFreeAround(call.deps, signed(call), { ...aboutOne(call), keep: call.body.keep })),
};
