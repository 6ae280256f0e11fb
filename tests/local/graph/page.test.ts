import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Graph, openGraph } from '@coaching-pairs/local/graph/graph';
import { pageRouter } from '@coaching-pairs/local/graph/page';
import { inventedTenant } from '@coaching-pairs/local/people/invented';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let graph: Graph;
let server: Server;
let origin: string;
const tenant = inventedTenant();
const idOf = (name: string): string => tenant.people.find((person) => person.name === name)?.id ?? '';

const open = (): Graph =>
  openGraph({
    origin: 'https://127.0.0.1:1',
    tenant,
    ids: { tabAppId: 'tab', teamsAppId: 'teams', botAppId: 'bot' },
    now: () => new Date('2026-11-20T09:00:00Z'),
    callerOf: async () => undefined,
    folder,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  graph = open();
  server = createServer(express().use(pageRouter(graph)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const post = async (path: string, body: unknown) => {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
};

const calendarOf = async (name: string) => (await fetch(`${origin}/sandbox/calendars/${idOf(name)}`)).json();

const booked = () =>
  graph.calendars.create(idOf('Priya Sharma'), {
    subject: 'Conversation',
    body: { contentType: 'text', content: '' },
    start: Date.UTC(2026, 11, 1, 10),
    end: Date.UTC(2026, 11, 1, 11),
    zone: 'Europe/London',
    online: true,
    transactionId: null,
    sensitivity: 'normal',
    showAs: 'busy',
    attendees: [{ address: 'peter.lang@contoso.example.com', name: 'Peter Lang', type: 'required' }],
  });

describe('calendars as the page shows them', () => {
  it('an event can be seen, moved, answered and cancelled as in Outlook', async () => {
    const event = booked();
    expect(await calendarOf('Priya Sharma')).toMatchObject([
      { subject: 'Conversation', start: '2026-12-01T10:00:00.000Z', answer: 'organizer' },
    ]);
    const times = { start: '2026-12-02T10:00:00Z', end: '2026-12-02T11:00:00Z' };
    expect((await post(`/sandbox/calendars/${idOf('Priya Sharma')}/${event.id}/move`, times)).status).toBe(200);
    const [copy] = await calendarOf('Peter Lang');
    expect(copy).toMatchObject({ start: '2026-12-02T10:00:00.000Z', answer: 'none' });
    const peters = `/sandbox/calendars/${idOf('Peter Lang')}/${copy.id}`;
    expect((await post(`${peters}/move`, times)).status).toBe(403);
    expect((await post(`${peters}/answer`, { answer: 'perhaps' })).status).toBe(400);
    expect((await post(`${peters}/answer`, { answer: 'accepted' })).status).toBe(200);
    expect(await calendarOf('Priya Sharma')).toMatchObject([{ attendees: [{ answer: 'accepted' }] }]);
    expect((await post(`/sandbox/calendars/${idOf('Priya Sharma')}/${event.id}/cancel`, {})).status).toBe(200);
    expect(await calendarOf('Priya Sharma')).toEqual([]);
    expect(await calendarOf('Peter Lang')).toMatchObject([{ cancelled: true }]);
    expect((await post(`/sandbox/calendars/${idOf('Priya Sharma')}/none/cancel`, {})).status).toBe(404);
  });

  it('nobody of that id is told as such', async () => {
    expect((await fetch(`${origin}/sandbox/calendars/none`)).status).toBe(404);
  });
});

describe('the directory as the page changes it', () => {
  it('somebody gets another manager, is blocked, leaves', async () => {
    const priya = `/sandbox/directory/${idOf('Priya Sharma')}`;
    expect((await post(priya, { managerId: idOf('Jonas Weber') })).body).toMatchObject({ managerId: idOf('Jonas Weber'), enabled: true });
    expect((await post(priya, { managerId: null, enabled: false })).body).toMatchObject({ managerId: null, enabled: false });
    expect((await fetch(`${origin}${priya}`, { method: 'DELETE' })).status).toBe(204);
    expect((await post(priya, { enabled: true })).status).toBe(404);
  });

  it('half a line that a killed process has left is forgotten, everything before it is not', async () => {
    await post(`/sandbox/directory/${idOf('Priya Sharma')}`, { department: 'Elsewhere' });
    const file = join(folder, 'directory.jsonl');
    await appendFile(file, '{"kind":"person","per');
    expect(open().directory.person(idOf('Priya Sharma'))).toMatchObject({ department: 'Elsewhere' });
    open().directory.disable(idOf('Peter Lang'));
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
    expect(open().directory.person(idOf('Peter Lang'))).toMatchObject({ enabled: false });
  });
});

it('a picture is shown for everybody', async () => {
  const response = await fetch(`${origin}/sandbox/photos/${idOf('Priya Sharma')}`);
  expect(response.headers.get('content-type')).toContain('svg');
  expect(await response.text()).toContain('PS');
});
