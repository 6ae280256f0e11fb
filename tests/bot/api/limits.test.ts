import { callsAMinute } from '@coaching-pairs/bot/api/pace';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { idOf } from './company.js';
import { ask, type House, openHouse } from './house.js';
import { playRound } from './played-round.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const tooMuch = 1024 * 1024;

describe('how much and how often', () => {
  it('[S-21] a body that is too large is refused in words, and nothing is changed', async () => {
    const { plan } = playRound(house, 'large');
    const huge = { opId: 'large-00001', plan, more: 'x'.repeat(tooMuch) };
    const answer = await house.call('Omar', 'POST', '/api/admin/rounds', huge);
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    expect(await house.deps.rounds.list()).toEqual([]);
  });

  it('[S-21] nobody without a token, and nobody who may not call, makes the process read what they send', async () => {
    const body = `{"opId":"${'x'.repeat(tooMuch)}"}`;
    const headers = { 'content-type': 'application/json' };
    expect((await ask(`${house.origin}/api/admin/rounds`, { method: 'POST', headers, body })).status).toBe(401);
    expect((await house.call('Stella', 'POST', '/api/admin/rounds', { opId: 'x'.repeat(tooMuch) })).status).toBe(403);
    const round = playRound(house, 'unread');
    await round.opens();
    for (const id of [round.id, 'r-of-nobody'])
      expect((await house.call('Stella', 'PUT', `/api/admin/rounds/${id}/audience`, { opId: 'x'.repeat(tooMuch) })).status).toBe(404);
  });

  it('[S-21] a list of ten thousand people still fits, and one that no row could hold is refused', async () => {
    const round = playRound(house, 'long');
    await round.opens();
    const chooses = async (entries: readonly string[]) => {
      const body = { opId: round.opId(), audience: { kind: 'list', entries } };
      return (await house.call('Omar', 'PUT', `/api/admin/rounds/${round.id}/audience`, body)).status;
    };
    const ids = Array.from({ length: 10_000 }, () => crypto.randomUUID());
    expect(await chooses([...ids, 'one-more'])).toBe(422);
    expect(await chooses(ids.map((id) => `${id}-and-much-more@contoso.example.com`))).toBe(422);
    expect(await chooses(ids)).toBe(200);
  });

  it.each([
    ['{"opId":', 'unreadable-body', 400],
    ['"text"', 'unreadable-body', 400],
    ['[]', 'wrong-body', 422],
    ['{"__proto__":{"opener":true}}', 'wrong-body', 422],
    ['{}', 'wrong-body', 422],
  ])('[S-19] a body that is not as it should be (%s) is refused without its words', async (body, code, status) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await house.tokens.token('Omar')}` };
    const answer = await ask(`${house.origin}/api/admin/rounds`, { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  });

  it('a field that is wrong is named', async () => {
    const { plan } = playRound(house, 'field');
    const answer = await house.call('Omar', 'POST', '/api/admin/rounds', { opId: 'field-00001', plan: { ...plan, startsOn: 'soon' } });
    expect(answer).toMatchObject({ status: 422, body: { error: { fields: { 'plan.startsOn': expect.any(String) } } } });
  });

  it('[S-21] whoever asks without end has to wait, a tab that asks every second has not, and nobody else notices', async () => {
    const busy = await openHouse({ store: 'memory' });
    onTestFinished(() => busy.close());
    const functions = async (name: string) => (await busy.call(name, 'GET', '/api/me')).status;
    // A tab for every second of a minute, and a second one beside it.
    expect(callsAMinute).toBeGreaterThanOrEqual(120);
    const burst = await Promise.all(Array.from({ length: callsAMinute + 40 }, () => functions('Ana')));
    expect(burst.filter((status) => status === 200)).toHaveLength(callsAMinute);
    expect(burst.filter((status) => status === 429)).toHaveLength(40);
    expect(await functions('Ben')).toBe(200);
    const waiting = await busy.call('Ana', 'GET', '/api/me');
    expect(waiting).toMatchObject({ status: 429, body: { error: { code: 'too-many-calls' } } });
    expect(Number(waiting.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    // A new token is no new minute, and another person's name in it no other person.
    const again = await busy.tokens.token('Ana', { name: 'Ben', jti: 'new' });
    expect((await ask(`${busy.origin}/api/me`, { headers: { authorization: `Bearer ${again}` } })).status).toBe(429);
    expect(busy.lines.filter((line) => line.includes('too-many-calls') && line.includes(idOf('Ana')))).not.toHaveLength(0);
  });
});
