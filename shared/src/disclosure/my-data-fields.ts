import { all } from './rows.js';

/** What a note holds, of whichever kind it is. */
export const noteFields = ['kind', 'heading', 'text', 'done', 'takeAways', 'moreConfident', 'stillImproving'] as const;

/** The rows of the matrix for everything of somebody's that is kept, in one answer to themselves (C-08). */
export const myDataFields = {
  'MyData.madeAt': 'own',
  ...all('MyData.person.', 'own', ['id', 'name', 'mail', 'jobTitle', 'department', 'location', 'language', 'timeZone']),
  ...all('MyData.reminders.', 'own', ['pausedUntil', 'zoneInTab', 'zoneInChat']),
  ...all('MyData.rounds[].', 'round', ['id', 'name', 'state', 'startsOn', 'endsOn']),
  ...all('MyData.rounds[].', 'own', ['pausedUntil', 'parts[]', 'answer', 'invitedAt', 'answeredAt', 'disclosureVersion']),
  ...all('MyData.rounds[].', 'wishes', ['closely[]', 'trusted[]']),
  'MyData.rounds[].matches[].partners[]': 'proposed-match',
  ...all('MyData.rounds[].matches[].', 'own', ['sentAt', 'suggestedByMe', 'answer', 'outcome']),
  ...all('MyData.rounds[].pairs[].', 'pair', ['partners[]', 'formedAt', 'endedAt']),
  ...all('MyData.rounds[].pairs[].sessions[].', 'sessions', ['start', 'minutes', 'place', 'state', 'bookedByMe']),
  ...all('MyData.rounds[].pairs[].agreement[].', 'agreement', ['version', 'savedAt', 'confirmedByMe']),
  ...all('MyData.rounds[].pairs[].agreement[].terms.', 'agreement', ['meetings', 'minutes', 'place', 'books', 'noticeHours', 'notes']),
  ...all('MyData.rounds[].pairs[].agreement[].terms.', 'agreement', ['recordingOff', 'confidentiality', 'contact', 'awayday', 'drift']),
  ...all('MyData.rounds[].pairs[].agreement[].myWords.', 'agreement', ['wants', 'challenge', 'shutsDown']),
  ...all('MyData.rounds[].awayday.', 'feedback-names', ['first', 'second']),
  ...all('MyData.rounds[].awayday.', 'feedback-pair', ['attends', 'group[]']),
  ...all('MyData.rounds[].insights[].', 'own', ['text', 'at']),
  ...all('MyData.rounds[].messages[].', 'own', ['kind', 'at', 'arrived']),
  ...all('MyData.rounds[].acts[].', 'own', ['at', 'action']),
  ...all('MyData.notes[].content.', 'note', noteFields),
  'MyData.notes[].changedAt': 'note',
  'MyData.notes[].sharedWith[]': 'shared-note',
  'MyData.unreadable': 'note',
} as const;
