import { anyText } from '@coaching-pairs/bot/bolt/routes';
import type { Turn } from '@coaching-pairs/bot/bolt/turn';
import { rememberConversation } from '@coaching-pairs/bot/middleware/remember-conversation';
import type { ConversationReference } from '@coaching-pairs/bot/ports/conversations';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signed } from '../sign-in/key-server.js';
import { type Bot, priya, sam, startBot, tenantId } from './bot-on-http.js';

const canary = 'canary-77c2';
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const answers = new Map<string, string>();
const remembered: ConversationReference[] = [];
let storageDelayMs = 0;
let storageFails = false;
let seen: Turn[] = [];
let bot: Bot;

beforeAll(async () => {
  bot = await startBot();
  const { app } = bot;
  app.use(
    rememberConversation({
      find: async () => undefined,
      remember: async (reference) => {
        if (storageDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, storageDelayMs));
        if (storageFails) throw new Error(canary);
        remembered.push(reference);
      },
    }),
  );
  app.use(async ({ turn, next }) => {
    seen.push(turn);
    await next();
  });
  app.action('join', z.object({ round: z.literal('autumn') }), ({ context, payload, ack, respond }) => {
    answers.set(context.person, payload.round);
    respond({ kind: 'card', card, summary: 'You are in' });
    ack({ card });
  });
  app.action('ask', z.object({}), ({ ack }) => ack({ message: 'Here is more.' }));
  app.action('break', z.object({}), () => {
    throw new Error(canary);
  });
  app.view('reflect', 'fetch', z.object({ about: z.string() }), ({ ack }) => ack({ card, title: 'Reflect' }));
  app.view('reflect', 'submit', z.object({ note: z.string() }), ({ ack }) => ack({ close: true }));
  app.command('help', ({ say }) => say({ kind: 'text', text: 'I can help.' }));
  app.command(anyText, ({ say }) => say({ kind: 'text', text: 'I know: help.' }));
  app.event('installed', ({ say }) => say({ kind: 'card', card, summary: 'Welcome' }));
});
afterAll(() => bot.stop());
beforeEach(() => {
  seen = [];
  answers.clear();
  remembered.length = 0;
  storageDelayMs = 0;
  storageFails = false;
  bot.connector.received.length = 0;
  bot.connector.answer(undefined);
});

const cardType = 'application/vnd.microsoft.card.adaptive';

describe('a click', () => {
  it('is answered with the card as it is now, and the message is replaced afterwards', async () => {
    const answer = await bot.click('join', { round: 'autumn' });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, type: cardType, value: card } });
    await bot.receiver.settled();
    expect(bot.connector.received).toMatchObject([{ method: 'PUT', path: '/emea/v3/conversations/a%3Apriya/activities/card-1' }]);
  });

  it('may be answered with a sentence', async () => {
    const { body } = await bot.click('ask', {});
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Here is more.' });
  });

  it('[R-09] is answered while storage and connector take their time', async () => {
    storageDelayMs = 1500;
    bot.connector.answer({ status: 503 });
    const started = performance.now();
    expect((await bot.click('join', { round: 'autumn' })).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1000);
    await bot.receiver.settled();
  });

  it('tells language, zone and trigger of the reader', async () => {
    await bot.click('join', { round: 'autumn' }, { value: { action: { verb: 'ask', data: {} }, trigger: 'automatic' } });
    expect(seen).toMatchObject([
      { locale: 'en-GB', timeZone: 'Europe/London', cardActivityId: 'card-1', request: { trigger: 'automatic' } },
    ]);
  });

  it('from an old client arrives as a message and is answered by replacing the card', async () => {
    const value = { verb: 'join', round: 'autumn', msteams: { type: 'messageBack' } };
    expect((await bot.send({ type: 'message', value, replyToId: 'card-1' })).status).toBe(200);
    expect(answers.get(priya)).toBe('autumn');
    expect(bot.connector.received.map(({ method }) => method)).toContain('PUT');
  });

  it.each([
    ['an unknown verb', { value: { action: { verb: 'destroy', data: {} } } }],
    ['data of another kind', { value: { action: { verb: 'join', data: { round: 'winter' } } } }],
    ['data that is a list', { value: { action: { verb: 'join', data: ['autumn'] } } }],
    ['no action', { value: { round: 'autumn' } }],
    ['no value', { value: undefined }],
  ])('[S-07] with %s gets a friendly refusal and changes nothing', async (_what, own) => {
    const answer = await bot.click('join', {}, own);
    const value = 'Sorry, I did not understand that.';
    expect(answer.body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });
    expect(answers.size).toBe(0);
  });

  it('[S-06] is the actor’s own, whatever the card’s data claims', async () => {
    const claims = fc.record(
      {
        personId: fc.constant(sam),
        userId: fc.constant(sam),
        aadObjectId: fc.constant(sam),
        from: fc.constant({ aadObjectId: sam }),
        actor: fc.constant({ personId: sam, tenantId }),
        tenantId: fc.string(),
        email: fc.constant('sam@contoso.example'),
        preferred_username: fc.constant('sam@contoso.example'),
        __proto__: fc.constant({ personId: sam }),
        constructor: fc.constant({ prototype: { person: sam } }),
        id: fc.oneof(fc.integer({ max: -1 }), fc.string()),
        round: fc.oneof(fc.constant('autumn'), fc.string(), fc.integer(), fc.constant(null)),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(claims, async (data) => {
        answers.clear();
        const answer = await bot.click('join', data);
        const understood = data.round === 'autumn';
        expect([...answers]).toEqual(understood ? [[priya, 'autumn']] : []);
        expect(answer.body.type === cardType).toBe(understood);
        expect(JSON.stringify(answer.body)).not.toContain(sam);
      }),
      { numRuns: 150 },
    );
    expect(seen.every(({ actor, conversation }) => actor.personId === priya && conversation.personId === priya)).toBe(true);
    expect(Object.prototype).not.toHaveProperty('personId');
    await bot.receiver.settled();
  });
});

