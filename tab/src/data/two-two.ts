import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from './keys.js';
import { useAsked } from './use-asked.js';

/** For whom two are sought, in which language and beside which sponsor; empty where any or none. */
type SuggestionFor = { readonly one: string; readonly other: string; readonly language: string; readonly sponsor: string };

/** Under which keys answers about 2:2 Coaching are kept. */
export const twoTwoKeys = {
  switch: ['two-two', 'switch'],
  acts: ['two-two', 'acts'],
  register: ['two-two', 'register'],
  mine: ['two-two', 'mine'],
  search: (text: string) => ['two-two', 'search', text],
  suggestion: ({ one, other, language, sponsor }: SuggestionFor) => ['two-two', 'suggestion', one, other, language, sponsor],
} as const;

export const useTwoTwoSwitch = () => useAsked(routes.twoTwoSwitch, { key: twoTwoKeys.switch });
export const useTwoTwoActs = () => useAsked(routes.twoTwoActs, { key: twoTwoKeys.acts, fresh: 0 });
export const useCoachRegister = () => useAsked(routes.coachRegister, { key: twoTwoKeys.register });
export const useMyCoaching = () => useAsked(routes.myCoaching, { key: twoTwoKeys.mine });

/** Asked anew each time: what others change in the register changes who fits. */
export const useCoachSuggestion = (wanted: SuggestionFor) =>
  useAsked(routes.suggestCoaches, { key: twoTwoKeys.suggestion(wanted), query: wanted, fresh: 0 });

/** What a change of the switch or the register puts out of date. */
export const outdatedByRegister = [twoTwoKeys.acts, keys.me] as const;
