import { workKey } from '@coaching-pairs/bot/delivery/work-row';
import type { Table } from '@coaching-pairs/bot/ports/store';
import type { WorkHandler } from '@coaching-pairs/bot/ports/works';
import { beforeEach, describe, expect, it } from 'vitest';
import { hour, type LeapingHouse, openLeapingHouse, partition, second } from './leaping-house.js';

let house: LeapingHouse;
beforeEach(() => {
  house = openLeapingHouse();
  return house.close;
});

const done: WorkHandler = async () => ({ kind: 'done', report: null });
/** Goes on until it is to end. */
const waits: WorkHandler = async (_input, { ending }) => {
  await house.time.sleep(24 * hour, ending);
  throw new Error('ended');
};

describe('whoever runs works', () => {
  it('asks for them once a minute while nobody tells of any', async () => {
    house.runs('one', done);
    await house.time.advance(hour);
    const before = house.counts.transactions;
    await house.time.advance(hour);
    expect(house.counts.transactions - before).toBe(60);
  });

  it('begins at once with what its own process is told of', async () => {
    const runner = house.runs('one', done);
    await house.time.advance(30 * second);
    await house.begin(runner.notice);
    await house.time.advance(0);
    expect(await house.state()).toBe('done');
  });

  it('[R-13] is told by the queue of what nobody lived to take up', async () => {
    const runner = house.runs('one', done);
    house.sends({ passOn: runner.notice });
    await house.time.advance(hour);
    await house.begin();
    await house.queue.wake({ partition, key: workKey('op') }, 2 * second);
    await house.time.advance(7 * second);
    expect(await house.state()).toBe('done');
    expect(house.counts.messages).toBe(2);
  });

  it('[R-13] finds within a minute what not even the queue tells of', async () => {
    house.runs('one', done);
    await house.time.advance(hour + 1);
    await house.begin();
    await house.time.advance(60 * second);
    expect(await house.state()).toBe('done');
  });

  it('[R-18] lets another go on as soon as it stops', async () => {
    const first = house.runs('one', waits);
    await house.begin(first.notice);
    await house.time.advance(second);
    const next = house.runs('two', done);
    house.sends({ passOn: next.notice });
    await house.time.advance(10 * second);
    const stopped = first.stop();
    await house.time.advance(6 * second);
    await stopped;
    expect(await house.state()).toBe('done');
  });

  it('takes over when the claim of a dead one is over, whenever it has seen it', async () => {
    const dead = house.runs('one', () => new Promise(() => undefined), { settings: { heartbeatEvery: 24 * hour } }, false);
    await house.begin(dead.notice);
    await house.time.advance(second);
    house.runs('two', done);
    await house.time.advance(58 * second);
    expect(await house.state()).toBe('running');
    await house.time.advance(2 * second);
    expect(await house.state()).toBe('done');
  });

  it('sees with its next beat that a work was cancelled elsewhere', async () => {
    const runner = house.runs('one', waits);
    await house.begin(runner.notice);
    await house.time.advance(second);
    await house.cancel();
    await house.time.advance(3 * second);
    expect(await house.state()).toBe('cancelled');
  });

  it('looks again soon when storage did not answer', async () => {
    let away = true;
    await house.begin();
    const list: Table['list'] = (...words) => {
      if (away) throw new Error('away');
      return house.table.list(...words);
    };
    house.runs('one', done, { table: { ...house.table, list } });
    await house.time.advance(second);
    away = false;
    await house.time.advance(2 * second);
    expect(await house.state()).toBe('done');
  });
});
