import { describe, expect, it } from 'vitest';
import { everyStory } from '../../acceptance/driver/stories.js';
import { openHouse } from './house.js';
import { type Cast, joiners, spring } from './played-round.js';
import { everyView, prepare, viewers } from './views.js';

describe('two worlds that differ in nothing but who would rather not', () => {
  const now = Date.parse('2026-11-20T09:00:00.000Z');
  /** Two houses are furnished and lived in, one after the other. */
  const long = 120_000;

  type Life = readonly [who: string, declines: 'they' | 'their partner', cast: Cast, withdraws?: string];

  /** Somebody and their partner: one says yes, then the other would rather not, or somebody withdraws it; every view after each step. */
  const live = async (...[who, declines, cast, withdraws]: Life) => {
    const house = await openHouse({ store: 'memory', now });
    try {
      const round = await prepare(house, cast);
      const match = (await round.sent()).find(({ members }) => members.includes(who));
      const partner = match?.members.find((name) => name !== who) ?? '';
      const [first, second] = declines === 'they' ? [partner, who] : [who, partner];
      await round.says(first, match?.id ?? '', 'accept');
      const afterYes = await everyView(house, round);
      if (withdraws === undefined) await round.says(second, match?.id ?? '', 'decline');
      else await round.does(withdraws, 'withdrawMatch', {}, { proposalId: match?.id ?? '' });
      return { partner, afterYes, afterNo: await everyView(house, round) };
    } finally {
      await house.close();
    }
  };

  /** The same life need not be lived again for another test. */
  const lived = new Map<string, ReturnType<typeof live>>();
  const world = (...life: Life): ReturnType<typeof live> => {
    const name = JSON.stringify(life);
    const known = lived.get(name) ?? live(...life);
    lived.set(name, known);
    return known;
  };

  /** What somebody reads, but for their own acts where they are one of those who did something. */
  const seenBy = (views: Awaited<ReturnType<typeof everyView>>, viewer: string, acted: readonly string[]) =>
    new Map([...(views.get(viewer) ?? [])].filter(([name]) => name !== 'myData' || !acted.includes(viewer)));

  /** Compares both worlds for everybody but the one who may know. */
  const compare = async (who: string, mayKnow: string, cast: Cast): Promise<void> => {
    const [one, other] = [await world(who, 'they', cast), await world(who, 'their partner', cast)];
    expect(one.partner).not.toBe('');
    for (const viewer of viewers.filter((name) => name !== mayKnow)) {
      expect(seenBy(other.afterNo, viewer, [who, one.partner]), viewer).toEqual(seenBy(one.afterNo, viewer, [who, one.partner]));
      if (![who, one.partner].includes(viewer)) expect(other.afterYes.get(viewer), viewer).toEqual(one.afterYes.get(viewer));
    }
    expect(other.afterNo.get(mayKnow)?.get('board')).not.toEqual(one.afterNo.get(mayKnow)?.get('board'));
    expect(one.afterNo.get(mayKnow)?.size).toBeGreaterThan(4);
  };

  it(
    '[CP-33] look the same to everybody but the people partner: at each step to others, and after the no to both of them too',
    () => compare('Ana', 'Priya', spring),
    long,
  );

  const others = ['a match of two others', 'Ana', 'Priya', 'Omar', spring] as const;
  const own = ['the people partner’s own', 'Priya', 'Omar', 'Omar', { ...spring, joiners: [...joiners.slice(1), 'Priya'] }] as const;
  it.each(everyStory ? [others, own] : [others])(
    '[CP-33] whether it was declined or withdrawn: %s looks the same to everybody but the one who may know of declines',
    async (_whose, who, mayKnow, withdraws, cast) => {
      const [declined, withdrawn] = [await world(who, 'their partner', cast), await world(who, 'their partner', cast, withdraws)];
      expect(withdrawn.partner).toBe(declined.partner);
      for (const viewer of viewers.filter((name) => name !== mayKnow))
        expect(seenBy(withdrawn.afterNo, viewer, [declined.partner, withdraws]), viewer).toEqual(
          seenBy(declined.afterNo, viewer, [declined.partner, withdraws]),
        );
      expect(withdrawn.afterNo.get(mayKnow)?.get('board')).not.toEqual(declined.afterNo.get(mayKnow)?.get('board'));
    },
    long,
  );

  it.runIf(everyStory)(
    '[CP-33] for the people partner’s own match they look the same to everybody but the second administrator',
    () => compare('Priya', 'Omar', { ...spring, joiners: [...joiners.slice(1), 'Priya'] }),
    long,
  );
});
