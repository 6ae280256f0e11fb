import { instant } from '@coaching-pairs/shared/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { clients, type Engagements, idsOf, type Lived, liveEngagement, openEngagements } from './engagement-house.js';

let house: Engagements;
let lived: Lived;

beforeEach(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
});
afterEach(() => house.close());

describe('the same two once more', () => {
  const again = async (who: string, as = 'client', more: object = {}) => {
    const enquiry = { ...lived.enquiry, opId: house.opId(), as, sponsorId: null, ...more };
    const { status, body } = await house.call(who, 'enquire', enquiry);
    return status === 200 ? 'opened' : (body as { readonly error: { readonly code: string; readonly message: string } }).error;
  };
  const open = { code: 'two-two-open-already' };
  const lately = { code: 'two-two-asked-lately', message: expect.stringMatching(/not asked again before \d+ [A-Z]/u) };

  it('[TT-05] are asked in one enquiry at a time, however it is called and whoever of them asks', async () => {
    expect(await again('Ben')).toMatchObject(open);
    expect(await again('Finn', 'client', { clientIds: idsOf(['Finn', 'Ben']), dyad: 'peers' })).toMatchObject(open);
    expect(await again('Maya', 'sponsor', { sponsorId: idOf('Maya') })).toMatchObject(open);
    expect(await again('Stella', 'coordinator')).toMatchObject(open);
    expect((await house.does('Stella', 'coordinating')).engagements).toHaveLength(1);
    expect(await again('Ben', 'client', { clientIds: idsOf(['Ben', 'Ana']) })).toBe('opened');
  });

  it('[S-11] whoever is not in it learns nothing of it by enquiring for the two', async () => {
    expect(await again('Cleo', 'sponsor', { sponsorId: idOf('Cleo') })).toBe('opened');
    await lived.moves('Finn', { kind: 'rather-not' });
    expect(await again('Vera', 'sponsor', { sponsorId: idOf('Vera') })).toBe('opened');
  });

  it('[TT-05] are left alone after a no, for as long as it is kept, and read the same whoever said it, or nobody did', async () => {
    const ends = [
      () => lived.moves('Finn', { kind: 'rather-not' }),
      () => lived.moves('Ben', { kind: 'rather-not' }),
      () => house.does('Stella', 'coordinateEngagement', { change: { kind: 'take-back' } }, lived.at),
    ];
    const read = new Set<string>();
    for (const end of ends) {
      await end();
      for (const who of clients) read.add(JSON.stringify(await again(who)).replace(/"correlationId":"[^"]*"/u, ''));
      expect(await again('Ben')).toMatchObject(lately);
      expect(await again('Maya', 'sponsor', { sponsorId: idOf('Maya') })).toMatchObject(lately);
      // Both can ask a coordinator, who asks both again.
      const opId = house.opId();
      expect(await again('Stella', 'coordinator', { opId, sponsorId: idOf('Maya') })).toBe('opened');
      lived = {
        ...lived,
        at: { engagementId: `e-${opId}` },
        moves: (who, change) => house.does(who, 'changeEngagement', { change }, { engagementId: `e-${opId}` }),
      };
    }
    expect(read.size).toBe(1);
    await lived.moves('Ben', { kind: 'rather-not' });
    house.clock.advance(30 * 86_400 - 1);
    expect(await again('Ben')).toMatchObject(lately);
    house.clock.advance(1);
    expect(await again('Ben')).toBe('opened');
    house.clock.advance(28 * 86_400);
    expect(await again('Finn')).toMatchObject(lately);
  });

  it('[R-12] of two who enquire for the same two at once one comes first, and a process that died keeps nobody waiting', async () => {
    await lived.moves('Ben', { kind: 'rather-not' });
    house.clock.advance(30 * 86_400);
    const answers = await Promise.all(clients.map((who) => again(who)));
    expect(answers.map((one) => (one === 'opened' ? one : one.code)).toSorted()).toEqual([
      'opened',
      expect.stringMatching(/^too-busy$|^two-two-open-already$/u),
    ]);
    expect((await house.does('Stella', 'coordinating')).engagements.filter(({ state }) => state === 'enquiry')).toHaveLength(1);
    const last = await house.deps.engagements.begunLast();
    const at = instant(house.clock.now());
    const died = { kind: 'replace', key: 'begun', etag: last?.etag ?? '', fields: { version: 1, body: { id: 'e-died', at } } } as const;
    expect((await house.table.commit({ partition: 'engagements', writes: [died] })).outcome).toBe('committed');
    const others = { clientIds: idsOf(['Ben', 'Ana']) };
    expect(await again('Ben', 'client', others)).toMatchObject({ code: 'too-busy' });
    house.clock.advance(10);
    expect(await again('Ben', 'client', others)).toBe('opened');
  });
});
