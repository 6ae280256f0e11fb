import { accountOf } from '@coaching-pairs/shared/coaches/coach';
import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { nearIn } from '@coaching-pairs/shared/engagement/near';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Deps } from '../deps.js';

/** Everybody of the register and of engagements that are kept, whose names are shown there and whose lines are looked at (TT-01). */
export const peopleInTwoTwo = async (deps: Pick<Deps, 'coachRegister' | 'engagements' | 'clock'>): Promise<readonly PersonId[]> => {
  const [register, engagements] = await Promise.all([deps.coachRegister.all(), deps.engagements.list()]);
  const kept = engagements.filter((one) => !isPastKeeping(one, deps.clock.now()));
  return [
    ...register.flatMap(({ value }) => accountOf(value) ?? []),
    ...kept.flatMap(({ clientIds, holdings, sponsorId, putForward, notThese }) => {
      const coachIds = [...holdings.map(({ coachId }) => coachId), ...nearIn({ putForward, notThese })];
      return [...clientIds, ...coachIds, sponsorId ?? []].flat();
    }),
  ];
};
