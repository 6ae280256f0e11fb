import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askSandbox } from './driver/ask.js';
import { titleOf } from './driver/chat.js';
import { inRepository } from './driver/product.js';
import { until } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const Lines = z.array(z.object({ personId: z.string(), installed: z.boolean() }));
const administrator = 'Noor Sayegh';
const [without, removed] = ['Grace Obi', 'Leila Nasser'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
});
afterAll(() => sandbox?.remove());

const hasApp = async (name: string): Promise<boolean | undefined> =>
  (await askSandbox(sandbox.url(), '/sandbox/chats', Lines)).find(({ personId }) => personId === sandbox.as(name).id)?.installed;

const at = async (method: string, path: string, body?: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url()}/sandbox/${path}`, { method, ...sent });
  expect([path, response.status]).toEqual([path, 200]);
};

const titles = async (name: string): Promise<readonly string[]> => (await sandbox.as(name).chat()).map(({ card }) => titleOf(card));

describe('a round for people of whom not all have the app', { timeout: 120_000 }, () => {
  it('[R-07] [R-08] who lacks it is given it; who may not have it is named with the reason, and reads what waited once they have it', async () => {
    expect([await hasApp(without), await hasApp(removed)]).toEqual([false, true]);
    await at('DELETE', `chats/${sandbox.as(removed).id}/app`);
    await at('PUT', `installations/${sandbox.as(removed).id}`, { answer: 'refused' });
    const round = await sandbox.opens(administrator, { leader: 'Helena Marsh', peoplePartner: 'Judith Amsel' });
    await round.invites();

    expect([await hasApp(without), await hasApp(removed)]).toEqual([true, false]);
    expect((await titles(without)).filter((title) => title.includes('Hello, this is Coaching Pairs'))).toHaveLength(1);
    expect((await sandbox.as(without).clicks('join')).status).toBe(200);

    const { people, link } = await until(
      'somebody whom nothing can be sent to',
      () => round.calls(routes.people),
      (found) => found.people.some(({ unreachable }) => unreachable !== null),
    );
    expect(people.filter(({ unreachable }) => unreachable !== null).map(({ person, unreachable }) => [person.name, unreachable])).toEqual([
      [removed, 'not-installed'],
    ]);
    expect(link).toContain(encodeURIComponent(round.id));
    const before = (await titles(removed)).length;

    await at('PUT', `installations/${sandbox.as(removed).id}`, { answer: 'granted' });
    await at('PUT', `chats/${sandbox.as(removed).id}/app`);
    await until(
      'what waited',
      () => titles(removed),
      (found) => found.length > before + 1,
    );
    expect((await sandbox.as(removed).clicks('join')).status).toBe(200);
    expect((await round.calls(routes.people)).people.every(({ unreachable }) => unreachable === null)).toBe(true);
  });
});
