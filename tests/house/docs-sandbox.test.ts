import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buttonsOf, Outcome } from '../acceptance/driver/chat.js';
import { inRepository } from '../acceptance/driver/product.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { planMeeting } from '../browser/tried-page.js';
import { openTenantHouse, type TenantHouse } from '../local/connector/tenant-house.js';
import { commandsIn, textOf } from './documented.js';

const run = promisify(execFile);
const page = 'docs/sandbox.md';
const printed = 'http://127.0.0.1:3980';

const commands = commandsIn(page);
const settings = commands.filter((command) => /^[A-Z]+=/u.test(command));
const examples = commands.filter((command) => command.startsWith('curl '));

type Values = Readonly<Record<'PERSON' | 'TOKEN' | 'ACTIVITY' | 'DATA' | 'EVENT', string>>;
const none: Values = { PERSON: '', TOKEN: '', ACTIVITY: '', DATA: '', EVENT: '' };

/** Runs an example as a reader would, at another address; answers the status and the body that curl got. */
const tried = async (example: string, url: string, values: Partial<Values>): Promise<{ status: number; body: unknown }> => {
  const script = [...settings, example.replace('curl -s', String.raw`curl -s -w '\n%{http_code}'`)].join('\n').replaceAll(printed, url);
  const { stdout } = await run('sh', ['-c', script], { env: { ...process.env, ...none, ...values } });
  const [body = '', status = ''] = stdout.split(/\n(?=\d+$)/u);
  return { status: Number(status), body: body === '' ? null : JSON.parse(body) };
};

const seen = new Set<string>();

/** The one example of the page that looks so. */
const exampleLike = (look: RegExp): string => {
  const found = examples.filter((example) => look.test(example));
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} examples of ${page} look like ${look.source}.`);
  seen.add(one);
  return one;
};

const Now = z.strictObject({ now: z.iso.datetime() });
const Message = z.object({
  activityId: z.string(),
  from: z.string(),
  text: z.string().nullable(),
  card: z.record(z.string(), z.unknown()).nullable(),
  at: z.iso.datetime(),
  summary: z.string().nullable(),
  edited: z.boolean(),
});
const Event = z.object({
  id: z.string(),
  subject: z.string(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  organizerId: z.string(),
  attendees: z.array(z.object({ name: z.string() })),
  answer: z.string(),
  joinUrl: z.string().nullable(),
  cancelled: z.boolean(),
});

describe('the examples in the page about driving the sandbox', () => {
  let sandbox: Sandbox;
  let person: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
    const leaders = (await sandbox.people()).filter(({ id }) => /^T\d\d$/u.test(id));
    const opened = await sandbox.opens('Noor Sayegh', {
      leader: 'Helena Marsh',
      peoplePartner: 'Ravi Menon',
      administrators: ['Noor Sayegh'],
      audience: { kind: 'list', entries: leaders.map(({ id }) => id) },
    });
    await opened.invites('We listen.');
    person = sandbox.as('Leila Nasser').id;
  }, 180_000);
  afterAll(() => sandbox?.remove());

  /** Tries the example that looks so, and reads what came as the page describes it. */
  const answers = async <Shape extends z.ZodType>(look: RegExp, shape: Shape, values: Partial<Values> = {}): Promise<z.output<Shape>> => {
    const { status, body } = await tried(exampleLike(look), sandbox.url(), { PERSON: person, ...values });
    expect([status, look]).toEqual([200, look]);
    return shape.parse(body);
  };

  it('list people, and give a token that the API of the tab accepts', async () => {
    const people = await answers(/\/people$/u, z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()) })));
    expect(people.find(({ id }) => id === person)?.name).toBe('Leila Nasser');
    const { token } = await answers(/\/token /u, z.strictObject({ token: z.string() }));
    const me = await answers(/\/api\/me /u, routes.me.answer, { TOKEN: token });
    expect(me.person.name).toBe('Leila Nasser');
  });

  it('read a chat, type, click, and go through a dialog', async () => {
    const chat = await answers(/\/chats\/\$PERSON$/u, z.array(Message));
    const buttons = chat.flatMap(({ activityId, card }) => buttonsOf(card).map((button) => ({ activityId, ...button })));
    const join = buttons.find(({ verb }) => verb === 'join');
    expect(await answers(/\/messages /u, Outcome)).toMatchObject({ status: 200 });
    const values = { ACTIVITY: join?.activityId ?? '', DATA: JSON.stringify(join?.data) };
    expect(await answers(/\/actions /u, Outcome, values)).toMatchObject({ status: 200, card: { type: 'AdaptiveCard' } });
    await answers(/\/dialogs .*task\/fetch/u, Outcome, values);
    await answers(/\/dialogs .*Delegating/u, Outcome, values);
  });

  it('let the bot meet what goes wrong', async () => {
    expect(await answers(/\/consent\//u, z.unknown())).toEqual({ answer: 'refused' });
    expect(await answers(/\/faults .*throttled/u, z.unknown())).toMatchObject({ fault: { kind: 'throttled' }, times: 3 });
    await answers(/DELETE .*\/faults$/u, z.unknown());
    expect(await answers(/\/permissions /u, z.unknown())).toEqual({ withheld: ['TeamsAppInstallation.ReadWriteSelfForUser.All'] });
    expect(await answers(/\/installations\//u, z.unknown())).toEqual({ answer: 'refused' });
  });

  it('move the time on', async () => {
    const before = await answers(/\/clock$/u, Now);
    const after = await answers(/\/clock .*P1D/u, Now);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(86_400_000);
  });

  it('name no address that is not there', async () => {
    const addresses = [...textOf(page).matchAll(/`GET (\/sandbox\/[^`?]+)`/gu)].map(([, path = '']) => path.replace('{personId}', person));
    const statuses = addresses.map(async (path) => {
      const stop = new AbortController();
      const { status } = await fetch(`${sandbox.url()}${path}`, { signal: stop.signal });
      stop.abort();
      return [path, status];
    });
    expect(addresses.length).toBeGreaterThan(3);
    expect(await Promise.all(statuses)).toEqual(addresses.map((path) => [path, 200]));
  });

  describe('about calendars', () => {
    let house: TenantHouse;
    const [invited, organiser] = ['Priya Sharma', 'Owen Gallagher'];

    beforeAll(async () => {
      house = await openTenantHouse();
      planMeeting(house);
    });
    afterAll(() => house?.close());

    const eventsOf = async (name: string) => {
      const { status, body } = await tried(exampleLike(/\/calendars\/\$PERSON$/u), house.url, { PERSON: house.idOf(name) });
      expect(status).toBe(200);
      return z.array(Event).parse(body);
    };
    const changes = async (name: string, look: RegExp) => {
      const [event] = await eventsOf(name);
      const { status, body } = await tried(exampleLike(look), house.url, { PERSON: house.idOf(name), EVENT: event?.id ?? '' });
      expect([status, look]).toEqual([200, look]);
      return body;
    };

    it('show, answer, move and cancel a meeting', async () => {
      await changes(invited, /\/answer /u);
      expect(await eventsOf(invited)).toMatchObject([{ answer: 'accepted' }]);
      await changes(organiser, /\/move /u);
      expect(await eventsOf(invited)).toMatchObject([{ start: '2027-01-12T09:00:00.000Z' }]);
      await changes(organiser, /\/cancel /u);
      expect((await eventsOf(invited)).every(({ cancelled }) => cancelled)).toBe(true);
    });
  });

  it('have all been tried', () => {
    expect(examples.filter((example) => !seen.has(example))).toEqual([]);
  });
});
