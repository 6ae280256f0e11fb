import {
  BookEngagementMeeting,
  CancelEngagementMeeting,
  EngagementClashes,
  EngagementMeetings,
  EngagementTimes,
  KeepFree,
  MoveEngagementMeeting,
} from './engagement-meetings.js';
import { Change } from './rounds.js';
import { get, post } from './route.js';

const all = '/api/two-two/engagements/{engagementId}/sessions';
const one = `${all}/{sessionId}`;

/** Meetings of an engagement, for those who come to them; `about` is a kind of meeting, or one that is to be moved. */
export const engagementMeetingRoutes = {
  meetings: get('two-two', all, EngagementMeetings, 'The meetings of an engagement that I come to'),
  meetingTimes: get('two-two', `${all}/times/{about}`, EngagementTimes, 'Times at which all who come are at work and free'),
  meetingClashes: get('two-two', `${all}/around/{about}/{start}`, EngagementClashes, 'What a time meets in our calendars, to be warned of'),
  bookMeeting: post('two-two', all, BookEngagementMeeting, EngagementMeetings, 'Book a meeting, in my Outlook unless I say otherwise'),
  followMeetings: post('two-two', `${all}/follow`, Change, EngagementMeetings, 'Follow what was moved or cancelled in Outlook itself'),
  finishMeetings: post('two-two', `${all}/finish`, Change, EngagementMeetings, 'Do in my Outlook what I began and what did not work'),
  moveMeeting: post('two-two', `${one}/move`, MoveEngagementMeeting, EngagementMeetings, 'Want a meeting at another time'),
  cancelMeeting: post('two-two', `${one}/cancel`, CancelEngagementMeeting, EngagementMeetings, 'Want a meeting no longer'),
  keepMeeting: post('two-two', `${one}/keep`, Change, EngagementMeetings, 'Leave a meeting as it is, whatever was wished for'),
  putMeetingInOutlook: post(
    'two-two',
    `${one}/outlook`,
    Change,
    EngagementMeetings,
    'Do in my Outlook what waits there for one meeting, or put it there',
  ),
  keepFreeAround: post('two-two', `${one}/free`, KeepFree, EngagementMeetings, 'Keep ten minutes free around a meeting in my own calendar'),
} as const;
