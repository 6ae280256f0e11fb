import { createApp } from '@coaching-pairs/bot/bolt/app';
import { runChain } from '@coaching-pairs/bot/bolt/chain';
import { anyText } from '@coaching-pairs/bot/bolt/routes';
import type { Request, Turn } from '@coaching-pairs/bot/bolt/turn';
import { onlyTenant } from '@coaching-pairs/bot/middleware/tenant';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordedLog } from '../sign-in/recorded-log.js';
import { priya, tenantId } from './bot-on-http.js';

const turnOf = (request: Request, own: Partial<Turn> = {}): Turn => ({
  activityId: 'activity-in',
  actor: { personId: priya, tenantId, name: 'Priya Raman' },
  conversation: {
    tenantId,
    personId: priya,
    conversationId: 'a:priya',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    botId: '28:bot',
  },
  locale: 'en-GB',
  request,
  ...own,
});
const typed = (text: string): Turn => turnOf({ kind: 'command', text });
const clicked = (verb: string, data: unknown): Turn => turnOf({ kind: 'action', verb, data, trigger: 'manual', asMessage: false });
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const said = (words: string) => [{ kind: 'say', message: text(words) }];

const log = recordedLog();
let app: ReturnType<typeof createApp<{ readonly greeting: string }>>;
beforeEach(() => {
  log.records.length = 0;
  app = createApp({
    contextOf: ({ actor }) => ({ greeting: `Hello ${actor.name}` }),
    logger: log,
    texts: { notUnderstood: (locale) => `not understood (${locale})`, failed: (_locale, id) => `failed ${id}` },
  });
});

describe('listeners', () => {
  it('a command is heard by the listener of its phrase, with the context of the turn', async () => {
    app.command(['help', 'hilfe'], ({ context, payload, say }) => say(text(`${context.greeting}: ${payload.phrase}`)));
    expect(await app.handle(typed('Hilfe!'))).toEqual({ result: 'done', writings: said('Hello Priya Raman: hilfe') });
  });

  it('text that no command begins goes to the listener for any text, else to a friendly sentence', async () => {
    expect(await app.handle(typed('good morning'))).toEqual({ result: 'refused', writings: said('not understood (en-GB)') });
    app.command(anyText, ({ say }) => say(text('I know: help')));
    expect(await app.handle(typed('good morning'))).toMatchObject({ writings: said('I know: help') });
  });

  it('an event is heard by its listener, or by nobody, in silence', async () => {
    const installed = turnOf({ kind: 'event', name: 'installed', people: [] });
    expect(await app.handle(installed)).toEqual({ result: 'done', writings: [] });
    app.event('installed', ({ say }) => say(text('Welcome')));
    expect(await app.handle(installed)).toEqual({ result: 'done', writings: said('Welcome') });
  });

  it('a dialog opens and takes what was entered', async () => {
    app.view('reflect', 'fetch', z.object({}), ({ ack }) => ack({ card: { type: 'AdaptiveCard' }, title: 'Reflect' }));
    app.view('reflect', 'submit', z.object({ note: z.string() }), ({ ack }) => ack({ close: true }));
    const view = (step: 'fetch' | 'submit', data: unknown) => app.handle(turnOf({ kind: 'view', name: 'reflect', step, data }));
    expect(await view('fetch', {})).toMatchObject({ result: 'done', view: { title: 'Reflect' } });
    expect(await view('submit', { note: 'x' })).toMatchObject({ result: 'done', view: { close: true } });
    expect(await view('submit', {})).toMatchObject({ result: 'refused', view: { message: 'not understood (en-GB)' } });
  });

  it('respond replaces the clicked card, after the answer', async () => {
    app.action('accept', z.object({}), ({ ack, respond }) => {
      respond(text('accepted'));
      ack({ message: 'Thank you' });
    });
    const outcome = await app.handle({ ...clicked('accept', {}), cardActivityId: 'card-1' });
    expect(outcome.action).toEqual({ message: 'Thank you' });
    expect(outcome.writings).toEqual([{ kind: 'update', activityId: 'card-1', message: text('accepted') }]);
  });

  it('one name cannot be registered twice', () => {
    app.action('accept', z.object({}), ({ ack }) => ack({ message: 'a' }));
    expect(() => app.action('accept', z.object({}), ({ ack }) => ack({ message: 'b' }))).toThrow('already');
  });
});

