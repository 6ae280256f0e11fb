import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';

/** Why nothing can be opened for the end of a round now; null when it can. */
export const whyNotNow = ({ state }: RoundOverview): 'tab.closing.later' | 'tab.closing.over' | null => {
  if (state === 'active' || state === 'awayday') return null;
  return state === 'closed' ? 'tab.closing.over' : 'tab.closing.later';
};
