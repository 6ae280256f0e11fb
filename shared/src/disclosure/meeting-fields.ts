import { all } from './rows.js';

const view = ['id', 'start', 'minutes', 'place', 'isPrivate', 'organiser', 'held', 'inOutlook', 'pending', 'movesTo', 'joinUrl'] as const;
const more = ['recordable', 'kind', 'number', 'purpose', 'people[]', 'cancelled', 'shortNotice.what', 'shortNotice.from'] as const;

/** Of meetings those who come to them read everything (TT-13, TT-40); what is in one's own calendar is one's own. */
export const meetingFields = {
  ...all('EngagementMeetings.', 'shared', ['members[]', 'zones[].person', 'zones[].zone', 'planned', 'held', 'minutes']),
  ...all('EngagementMeetings.', 'own', ['bookable[]', 'left', 'calendar', 'claims']),
  ...all('EngagementMeetings.sessions[].', 'meeting', [...view, ...more]),
  ...all('EngagementMeetings.sessions[].', 'own', ['mine', 'keptFree']),
  ...all('EngagementTimes.', 'meeting', ['minutes', 'others[]', 'stretch', 'unread[]']),
  ...all('EngagementTimes.', 'own', ['calendar', 'claims']),
  'EngagementClashes.clashes[]': 'meeting',
} as const;
