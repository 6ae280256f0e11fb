import { inOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../delivery/delivery-harness.js';
import { type House, openHouse } from './house.js';
import { playRound } from './played-round.js';

/** A thread like that of the matching, which says how far it is and then works on until it is ended. */
const endless = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { parentPort } from 'node:worker_threads';
     parentPort.postMessage({ kind: 'progress', progress: { done: 42, total: 100 } });
     setInterval(() => {}, 1000);`,
  )}`,
);

let house: House | undefined;
afterEach(() => house?.close());

const joined = async () => {
  const opened = await openHouse({ store: 'memory', matching: inOwnThread({ worker: endless }) });
  house = opened;
  const round = playRound(opened, 'spring');
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  return { round, house: opened };
};

describe('a long matching that was begun from the tab', () => {
  it('tells how far it is, is cancelled, and leaves everything as it was, in words', async () => {
    const { round, house } = await joined();
    const before = JSON.stringify(await round.does('Priya', 'board'));
    const overview = () => round.does('Priya', 'overview');
    const { workId } = await round.does('Priya', 'beginMatching');
    const work = () => round.does('Priya', 'work', undefined, { workId });
    // What is in hand is asked after while others read and write.
    const running = house.runner.runNow();
    await eventually(async () => expect(await work()).toMatchObject({ state: 'running', done: 42, total: 100 }));
    const shown = { id: workId, done: 42, total: 100, text: 'Finding the best matches' };
    expect((await overview()).works).toContainEqual(expect.objectContaining(shown));
    await round.does('Priya', 'cancelWork', {}, { workId });
    await house.runner.runNow();
    await running;
    expect(await work()).toMatchObject({
      state: 'cancelled',
      text: 'Stopped. No matches were made, and everything is as it was.',
    });
    expect((await overview()).state).toBe('inviting');
    expect(JSON.stringify(await round.does('Priya', 'board'))).toBe(before);
  });
});
