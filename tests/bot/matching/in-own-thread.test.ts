import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { inOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import { match } from '@coaching-pairs/shared/matching/match';
import { describe, expect, it } from 'vitest';
import { askedOf } from './crowd.js';

const unwatched = () => ({ ending: new AbortController().signal, onProgress: () => undefined });
const small = askedOf(31);
const large = askedOf(400);
const dying = (how: string) => inOwnThread({ worker: new URL(`data:text/javascript,${how}`) });

describe('a matching in a thread of its own', () => {
  it('answers what the matching answers: maps, sets and refusals cross unharmed', async () => {
    const matching = inOwnThread();
    expect(await matching(small, unwatched())).toEqual(match(small.participants, small.rules, small.options));
    const doubled = { ...small, participants: [...small.participants, ...small.participants.slice(0, 1)] };
    expect(await matching(doubled, unwatched())).toMatchObject({ ok: false, error: { code: 'duplicate-participant' } });
  });

  it('[R-09] leaves the thread of cards and pages free: its clock goes on ticking', async () => {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    const began = performance.now();
    const matched = inOwnThread()(large, unwatched());
    // Whatever it takes to hand the people over counts as well.
    delay.enable();
    expect(await matched).toMatchObject({ ok: true });
    delay.disable();
    expect(performance.now() - began, 'a matching long enough to notice').toBeGreaterThan(300);
    expect(delay.percentile(95) / 1e6).toBeLessThan(100);
    expect(delay.max / 1e6).toBeLessThan(1_000);
  });

  it('ends at once when it is cancelled, and the next one does not wait for it', async () => {
    const matching = inOwnThread();
    const ending = new AbortController();
    const matched = matching(large, { ...unwatched(), ending: ending.signal });
    await wait(200);
    const cancelled = performance.now();
    ending.abort(new Error('cancelled'));
    await expect(matched).rejects.toThrow('cancelled');
    expect(performance.now() - cancelled).toBeLessThan(100);
    expect(await matching(small, unwatched())).toMatchObject({ ok: true });
  });

  it('matches one at a time; whoever is cancelled while waiting never begins', async () => {
    const matching = inOwnThread();
    const order: string[] = [];
    const ending = new AbortController();
    const first = matching(large, unwatched()).then(() => order.push('large'));
    const second = matching(small, { ...unwatched(), ending: ending.signal });
    const third = matching(small, unwatched()).then(() => order.push('small'));
    ending.abort(new Error('cancelled'));
    await expect(second).rejects.toThrow('cancelled');
    expect(order).toEqual([]);
    await Promise.all([first, third]);
    expect(order).toEqual(['large', 'small']);
  });

  it.each(['process.exit(3)', 'throw new Error()', 'globalThis.nothing = 1'])('a thread that ends with %s is a refusal', async (how) => {
    const matching = dying(how);
    expect(await matching(small, unwatched())).toEqual({ ok: false, error: { code: 'matching-broke-off' } });
    expect(await matching(small, unwatched())).toEqual({ ok: false, error: { code: 'matching-broke-off' } });
  });

  it('one that needs more memory than it may have is a refusal of its own, and the process lives', async () => {
    const fills = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));';
    const matching = inOwnThread({ worker: new URL(`data:text/javascript,${fills}`), heapMb: 24 });
    expect(await matching(small, unwatched())).toEqual({ ok: false, error: { code: 'matching-out-of-memory' } });
  });
});
