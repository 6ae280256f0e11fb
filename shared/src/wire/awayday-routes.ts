import { Awayday, PlanAwayday, WriteAgenda } from './awayday.js';
import { Change, MeetingInOutlook } from './rounds.js';
import { get, post, put } from './route.js';

const awayday = '/api/admin/rounds/{roundId}/awayday';

/** Planning the day on which the whole team meets at the end of a round (CP-80). */
export const awaydayRoutes = {
  awayday: get('administrator', awayday, Awayday, 'The Awayday as it is planned'),
  planAwayday: put(
    'administrator',
    awayday,
    PlanAwayday,
    MeetingInOutlook,
    'Fix the day, the place and the form of the Awayday, or change them',
  ),
  writeAgenda: put('administrator', `${awayday}/agenda`, WriteAgenda, Awayday, 'Write the agenda of the Awayday anew'),
  arrangeAwayday: post(
    'administrator',
    `${awayday}/meeting`,
    Change,
    MeetingInOutlook,
    'Put the Awayday into the calendars of all whom it is for',
  ),
  followAwayday: post('administrator', `${awayday}/meeting/follow`, Change, MeetingInOutlook, 'Follow what was changed in Outlook itself'),
  cancelAwayday: post('administrator', `${awayday}/meeting/cancel`, Change, MeetingInOutlook, 'Take the Awayday out of all calendars'),
} as const;
