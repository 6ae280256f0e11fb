import type { DeliveryDeps } from '@coaching-pairs/bot/delivery/deps';
import { beforeEach, describe, expect, it } from 'vitest';
import { hour, type LeapingHouse, openLeapingHouse, second } from './leaping-house.js';

let house: LeapingHouse;
beforeEach(() => {
  house = openLeapingHouse();
  return house.close;
});

describe('whoever sends', () => {
  it('looks into the queue ever more seldom while nothing comes, at most every five seconds', async () => {
    house.sends();
    await house.time.advance(hour);
    const before = house.counts.polls;
    await house.time.advance(hour);
    expect(house.counts.polls - before).toBe(720);
  });

  it('sends at once what its own process has woken, also after an hour of nothing', async () => {
    const { delivery, sent } = house.sends();
    await house.time.advance(hour);
    const at = await house.told();
    delivery.expect(0);
    await house.time.advance(0);
    expect(sent).toEqual([at]);
  });

  it('[R-15] sends within five seconds what another process has woken', async () => {
    const { sent } = house.sends();
    await house.time.advance(hour + 1);
    const at = await house.told();
    await house.time.advance(5 * second);
    expect(sent).toHaveLength(1);
    expect((sent[0] ?? 0) - at).toBeLessThanOrEqual(5 * second);
  });

  it('[R-05] is there when what was put back is due', async () => {
    const { delivery, sent } = house.sends({}, { kind: 'precondition' }, { kind: 'precondition' });
    await house.time.advance(hour);
    const at = await house.told();
    delivery.expect(0);
    await house.time.advance(30 * second);
    // One second and two, by the jitter of this test, each up to the whole second that the queue counts by.
    expect(sent.map((moment) => moment - at)).toEqual([0, 1 * second, 3 * second]);
  });
});

describe('one reading of the store', () => {
  /** Sends after that preparation, each message over readings that are counted; answers over which one it went. */
  const overReading = async (prepare: NonNullable<DeliveryDeps['prepare']>): Promise<number | undefined> => {
    let readings = 0;
    let over: number | undefined;
    const reading: DeliveryDeps['reading'] = () => {
      readings += 1;
      const mine = readings;
      return {
        prepare,
        stillWanted: async () => true,
        render: async ({ kind }) => ({ kind: 'text', text: kind }),
        send: async () => {
          over = mine;
          return { kind: 'sent', activityId: 'activity' };
        },
      };
    };
    house.sends({ reading });
    // Its first look is over, so that the message is found once.
    await house.time.advance(second);
    await house.told();
    await house.time.advance(30 * second);
    return over;
  };

  it('is all that a message needs whose turn comes at once', async () => {
    expect(await overReading(async () => ({ kind: 'ready' }))).toBe(1);
  });

  it('[R-08] is over once a chat was made, so that the message goes where that one stands', async () => {
    expect(await overReading(async () => ({ kind: 'ready', chatMade: true }))).toBe(2);
  });

  it('[R-15] is over after more than a second', async () => {
    const slowly: DeliveryDeps['prepare'] = async () => {
      await house.time.sleep(2 * second);
      return { kind: 'ready' };
    };
    expect(await overReading(slowly)).toBe(2);
  });
});
