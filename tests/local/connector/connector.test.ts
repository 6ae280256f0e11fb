import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { audiences } from '@coaching-pairs/local/parts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { invitationCard } from './sample-cards.js';
import { attachmentOf } from './scripted-bot.js';
import { openTenantHouse, type TenantHouse } from './tenant-house.js';

describe('the connector, as the bot calls it', () => {
  let house: TenantHouse;
  let priya: string;
  let chat: string;

  const open = (personId: string, more: object = {}) =>
    house.connect('/v3/conversations', {
      body: { isGroup: false, members: [{ id: personId }], channelData: { tenant: { id: house.ids.tenantId } }, ...more },
    });
  const activities = () => `/v3/conversations/${encodeURIComponent(chat)}/activities`;
  const messages = async () => (await house.sandbox(`chats/${priya}`)).body;

  beforeAll(async () => {
    house = await openTenantHouse({ names: ['Priya Sharma', 'Owen Gallagher'] });
    priya = house.idOf('Priya Sharma');
    chat = (await open(priya)).body.id;
  });
  afterEach(() => house.connector().faults.clear());
  afterAll(() => house.close());

  it('opens the same chat with a person however often it is asked', async () => {
    expect(await open(priya)).toMatchObject({ status: 201, body: { id: chat } });
    const roster = await house.connect(`/v3/conversations/${encodeURIComponent(chat)}/members`);
    expect(roster.body).toEqual([expect.objectContaining({ aadObjectId: priya, name: 'Priya Sharma', id: expect.stringMatching(/^29:/) })]);
    expect((await open(roster.body[0].id)).body.id).toBe(chat);
  });

  it('refuses a chat with nobody, with two people, or in another tenant', async () => {
    expect((await open('nobody')).status).toBe(404);
    expect((await open(priya, { members: [{ id: priya }, { id: house.idOf('Owen Gallagher') }] })).status).toBe(400);
    expect((await open(priya, { channelData: { tenant: { id: 'elsewhere' } } })).status).toBe(403);
  });

  it('hears the bot alone', async () => {
    const body = { type: 'message', text: 'Hello' };
    const graphToken = await house.tokenFor(audiences.graph);
    for (const token of [null, 'nonsense', graphToken]) expect((await house.connect(activities(), { body, token })).status).toBe(401);
    expect(await messages()).toEqual([]);
  });

  it('keeps what is sent, changes it and takes it back', async () => {
    const card = invitationCard('open');
    const sent = await house.connect(activities(), {
      body: { type: 'message', summary: 'An invitation', attachments: [attachmentOf(card)] },
    });
    expect(sent.status).toBe(201);
    const path = `${activities()}/${sent.body.id}`;
    expect(await messages()).toMatchObject([
      { activityId: sent.body.id, from: 'bot', text: null, card, summary: 'An invitation', edited: false },
    ]);
    expect((await house.connect(path, { method: 'PUT', body: { type: 'message', text: 'Closed' } })).status).toBe(200);
    expect(await messages()).toMatchObject([{ activityId: sent.body.id, text: 'Closed', card: null, edited: true }]);
    expect((await house.connect(path, { method: 'DELETE' })).status).toBe(200);
    expect((await house.connect(path, { method: 'PUT', body: { type: 'message', text: 'Closed' } })).status).toBe(404);
    expect(await messages()).toEqual([]);
  });

  it('refuses a message of more than 28 KB, as Teams does', async () => {
    expect((await house.connect(activities(), { body: { type: 'message', text: 'x'.repeat(28 * 1024) } })).status).toBe(413);
  });

  it('does not deliver to somebody without the app, until they have it again', async () => {
    const owen = house.idOf('Owen Gallagher');
    const his = `/v3/conversations/${encodeURIComponent((await open(owen)).body.id)}/activities`;
    await house.sandbox(`chats/${owen}/app`, undefined, 'DELETE');
    const refused = await house.connect(his, { body: { type: 'message', text: 'Hello' } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await house.sandbox(`chats/${owen}/app`, undefined, 'PUT');
    expect((await house.connect(his, { body: { type: 'message', text: 'Hello' } })).status).toBe(201);
  });

  it('meets faults as often as it is told to, before or after delivery', async () => {
    const { faults } = house.connector();
    const send = () => house.connect(activities(), { body: { type: 'message', text: 'Once' } });
    const before = (await messages()).length;
    faults.inject({ kind: 'throttled', retryAfter: '7' });
    expect(await send()).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    faults.inject({ kind: 'precondition' });
    expect((await send()).status).toBe(412);
    expect((await messages()).length).toBe(before);
    faults.inject({ kind: 'accepted-then-failed', status: 502 }, { times: 2, personId: priya });
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([502, 502, 201]);
    faults.inject({ kind: 'accepted-then-cut' });
    await expect(send()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await messages()).length).toBe(before + 4);
  });

  it('has everything again after a kill, but for a line that was never finished', async () => {
    await house.connect(activities(), { body: { type: 'message', text: 'Before the kill' } });
    const before = await messages();
    const file = join(house.folder, 'connector', 'chats.jsonl');
    await appendFile(file, '{"kind":"posted","personId":"');
    await house.restart();
    expect(await messages()).toEqual(before);
    expect((await readFile(file, 'utf8')).endsWith('\n')).toBe(true);
    const next = await house.connect(activities(), { body: { type: 'message', text: 'After' } });
    expect(Number(next.body.id)).toBeGreaterThan(Number(before.at(-1).activityId));
  });
});
