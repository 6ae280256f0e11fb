import type { OutgoingMessage, Sender } from '@coaching-pairs/bot/ports/sender';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, botAppId, priya, startBot, tenantId } from './bot-on-http.js';
import { type ConnectorServer, startConnector } from './connector-server.js';

const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Your match' }] };
const match: OutgoingMessage = { kind: 'card', card, summary: 'Your match is here' };
let bot: Bot;
let sender: Sender;

beforeAll(async () => {
  bot = await startBot();
  ({ sender } = bot);
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.connector.answer(undefined);
  bot.connector.received.length = 0;
  bot.setToken('connector-token');
});

describe('writing to Priya', () => {
  it('[R-08] a card goes to her conversation with tenant and Entra id named', async () => {
    expect(await sender.send(bot.reference, match)).toEqual({ kind: 'sent', activityId: 'activity-1' });
    expect(bot.connector.received).toMatchObject([
      {
        method: 'POST',
        path: '/emea/v3/conversations/a%3Apriya/activities',
        authorization: 'Bearer connector-token',
        body: {
          type: 'message',
          summary: 'Your match is here',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
          recipient: { aadObjectId: priya },
          conversation: { id: 'a:priya', tenantId },
          channelData: { tenant: { id: tenantId } },
        },
      },
    ]);
  });

  it('a service URL without a slash at its end is as good', async () => {
    await sender.send({ ...bot.reference, serviceUrl: `${bot.connector.origin}/teams` }, match);
    expect(bot.connector.received[0]?.path).toBe('/teams/v3/conversations/a%3Apriya/activities');
  });

  it('a hundred people written to at once get one message each', async () => {
    const people = Array.from({ length: 100 }, (_, position) => ({ ...bot.reference, conversationId: `a:${position}` }));
    const outcomes = await Promise.all(people.map((reference) => sender.send(reference, match)));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']));
    expect(new Set(bot.connector.received.map(({ path }) => path)).size).toBe(100);
  });

  it('a text goes as it is', async () => {
    await sender.send(bot.reference, { kind: 'text', text: 'See you *soon*' });
    expect(bot.connector.received[0]?.body).toMatchObject({ text: 'See you *soon*', textFormat: 'plain' });
  });

  it('[R-06] a connection that was closed while nothing was said costs no message', async () => {
    bot.connector.closeWhenReused(true);
    const outcomes: string[] = [];
    for (const text of ['one', 'two', 'three']) outcomes.push((await sender.send(bot.reference, { kind: 'text', text })).kind);
    bot.connector.closeWhenReused(false);

    expect(outcomes).toEqual(['sent', 'sent', 'sent']);
    expect(bot.connector.received).toHaveLength(3);
  });

  it('[R-06] an edit is a PUT of the same message', async () => {
    expect(await sender.update(bot.reference, 'activity-7', match)).toMatchObject({ kind: 'sent' });
    expect(bot.connector.received).toMatchObject([{ method: 'PUT', path: '/emea/v3/conversations/a%3Apriya/activities/activity-7' }]);
  });

  it('[R-08] a person never seen is found by Entra id and tenant, and the reference can be kept', async () => {
    const opened = await sender.open({ tenantId, personId: priya });
    const reference = {
      tenantId,
      personId: priya,
      conversationId: 'a:opened',
      serviceUrl: `${bot.connector.origin}/`,
      botId: `28:${botAppId}`,
    };
    expect(opened).toEqual({ kind: 'opened', reference });
    expect(bot.connector.received).toMatchObject([
      {
        path: '/v3/conversations',
        body: { isGroup: false, tenantId, members: [{ id: priya, aadObjectId: priya }], bot: { id: `28:${botAppId}` } },
      },
    ]);
  });
});

