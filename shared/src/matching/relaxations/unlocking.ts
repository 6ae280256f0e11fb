import { match } from '../match.js';
import type { MatchOptions, MatchResult } from '../outcome.js';
import { mostForRelaxations } from './relaxations.js';
import type { Asked } from './relaxed.js';

/** How many people more would have a partner if nothing were locked; solved for, as every other offer is. 0 where nothing is locked. */
export const unlockingBrings = (
  { participants, rules, options }: Asked & { readonly options: MatchOptions },
  { unmatched, deficiency }: Pick<MatchResult, 'unmatched' | 'deficiency'>,
): number => {
  const { locks = [], ...others } = options;
  if (locks.length === 0 || deficiency === null || participants.length > mostForRelaxations) return 0;
  const free = match(participants, rules, others);
  return free.ok ? Math.max(0, unmatched.length - free.value.unmatched.length) : 0;
};
