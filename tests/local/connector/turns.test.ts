import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardAnswer, invitationCard, messageAnswer, questionCard } from './sample-cards.js';
import type { Received } from './scripted-bot.js';
import { openTenantHouse, type TenantHouse } from './tenant-house.js';

describe('acting as a person', () => {
  let house: TenantHouse;
  let priya: string;

  const messages = async () => (await house.sandbox(`chats/${priya}`)).body;
  const act = (action: object) => house.sandbox(`chats/${priya}/actions`, action);
  const last = (): Received => house.bot.received.at(-1);
  /** The bot answers whatever Priya types with this card. */
  const sendCard = async (card: unknown): Promise<string> => {
    let activityId = '';
    house.bot.script = async (activity, bot) => {
      if (activity.type === 'message') activityId = await bot.reply(activity, { card });
      return { status: 200 };
    };
    await house.sandbox(`chats/${priya}/messages`, { text: 'hello' });
    house.bot.script = () => undefined;
    return activityId;
  };

  beforeAll(async () => {
    house = await openTenantHouse({ names: ['Priya Sharma', 'Yuki Tanabe'] });
    priya = house.idOf('Priya Sharma');
  });
  beforeEach(() => {
    house.bot.script = () => undefined;
    house.bot.received.length = 0;
  });
  afterAll(() => house.close());

  it('takes what is typed to the bot in the shape of Teams, and answers with what the bot says', async () => {
    house.bot.script = async (activity, bot) => {
      await bot.reply(activity, { text: 'I can help.' });
      return { status: 202 };
    };
    expect((await house.sandbox(`chats/${priya}/messages`, { text: ' help ' })).body).toEqual({ status: 202, text: 'I can help.' });
    const { tenantId, botAppId } = house.ids;
    expect(last()).toMatchObject({
      type: 'message',
      text: 'help',
      channelId: 'msteams',
      locale: 'en-GB',
      localTimezone: 'Europe/London',
      from: { id: expect.stringMatching(/^29:/), aadObjectId: priya, name: 'Priya Sharma' },
      recipient: { id: `28:${botAppId}` },
      conversation: { conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      entities: [{ type: 'clientInfo', locale: 'en-GB', timezone: 'Europe/London' }],
    });
    expect((await messages()).slice(-2)).toMatchObject([
      { from: priya, text: 'help' },
      { from: 'bot', text: 'I can help.' },
    ]);
    await house.sandbox(`chats/${house.idOf('Yuki Tanabe')}/messages`, { text: 'hello' });
    expect(last()).toMatchObject({ locale: 'ja-JP', localTimezone: 'Asia/Tokyo', localTimestamp: expect.stringMatching(/\+09:00$/) });
  });

  it('clicks a card’s button, and shows the card that comes back', async () => {
    const activityId = await sendCard(invitationCard('open'));
    house.bot.script = () => cardAnswer(invitationCard('joined'));
    const answer = await act({ activityId, verb: 'invitation.join', data: { round: 'spring' } });
    expect(answer.body).toEqual({ status: 200, card: invitationCard('joined') });
    expect(last()).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      value: { trigger: 'manual', action: { type: 'Action.Execute', title: 'I’m in', verb: 'invitation.join', data: { round: 'spring' } } },
    });
    expect((await messages()).at(-1).card).toEqual(invitationCard('joined'));
  });

  it('brings a card up to date when its chat is read, and not the way back', async () => {
    const activityId = await sendCard(invitationCard('open'));
    house.bot.received.length = 0;
    house.bot.script = ({ value }) => (value?.trigger === 'automatic' ? cardAnswer(invitationCard('joined')) : undefined);
    expect((await messages()).find((message: Received) => message.activityId === activityId).card).toEqual(invitationCard('joined'));
    expect(
      house.bot.received.every(({ value }: Received) => value.trigger === 'automatic' && value.action.verb === 'invitation.refresh'),
    ).toBe(true);
    house.bot.script = () => ({ status: 500 });
    expect((await messages()).find((message: Received) => message.activityId === activityId).card).toEqual(invitationCard('joined'));
  });

  it('leaves cards as they are when a reader asks for no refresh', async () => {
    await sendCard(invitationCard('open'));
    house.bot.received.length = 0;
    const { body } = await house.sandbox(`chats/${priya}?refresh=no`);
    expect(body.at(-1).card).toEqual(invitationCard('open'));
    expect(house.bot.received).toEqual([]);
  });

  it('leaves cards alone that are to be refreshed for others only', async () => {
    const card = invitationCard('open');
    await sendCard({ ...card, refresh: { ...card.refresh, userIds: ['29:somebody-else'] } });
    const id = (await house.sandbox(`chats/${priya}?refresh=no`)).body.at(-1).activityId;
    house.bot.received.length = 0;
    await messages();
    expect(house.bot.received.filter(({ replyToId }: Received) => replyToId === id)).toEqual([]);
  });

  it('lets somebody who removed the app read, and do nothing', async () => {
    const activityId = await sendCard(questionCard);
    await house.sandbox(`chats/${priya}/app`, undefined, 'DELETE');
    expect(last()).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    expect((await act({ activityId, verb: 'x' })).status).toBe(409);
    expect((await house.sandbox(`chats/${priya}/messages`, { text: 'hello' })).status).toBe(409);
    expect((await messages()).at(-1).card).toEqual(questionCard);
    await house.sandbox(`chats/${priya}/app`, undefined, 'PUT');
    expect((await act({ activityId, verb: 'x' })).status).toBe(200);
  });

  it('tells a page that is open what happens, as it happens', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${house.url}/sandbox/events`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await sendCard(questionCard);
    await house.sandbox(`chats/${priya}/read`, {});
    await house.sandbox('clock', { advance: 'PT1M' });
    let heard = '';
    while (!heard.includes('"clock"')) heard += (await reader?.read())?.value ?? '';
    const types = [...heard.matchAll(/^data: (.+)$/gm)].map(([, line]) => JSON.parse(line ?? '').type);
    expect(types).toEqual(['chat', 'chat', 'read', 'clock']);
    stop.abort();
  });

  it('never shows a refresh that is older than a click', async () => {
    const activityId = await sendCard(invitationCard('open'));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    house.bot.script = async ({ value }) => {
      if (value.trigger !== 'automatic') return cardAnswer(invitationCard('joined'));
      await held;
      return cardAnswer(invitationCard('open'));
    };
    const reading = messages();
    await act({ activityId, verb: 'invitation.join', data: {} });
    release();
    expect((await reading).at(-1).card).toEqual(invitationCard('joined'));
  });

  it('hands the bot’s own refusal on, with its words', async () => {
    const activityId = await sendCard(invitationCard('open'));
    house.bot.script = () => ({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'stale', message: 'Too late.' } },
    });
    expect((await act({ activityId, verb: 'invitation.join' })).body).toEqual({ status: 400, text: 'Too late.' });
    house.bot.script = () => ({ status: 403 });
    expect((await act({ activityId, verb: 'forged', data: { person: 'somebody else' } })).body).toEqual({ status: 403 });
    expect(last().value.action).toEqual({ type: 'Action.Execute', verb: 'forged', data: { person: 'somebody else' } });
    house.bot.script = () => messageAnswer('Noted.');
    expect((await act({ activityId, verb: 'invitation.join' })).body).toEqual({ status: 200, text: 'Noted.' });
  });

  it('opens a dialog and submits it', async () => {
    const activityId = await sendCard(invitationCard('open'));
    const dialog = (data: object) => house.sandbox(`chats/${priya}/dialogs`, { activityId, data });
    house.bot.script = () => ({
      status: 200,
      body: { task: { type: 'continue', value: { title: 'A topic', card: { contentType: 'x', content: questionCard } } } },
    });
    expect((await dialog({ msteams: { type: 'task/fetch' }, about: 'round' })).body).toEqual({
      status: 200,
      title: 'A topic',
      card: questionCard,
    });
    expect(last()).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      replyToId: activityId,
      value: { data: { about: 'round' }, context: { theme: 'default' } },
    });
    house.bot.script = () => ({ status: 200, body: { task: { type: 'message', value: 'Thank you.' } } });
    expect((await dialog({ form: 'topic', topic: 'Delegating' })).body).toEqual({ status: 200, text: 'Thank you.' });
    expect(last()).toMatchObject({ name: 'task/submit', value: { data: { form: 'topic', topic: 'Delegating' } } });
  });

  it('says in a sentence what is wrong with a request', async () => {
    const refusals: readonly (readonly [string, unknown, number])[] = [
      ['chats/nobody/messages', { text: 'hello' }, 404],
      [`chats/${priya}/messages`, { text: '  ' }, 400],
      [`chats/${priya}/messages`, '{"text":', 400],
      [`chats/${priya}/messages`, '[]', 400],
      [`chats/${priya}/actions`, { verb: 'x' }, 400],
      [`chats/${priya}/actions`, { activityId: '1', verb: 'x' }, 404],
      [`chats/${priya}/dialogs`, { activityId: '1' }, 404],
      [`consent/${priya}`, { answer: 'perhaps' }, 400],
      ['faults', { kind: 'fire' }, 400],
    ];
    for (const [path, body, status] of refusals) {
      const answer = await house.sandbox(path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.body.error.message).toMatch(/^[A-Za-z].+\.$/);
    }
    const activityId = await sendCard(questionCard);
    expect((await act({ activityId })).status).toBe(400);
    expect((await act({ activityId, verb: 'x', data: 'text' })).status).toBe(400);
    expect(house.bot.received.filter(({ type }: Received) => type === 'invoke')).toEqual([]);
  });

  it('counts what is unread, until it is read', async () => {
    await house.sandbox(`chats/${priya}/read`, {});
    await sendCard(questionCard);
    const mine = async () => (await house.sandbox('chats')).body.find(({ personId }: Received) => personId === priya);
    expect(await mine()).toMatchObject({ unread: 1, installed: true });
    await house.sandbox(`chats/${priya}/read`, {});
    expect(await mine()).toMatchObject({ unread: 0 });
  });
});

describe('the app of everybody', () => {
  it('is installed for each person once, when the bot is ready, and goes on after a restart', async () => {
    const house = await openTenantHouse({ names: ['Priya Sharma', 'Owen Gallagher', 'Yuki Tanabe'] });
    let down = false;
    house.bot.script = (activity) => {
      down ||= activity.type === 'installationUpdate' && activity.from.name === 'Owen Gallagher';
      return { status: down ? 503 : 200 };
    };
    house.bot.ready = false;
    await house.restart();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(house.bot.received).toEqual([]);
    house.bot.ready = true;
    await expect.poll(() => down).toBe(true);
    house.bot.script = () => undefined;
    await house.restart();
    await house.connector().everybodyInstalled();
    const introduced = house.bot.received.filter(({ type, action }: Received) => type === 'installationUpdate' && action === 'add');
    expect(new Set(introduced.map(({ from }: Received) => from.name))).toEqual(new Set(['Priya Sharma', 'Owen Gallagher', 'Yuki Tanabe']));
    house.bot.received.length = 0;
    await house.restart();
    await house.connector().everybodyInstalled();
    expect(house.bot.received).toEqual([]);
    await house.close();
  });
});