describe('when the connector does not accept', () => {
  const httpDate = (secondsAhead: number): string => new Date((bot.clock.seconds() + secondsAhead) * 1000).toUTCString();

  it.each([
    [408, { kind: 'ambiguous', status: 408 }],
    [500, { kind: 'ambiguous', status: 500 }],
    [502, { kind: 'ambiguous', status: 502 }],
    [503, { kind: 'ambiguous', status: 503 }],
    [504, { kind: 'ambiguous', status: 504 }],
    [412, { kind: 'precondition' }],
    [429, { kind: 'throttled' }],
  ])('[R-04] after %s exactly one attempt was made', async (status, outcome) => {
    bot.connector.answer({ status, body: { error: { code: 'Whatever', message: 'no' } } });
    expect(await sender.send(bot.reference, match)).toEqual(outcome);
    expect(await sender.update(bot.reference, 'activity-7', match)).toEqual(outcome);
    expect(await sender.open({ tenantId, personId: priya })).toEqual(outcome);
    expect(bot.connector.received).toHaveLength(3);
  });

  it('[R-04] after a throttling with Retry-After exactly one attempt was made', async () => {
    bot.connector.answer({ status: 429, headers: { 'Retry-After': '1' } });
    expect(await sender.send(bot.reference, match)).toEqual({ kind: 'throttled', retryAfterMs: 1000 });
    expect(bot.connector.received).toHaveLength(1);
  });

  it('a Retry-After may be a date', async () => {
    bot.connector.answer({ status: 429, headers: { 'Retry-After': httpDate(9) } });
    const outcome = await sender.send(bot.reference, match);
    expect(outcome.kind).toBe('throttled');
    expect(outcome.kind === 'throttled' && outcome.retryAfterMs).toBeGreaterThan(7000);
    expect(outcome.kind === 'throttled' && outcome.retryAfterMs).toBeLessThanOrEqual(9000);
  });

  it('[R-04] after a connection that breaks the outcome is open, and one attempt was made', async () => {
    bot.connector.answer('reset');
    expect(await sender.send(bot.reference, match)).toEqual({ kind: 'ambiguous' });
    expect(bot.connector.received).toHaveLength(1);
  });

  it.each([
    [403, { error: { code: 'ConversationBlockedByUser' } }, 'ConversationBlockedByUser', 'person'],
    [403, { error: { code: 'BotNotInConversationRoster' } }, 'BotNotInConversationRoster', 'person'],
    [403, { error: { code: 'BotDisabledByAdmin' } }, 'BotDisabledByAdmin', 'person'],
    [403, { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' }, 'MessageWritesBlocked', 'person'],
    [404, { error: { code: 'ConversationNotFound' } }, 'ConversationNotFound', 'person'],
    [404, { error: { code: 'ActivityNotFoundInConversation' } }, 'ActivityNotFoundInConversation', 'message'],
    [413, { error: { code: 'MessageSizeTooBig' } }, 'MessageSizeTooBig', 'message'],
    [400, { error: { code: 'BadSyntax' } }, 'BadSyntax', 'message'],
    [401, { error: { code: 'BotNotRegistered' } }, 'BotNotRegistered', 'bot'],
    [401, {}, 'Status401', 'bot'],
  ])('[R-07] %s %j is permanent', async (status, body, code, scope) => {
    bot.connector.answer({ status, body });
    expect(await sender.send(bot.reference, match)).toEqual({ kind: 'permanent', code, scope, status });
    expect(bot.connector.received).toHaveLength(1);
  });

  it('without a token nothing leaves', async () => {
    bot.setToken(undefined);
    expect(await sender.send(bot.reference, match)).toEqual({ kind: 'unsent', code: 'TokenUnavailable' });
    expect(bot.connector.received).toHaveLength(0);
  });

  it('where nobody listens nothing was sent', async () => {
    const gone = await startBot();
    await gone.connector.stop();
    expect(await gone.sender.send(gone.reference, match)).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
    await gone.stop();
  });
});

describe('a token of ours goes nowhere else', () => {
  let evil: ConnectorServer;
  beforeAll(async () => {
    evil = await startConnector();
  });
  afterAll(() => evil.stop());

  it('[S-05] a stored reference with another host is refused without a connection', async () => {
    const { host } = new URL(bot.connector.origin);
    for (const serviceUrl of [
      `${evil.origin}/`,
      `http://${host}@${new URL(evil.origin).host}/`,
      `https://${host}/`,
      'file:///etc/passwd',
      '',
    ]) {
      const outcome = await sender.send({ ...bot.reference, serviceUrl }, match);
      expect(outcome).toEqual({ kind: 'permanent', code: 'ServiceUrlNotAllowed', scope: 'person' });
      expect(await sender.update({ ...bot.reference, serviceUrl }, 'activity-7', match)).toEqual(outcome);
    }
    expect([...evil.received, ...bot.connector.received]).toEqual([]);
  });

  it.each([301, 302, 307, 308])('[S-05] a redirect (%s) is not followed', async (status) => {
    bot.connector.answer({ status, headers: { Location: `${evil.origin}/v3/conversations/a/activities` } });
    expect(await sender.send(bot.reference, match)).toMatchObject({ kind: 'permanent', code: 'Redirect', scope: 'bot' });
    expect(evil.received).toEqual([]);
    expect(bot.connector.received).toHaveLength(1);
  });

  it('[S-05] a new conversation whose answer names another host keeps the known one', async () => {
    bot.connector.answer({ status: 201, body: { id: 'a:opened', serviceUrl: `${evil.origin}/` } });
    const opened = await sender.open({ tenantId, personId: priya });
    expect(opened).toMatchObject({ kind: 'opened', reference: { serviceUrl: `${bot.connector.origin}/` } });
  });
});
