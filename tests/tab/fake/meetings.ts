import type { EngagementMeeting, EngagementMeetings, EngagementTimes } from '@coaching-pairs/shared/wire/engagement-meetings';
import type { MeetingsOnPaper } from './meetings-on-paper.js';
import { type Asked, Refuse, type World } from './world.js';

const times: EngagementTimes = {
  ...{ minutes: 90, stretch: 0, unread: [], calendar: 'fine', claims: null },
  others: ['2026-12-08T10:00:00.000Z', '2026-12-09T14:00:00.000Z'],
};

const nothingBooked: EngagementMeetings = {
  ...{ members: [], zones: [], bookable: [], planned: null, held: 0, minutes: 60, sessions: [], left: 0, calendar: 'fine', claims: null },
};

const onPaper = ({ engagement }: World): MeetingsOnPaper => {
  if (engagement?.engagement === undefined && engagement?.meetings === undefined) throw new Refuse('There is no such thing.', 'not-found');
  engagement.meetings ??= { page: nothingBooked, asked: [] };
  return engagement.meetings;
};

const noted =
  (name: string, change: (page: EngagementMeetings, asked: Asked) => EngagementMeetings = (page) => page) =>
  (world: World, asked: Asked): EngagementMeetings => {
    const meetings = onPaper(world);
    meetings.asked.push([name, asked.body]);
    meetings.page = change(meetings.page, asked);
    return meetings.page;
  };

const onOne =
  (change: (meeting: EngagementMeeting, asked: Asked) => EngagementMeeting | null) =>
  (page: EngagementMeetings, asked: Asked): EngagementMeetings => ({
    ...page,
    sessions: page.sessions.flatMap((one) => (one.id === asked.params.sessionId ? (change(one, asked) ?? []) : one)),
  });

export const meetingHandlers = {
  meetings: (world: World) => onPaper(world).page,
  meetingTimes: (world: World) => onPaper(world).times ?? times,
  meetingClashes: (world: World) => ({ clashes: onPaper(world).clashes ?? [] }),
  bookMeeting: noted('book'),
  followMeetings: noted('follow'),
  finishMeetings: noted('finish', (page) => ({ ...page, left: 0, calendar: 'fine' })),
  moveMeeting: noted(
    'move',
    onOne((one, { body }) => ({ ...one, start: body.start })),
  ),
  cancelMeeting: noted(
    'cancel',
    onOne(() => null),
  ),
  keepMeeting: noted(
    'keep',
    onOne((one) => ({ ...one, pending: null })),
  ),
  putMeetingInOutlook: noted(
    'outlook',
    onOne((one) => ({ ...one, inOutlook: true, pending: null })),
  ),
  keepFreeAround: noted(
    'free',
    onOne((one, { body }) => ({ ...one, keptFree: body.keep })),
  ),
};
