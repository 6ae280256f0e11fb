import { paceOf, retryAfterOf, type Timing, usualPace } from '@coaching-pairs/bot/graph/pace';
import { describe, expect, it } from 'vitest';

const rushed = () => {
  const waits: number[] = [];
  let elapsed = 0;
  const timing: Timing = {
    elapsed: () => elapsed,
    random: () => 0.5,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      elapsed += milliseconds;
    },
  };
  return { timing, waits };
};

const answer = (status: number, headers: Record<string, string> = {}): Response => new Response(null, { status, headers });

/** Answers one after the other; the last one for ever. */
const answering = (...answers: readonly Response[]) => {
  let count = 0;
  return { call: async () => answers[Math.min(count++, answers.length - 1)]?.clone() ?? answer(500), count: () => count };
};

describe('Retry-After', () => {
  it('[R-03] is read as seconds and as an HTTP date', () => {
    expect(retryAfterOf(new Headers({ 'retry-after': '17' }))).toBe(17);
    const date = { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 09:01:30 GMT' };
    expect(retryAfterOf(new Headers(date))).toBe(90);
    expect(retryAfterOf(new Headers({ 'retry-after': 'soon' }))).toBeNull();
    expect(retryAfterOf(new Headers())).toBeNull();
  });

  it('[R-03] holds back every call of the client, not just the one that was refused', async () => {
    const { timing, waits } = rushed();
    const pace = paceOf(usualPace, timing);
    const refused = answering(answer(429, { 'retry-after': '7' }), answer(200));
    const other = answering(answer(200));
    const first = pace.run(refused.call);
    await first;
    expect(waits).toEqual([7000]);
    await pace.run(other.call);
    expect(other.count()).toBe(1);
  });
});

describe('the pace of the Graph client', () => {
  it('[R-20] never has more than four calls at once', async () => {
    const pace = paceOf(usualPace, rushed().timing);
    let now = 0;
    let most = 0;
    const call = async (): Promise<Response> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return answer(200);
    };
    await Promise.all(Array.from({ length: 40 }, () => pace.run(call)));
    expect(most).toBe(4);
    expect(now).toBe(0);
  });

  it.each([408, 429, 500, 502, 503, 504, 507])('%i is tried again after a growing, jittered pause, and not for ever', async (status) => {
    const { timing, waits } = rushed();
    const server = answering(answer(status));
    expect((await paceOf({ ...usualPace, attempts: 4 }, timing).run(server.call)).status).toBe(status);
    expect(server.count()).toBe(4);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it.each([200, 400, 401, 403, 404, 409, 410])('%i is final', async (status) => {
    const server = answering(answer(status));
    expect((await paceOf(usualPace, rushed().timing).run(server.call)).status).toBe(status);
    expect(server.count()).toBe(1);
  });

  it('a call that fails leaves its place to the next', async () => {
    const pace = paceOf({ ...usualPace, atOnce: 1, attempts: 2 }, rushed().timing);
    const failing = async (): Promise<Response> => {
      throw new TypeError('fetch failed');
    };
    await expect(pace.run(failing)).rejects.toThrow('fetch failed');
    expect((await pace.run(async () => answer(200))).status).toBe(200);
  });
});
