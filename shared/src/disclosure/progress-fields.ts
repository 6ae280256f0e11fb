import { all } from './rows.js';

/** The rows of the matrix for the page on which administrators see how a round goes. */
export const progressFields = {
  ...all('Progress.', 'organising', ['name', 'state', 'matches.open', 'matches.firstDay', 'matches.from', 'matches.to']),
  ...all('Progress.rhythm.', 'rhythm-share', ['kind', 'from', 'on', 'share', 'percent']),
  // Organisers alone know who is set aside, and the person.
  ...all('Progress.paused[].', 'record', ['person', 'until']),
} as const;
