import { get, post, put } from './route.js';
import {
  AcceptCode,
  AddCoach,
  ChangeCoach,
  CoachRegister,
  CoachSuggestion,
  ExplainerSheet,
  LinkCoach,
  MyCoaching,
  PeopleToCoach,
  RemoveCoach,
  SaveMyCoaching,
  SwitchTwoTwo,
  TwoTwoActs,
  TwoTwoSwitch,
} from './two-two.js';

const register = '/api/two-two/coaches';
const mine = '/api/two-two/me/coach';

/** 2:2 Coaching: the switch, the register and the explainer. */
export const twoTwoRoutes = {
  twoTwoSwitch: get('switcher', '/api/two-two/switch', TwoTwoSwitch, 'Whether 2:2 Coaching is offered, and who said so'),
  switchTwoTwo: put('switcher', '/api/two-two/switch', SwitchTwoTwo, TwoTwoSwitch, 'Offer 2:2 Coaching, or no longer, by name'),
  twoTwoActs: get('switcher', '/api/two-two/acts', TwoTwoActs, 'Who did what with the switch and the register'),
  coachRegister: get('coordinator', register, CoachRegister, 'The register'),
  addCoach: post('coordinator', register, AddCoach, CoachRegister, 'Enter somebody of the organisation or from outside in the register'),
  changeCoach: put('coordinator', `${register}/{coachId}`, ChangeCoach, CoachRegister, 'Change an entry of the register'),
  linkCoach: post(
    'coordinator',
    `${register}/{coachId}/account`,
    LinkCoach,
    CoachRegister,
    'Enter the guest account of somebody from outside, found by their address',
  ),
  removeCoach: post('coordinator', `${register}/{coachId}/removal`, RemoveCoach, CoachRegister, 'Take somebody out of the register'),
  searchToCoach: get(
    'two-two',
    '/api/two-two/search/people',
    PeopleToCoach,
    'Find people in the directory by the start of a name (query: q), to enquire for them or to enter them in the register',
  ),
  suggestCoaches: get(
    'coordinator',
    '/api/two-two/suggestion',
    CoachSuggestion,
    'Two from the register for two people, and who holds whom (query: one, other, language, sponsor)',
  ),
  myCoaching: get('two-two', mine, MyCoaching, 'My own entry in the register'),
  saveMyCoaching: put('two-two', mine, SaveMyCoaching, MyCoaching, 'Write my own entry in the register'),
  acceptCode: post('two-two', `${mine}/code`, AcceptCode, MyCoaching, 'Accept the Code of Ethics of the ICF, by my name'),
  explainerSheet: get('two-two', '/api/two-two/explainer', ExplainerSheet, 'What 2:2 Coaching is, on one page to be taken along'),
} as const;