describe('[S-07] what a card carries', () => {
  it.each([
    ['a verb nobody registered', 'closeRound', { proposal: 'p1' }],
    ['a verb of every object', 'constructor', { proposal: 'p1' }],
    ['no data', 'accept', undefined],
    ['a missing field', 'accept', {}],
    ['a field of another kind', 'accept', { proposal: 7 }],
    ['a field more', 'accept', { proposal: 'p1', personId: 'someone-else' }],
    ['a list', 'accept', ['p1']],
  ])('[S-07] %s is refused in a friendly way and no listener runs', async (_what, verb, data) => {
    let ran = false;
    app.action('accept', z.strictObject({ proposal: z.string() }), ({ ack }) => {
      ran = true;
      ack({ message: 'Accepted' });
    });
    expect(await app.handle(clicked(verb, data))).toEqual({
      result: 'refused',
      writings: [],
      action: { message: 'not understood (en-GB)' },
    });
    expect(ran).toBe(false);
  });
});

describe('middleware', () => {
  it('runs in order around the listener', async () => {
    const order: string[] = [];
    app.use(async ({ next }) => {
      order.push('outer in');
      await next();
      order.push('outer out');
    });
    app.use(({ next }) => {
      order.push('inner');
      return next();
    });
    app.command('help', () => void order.push('listener'));
    await app.handle(typed('help'));
    expect(order).toEqual(['outer in', 'inner', 'listener', 'outer out']);
  });

  it('[S-04] a turn of another tenant reaches no listener', async () => {
    let ran = false;
    app.use(onlyTenant('another'));
    app.action('accept', z.object({}), () => {
      ran = true;
    });
    expect(await app.handle(clicked('accept', {}))).toMatchObject({ result: 'refused' });
    expect(ran).toBe(false);
  });

  it('a second next() is an error of the program', async () => {
    const twice = async ({ next }: { next: () => Promise<void> }): Promise<void> => {
      await next();
      await next();
    };
    await expect(runChain([twice], {})).rejects.toThrow('twice');
  });
});

describe('[S-19] what goes wrong', () => {
  const canary = 'canary-3f1a';
  const failing = () => {
    throw new Error(canary, { cause: new TypeError(canary) });
  };

  it('[S-19] is answered with a correlation id and nothing else, and nothing half-said goes out', async () => {
    app.action('accept', z.object({}), ({ ack, say }) => {
      say(text('You are paired!'));
      ack({ message: 'Thank you' });
      failing();
    });
    const outcome = await app.handle(clicked('accept', {}));
    expect(outcome).toMatchObject({
      result: 'failed',
      writings: [],
      action: { message: expect.stringMatching(/^failed [0-9a-f-]{36}$/u) },
    });
    expect(JSON.stringify(outcome)).not.toContain(canary);
  });

  it('[S-20] is recorded once under the same id, without the error’s words', async () => {
    app.command('help', failing);
    const { writings } = await app.handle(typed('help'));
    expect(log.records).toHaveLength(1);
    const { correlationId } = log.records[0]?.fields ?? {};
    expect(writings).toEqual(said(`failed ${correlationId}`));
    expect(JSON.stringify(log.records)).not.toContain(canary);
  });

  it('goes to the one error handler', async () => {
    const caught: unknown[] = [];
    app.error(({ error }) => void caught.push(error));
    app.command('help', failing);
    await app.handle(typed('help'));
    expect(caught).toMatchObject([{ message: canary }]);
  });

  it.each([
    ['answers twice', 2],
    ['does not answer', 0],
  ])('a listener that %s fails', async (_what, times) => {
    app.action('accept', z.object({}), ({ ack }) => {
      for (let done = 0; done < times; done += 1) ack({ message: 'Thank you' });
    });
    expect((await app.handle(clicked('accept', {}))).result).toBe('failed');
  });
});
