import { all } from './rows.js';

const profile = ['about', 'languages[]', 'place', 'capacity', 'paused', 'commitment.name', 'commitment.at'] as const;

/**
 * The rows of the matrix for the switch and the register of 2:2 Coaching. A coach reads their own entry, a coordinator all of them;
 * whoever administers rounds reads none of it.
 */
export const coachFields = {
  ...all('Me.twoTwo.', 'own', ['on', 'coordinator', 'coach']),
  ...all('MyData.twoTwo.', 'own', profile),
  ...all('MyData.twoTwoActs[].', 'own', ['at', 'action']),
  ...all('MyCoaching.', 'own', ['name', ...profile]),
  ...all('TwoTwoSwitch.', 'coordinating', ['on', 'by', 'at']),
  ...all('TwoTwoActs.', 'coordinating', ['lines[].at', 'lines[].by', 'lines[].action', 'lines[].about', 'more']),
  ...all('CoachRegister.coaches[].', 'coordinating', ['id', 'name', 'functionName', 'mail', 'hasAccount', 'open', 'standing', ...profile]),
  'PeopleToCoach.people[]': 'directory',
  ...all('CoachSuggestion.two.', 'coordinating', [
    'holds[].coach',
    'holds[].client',
    'holds[].open',
    'holds[].capacity',
    'why',
    'languages[]',
  ]),
  // In words that are the same for everybody, and tell of nobody.
  ...all('ExplainerSheet.', 'own', ['fileName', 'pdf']),
  ...all('CoachSuggestion.passedOver[].', 'coordinating', ['coach', 'why']),
} as const;
