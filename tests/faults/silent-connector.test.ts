import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../bot/bolt/bot-on-http.js';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe('a connector that takes a message and never says anything', () => {
  it('[R-06] is not waited for without end; the outcome is open, and one attempt was made', async () => {
    bot.connector.answer('silence');
    expect(await bot.sender.send(bot.reference, { kind: 'text', text: 'See you soon' })).toEqual({ kind: 'ambiguous' });
    expect(bot.connector.received).toHaveLength(1);
  });
});
