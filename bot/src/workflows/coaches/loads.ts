import { accountOf, type CoachId } from '@coaching-pairs/shared/coaches/coach';
import type { Load } from '@coaching-pairs/shared/coaches/suggestion';
import type { Deps } from '../deps.js';
import { engagementsNow } from '../engagement/my-engagement.js';

/** How many engagements each coach is in, and was in; whoever is in none is not among them. */
export const loadsOf = async (deps: Deps): Promise<ReadonlyMap<CoachId, Load>> => {
  const [register, engagements] = await Promise.all([deps.coachRegister.all(), engagementsNow(deps)]);
  return new Map(
    register.flatMap(({ value: coach }) => {
      const account = accountOf(coach);
      const theirs = engagements.filter(({ holdings }) => holdings.some(({ coachId }) => coachId === account));
      const open = theirs.filter(({ state }) => state !== 'closed').length;
      return theirs.length === 0 ? [] : [[coach.id, { open, all: theirs.length }] as const];
    }),
  );
};
