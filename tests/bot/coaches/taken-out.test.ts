import { removeCoach } from '@coaching-pairs/bot/workflows/coaches/register';
import type { Deps } from '@coaching-pairs/bot/workflows/deps';
import { assignTwoCoaches } from '@coaching-pairs/bot/workflows/engagement/coordinate';
import { coachId } from '@coaching-pairs/shared/coaches/coach';
import { engagementId, operationId } from '@coaching-pairs/shared/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { type Engagements, type Lived, liveEngagement, openEngagements } from '../engagement/engagement-house.js';

let house: Engagements;
let lived: Lived;
const stella = { personId: idOf('Stella'), name: 'Stella', opener: false, coordinator: true };

beforeEach(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
  await lived.consents();
});
afterEach(() => house.close());

const gives = (deps: Deps) => {
  const asked = { actor: stella, opId: operationId(house.opId()), engagementId: engagementId(lived.at.engagementId) };
  return assignTwoCoaches(deps, { ...asked, holdings: lived.holdings });
};
const takesOut = (deps: Deps) => removeCoach(deps, { actor: stella, opId: operationId(house.opId()), id: coachId(idOf('Vera')) });
const stands = async () => ({
  registered: (await house.deps.coachRegister.one(coachId(idOf('Vera')))) !== null,
  given: (await lived.seen('Ben')).state === 'discovery',
});
const once = <T>(run: () => Promise<T>) => {
  let first: Promise<T> | null = null;
  return () => (first ??= run());
};

describe('a coach who is given and taken out of the register at once', () => {
  it('[R-12] [TT-01] stays in it where they are taken out while their engagement is being written', async () => {
    const { deps } = house;
    const meanwhile = once(() => takesOut(deps));
    const engagements: Deps['engagements'] = {
      ...deps.engagements,
      commit: async (change) => {
        await meanwhile();
        return deps.engagements.commit(change);
      },
    };
    expect(await gives({ ...deps, engagements })).toMatchObject({ ok: true });
    expect(await meanwhile()).toMatchObject({ ok: false, error: { code: 'coach-engaged' } });
    expect(await stands()).toEqual({ registered: true, given: true });
  });

  it('[R-12] [TT-01] stays in it where they are given after their engagements were counted', async () => {
    const { deps } = house;
    const meanwhile = once(() => gives(deps));
    const coachRegister: Deps['coachRegister'] = {
      ...deps.coachRegister,
      commit: async (change) => {
        await meanwhile();
        return deps.coachRegister.commit(change);
      },
    };
    expect(await takesOut({ ...deps, coachRegister })).toMatchObject({ ok: false, error: { code: 'coach-engaged' } });
    expect(await meanwhile()).toMatchObject({ ok: true });
    expect(await stands()).toEqual({ registered: true, given: true });
  });

  it('[R-12] [TT-01] is not given where they were taken out first', async () => {
    const { deps } = house;
    const meanwhile = once(() => takesOut(deps));
    const hold: Deps['coachRegister']['hold'] = async (coach) => {
      await meanwhile();
      return deps.coachRegister.hold(coach);
    };
    const refused = await gives({ ...deps, coachRegister: { ...deps.coachRegister, hold } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'coach-unknown' } });
    expect(await stands()).toEqual({ registered: false, given: false });
  });

  it('[R-12] what came to nothing keeps them in it for a few minutes alone', async () => {
    const { deps } = house;
    const commit: Deps['engagements']['commit'] = () => Promise.reject(new Error('the store is away'));
    await expect(gives({ ...deps, engagements: { ...deps.engagements, commit } })).rejects.toThrow('away');
    expect(await takesOut(deps)).toMatchObject({ ok: false, error: { code: 'coach-engaged' } });
    house.clock.advance(5 * 60);
    expect(await takesOut(deps)).toMatchObject({ ok: true });
  });
});
