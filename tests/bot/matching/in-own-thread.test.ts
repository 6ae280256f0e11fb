import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { inOwnThread, weighingInOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import { costOf, otherPartners } from '@coaching-pairs/shared/matching/cost';
import { match } from '@coaching-pairs/shared/matching/match';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { describe, expect, it } from 'vitest';
import { askedOf } from './crowd.js';

const unwatched = () => ({ ending: new AbortController().signal, onProgress: () => undefined });
const small = askedOf(31);
const large = askedOf(400);
const also = { seconds: expect.any(Number), relaxations: [], unlocking: 0 };
const dying = (how: string) => inOwnThread({ worker: new URL(`data:text/javascript,${how}`) });

describe('a matching in a thread of its own', () => {
  it('answers what the matching answers: maps, sets and refusals cross unharmed', async () => {
    const matching = inOwnThread();
    const found = match(small.participants, small.rules, small.options);
    expect(await matching(small, unwatched())).toEqual({ ...found, value: { ...(found.ok && found.value), ...also } });
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

  it('answers what another choice would cost, and does not wait for a matching', async () => {
    const ending = new AbortController();
    const matched = inOwnThread()(large, { ...unwatched(), ending: ending.signal });
    const problem = problemOf(small.participants, small.rules, small.options);
    const [one, other, third] = [problem.ids[12], problem.ids[22], problem.ids[23]];
    if (one === undefined || other === undefined || third === undefined) return expect.unreachable();
    const weighing = weighingInOwnThread();
    expect(await weighing.costOf(small, [one, other])).toEqual({ ok: true, value: costOf(problem, [one, other]) });
    const about = { personId: one, present: [third], most: 2 };
    const others = await weighing.otherPartners(small, about);
    expect(others).toEqual({ ok: true, value: otherPartners(problem, one, about) });
    expect(others.ok && others.value).toHaveLength(2);
    ending.abort(new Error('cancelled'));
    await expect(matched).rejects.toThrow('cancelled');
    const lost = weighingInOwnThread({ worker: new URL('data:text/javascript,process.exit(3)') });
    expect(await lost.costOf(small, [one, other])).toEqual({ ok: false, error: { code: 'matching-broke-off' } });
    // What is not known anyway begins no thread.
    expect(await lost.costOf(small, [one, other, third])).toEqual({ ok: true, value: null });
    expect(await lost.otherPartners(askedOf(1_001), about)).toEqual({ ok: true, value: null });
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