describe('a dialog', () => {
  it('opens with its card', async () => {
    const { body } = await bot.send({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { view: 'reflect', about: 'x', msteams: { type: 'task/fetch' } } },
    });
    expect(body).toMatchObject({ task: { type: 'continue', value: { title: 'Reflect', card: { contentType: cardType, content: card } } } });
  });

  it('closes when it was taken, and says so when it was not understood', async () => {
    const submit = (data: unknown) => bot.send({ type: 'invoke', name: 'task/submit', value: { data } });
    expect(await submit({ view: 'reflect', note: 'thanks' })).toMatchObject({ status: 200, body: {} });
    expect((await submit({ view: 'reflect' })).body).toEqual({ task: { type: 'message', value: 'Sorry, I did not understand that.' } });
    expect((await submit(7)).body).toMatchObject({ task: { type: 'message' } });
  });
});

describe('other requests', () => {
  it('typed text is answered in the chat before the request ends', async () => {
    expect((await bot.say('Help!')).status).toBe(200);
    expect(bot.connector.received).toMatchObject([{ body: { text: 'I can help.' } }]);
  });

  it('an installation is heard and its conversation kept', async () => {
    await bot.send({ type: 'installationUpdate', action: 'add' });
    expect(remembered).toEqual([bot.reference]);
    expect(bot.connector.received).toMatchObject([{ body: { summary: 'Welcome' } }]);
  });

  it('[R-08] the service URL of a person is kept afresh with what they send', async () => {
    const serviceUrl = `${bot.connector.origin}/amer/`;
    const token = await signed(bot.key, { ...bot.claims(), serviceurl: serviceUrl });
    await bot.post(bot.activity({ type: 'message', text: 'help', serviceUrl }), token);
    expect(remembered).toEqual([{ ...bot.reference, serviceUrl }]);
    expect(bot.connector.received).toMatchObject([{ path: '/amer/v3/conversations/a%3Apriya/activities' }]);
  });

  it('a conversation that cannot be kept costs nobody an answer', async () => {
    storageFails = true;
    bot.log.records.length = 0;
    expect((await bot.click('join', { round: 'autumn' })).status).toBe(200);
    expect((await bot.send({ type: 'installationUpdate', action: 'add' })).status).toBe(200);
    await bot.receiver.settled();
    expect(bot.log.records.filter(({ event }) => event === 'conversation.notRemembered')).toHaveLength(2);
    expect(JSON.stringify(bot.log.records)).not.toContain(canary);
  });

  it.each([
    ['a reaction', { type: 'messageReaction' }, 200],
    ['typing', { type: 'typing' }, 200],
    ['a renamed conversation', { type: 'conversationUpdate' }, 200],
    ['an installation by nobody known', { type: 'installationUpdate', action: 'add', from: { id: '29:x' } }, 200],
    ['an invoke nobody offers', { type: 'invoke', name: 'composeExtension/query' }, 501],
  ])('%s is passed over', async (_what, own, status) => {
    expect((await bot.send(own)).status).toBe(status);
    expect(seen).toEqual([]);
    expect(bot.connector.received).toEqual([]);
  });

  it('only POST is served', async () => {
    expect((await fetch(bot.url)).status).toBe(405);
  });
});

describe('[S-19] what goes wrong inside', () => {
  it('[S-19] reaches the one who clicked as a number to quote, and the record without its words', async () => {
    bot.log.records.length = 0;
    const answer = await bot.click('break', {});
    expect(answer.body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    const { correlationId } = bot.log.records.find(({ event }) => event === 'turn.failed')?.fields ?? {};
    expect(answer.text).toContain(String(correlationId));
    expect(answer.text + JSON.stringify(bot.log.records)).not.toContain(canary);
    expect(answer.text).not.toMatch(/at .*\.ts/u);
  });
});
