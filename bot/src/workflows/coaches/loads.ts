import type { CoachId } from '@coaching-pairs/shared/coaches/coach';
import type { Load } from '@coaching-pairs/shared/coaches/suggestion';
import type { Deps } from '../deps.js';

/** How many engagements each coach is in, and was in. There are none yet, so that everybody is free. */
export const loadsOf = async (_deps: Pick<Deps, 'coachRegister'>): Promise<ReadonlyMap<CoachId, Load>> => new Map();
