import { ManagedIdentityCredential } from '@azure/identity';
import { allowedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { consented } from '@coaching-pairs/local/trust/registrations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphHouse, openGraphHouse, tokenOf } from './graph-house.js';

let house: GraphHouse;

beforeAll(async () => {
  house = await openGraphHouse();
});

beforeEach(() => void house.renew());

afterAll(() => house.close());

describe('who may ask Graph what', () => {
  it('nobody without a token for Graph', async () => {
    expect((await house.ask('/users', { token: null })).status).toBe(401);
    expect((await house.ask('/users', { token: 'not.a.token' })).status).toBe(401);
    expect((await house.ask('/users', { token: await house.trust.issueTabToken(house.idOf('Priya Sharma')) })).status).toBe(401);
  });

  it("the tab's registration reads the directory, but nobody's calendar", async () => {
    expect((await house.ask('/users?$top=1')).status).toBe(200);
    for (const path of ['/me', '/me/events', '/me/calendarView']) expect((await house.ask(path)).status).toBe(403);
  });

  it("the bot's own identity may nothing at all", async () => {
    const bot = new ManagedIdentityCredential({ clientId: house.identity.managedIdentityClientId });
    const token = (await bot.getToken('https://graph.microsoft.com/.default')).token;
    for (const path of ['/users', '/users/delta', '/groups', '/me/events', '/appCatalogs/teamsApps']) {
      expect((await house.ask(path, { token })).status).toBe(403);
    }
  });

  it('on behalf of a leader: their own calendar, and not the directory', async () => {
    const token = await tokenOf(await house.behalf(house.idOf('Priya Sharma')));
    expect((await house.ask('/me?$select=displayName', { token })).body.displayName).toBe('Priya Sharma');
    expect((await house.ask('/me/events', { token })).status).toBe(200);
    for (const path of ['/users', `/users/${house.idOf('Peter Lang')}`, '/groups', '/users/delta']) {
      expect((await house.ask(path, { token })).status).toBe(403);
    }
  });

  it('a call that cannot be read is refused in the form of Graph', async () => {
    expect((await house.ask('/users/%E0%A4%A')).body.error.code).toBe('Request_BadRequest');
    const token = await tokenOf(house.credential);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${house.trust.origin}/v1.0/$batch`, { method: 'POST', headers, body: '{"requests":' });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'Request_BadRequest' } }]);
  });

  it('[S-16] a path off the list is refused by the server, in a batch too', async () => {
    for (const path of [
      '/chats',
      '/users/x/messages',
      '/users/x/mailFolders',
      '/sites',
      '/me/drive',
      '/users/x/calendar/events',
      '/applications',
    ]) {
      const { status, body } = await house.ask(path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.code).toBe('Authorization_RequestDenied');
    }
    const { body } = await house.ask('/$batch', { method: 'POST', body: { requests: [{ id: '1', method: 'GET', url: '/chats' }] } });
    expect(body.responses[0].status).toBe(403);
    expect((await house.ask(`/users/${house.idOf('Peter Lang')}`, { method: 'PATCH', body: {} })).status).toBe(403);
  });

  it('[S-16] a path off the list never leaves the product, nor does a call to another host', async () => {
    const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots });
    const before = house.graph().calls().length;
    const others = [
      '/chats',
      '/users/x/messages',
      '/users/x/y/z',
      '/me',
      'https://graph.microsoft.com/v1.0/users',
      'https://127.0.0.1:1/v1.0/users',
    ];
    for (const path of [...others, `${house.trust.origin}/beta/users`])
      await expect(client.api(path).get()).rejects.toThrow(/list of allowed paths/);
    await expect(client.api('/users/x').delete()).rejects.toThrow(/list of allowed paths/);
    expect(house.graph().calls()).toHaveLength(before);
  });

  it('[S-16] the permissions of the allowed paths are all among those consented to', () => {
    const wanted = new Set(allowedPaths.flatMap(({ permission }) => (permission === null ? [] : [permission])));
    expect([...wanted].filter((permission) => !consented.application.some((one) => one === permission))).toEqual([]);
  });
});
