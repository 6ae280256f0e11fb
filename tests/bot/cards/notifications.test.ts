import { readdirSync, readFileSync } from 'node:fs';
import { summaryFor } from '@coaching-pairs/bot/render-message';
import { summaryFor as engagementSummary } from '@coaching-pairs/bot/two-two-message';
import { messageKinds } from '@coaching-pairs/bot/workflows/messages';
import { newsKinds } from '@coaching-pairs/shared/engagement/news';
import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { pseudoLocale } from '@coaching-pairs/shared/words/locale';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';
import { people, stageIn, states } from '../listeners/bot.js';
import { id } from '../workflows/world.js';
import { everyCard, makerFor } from './every-card.js';

const english = catalogues.en ?? {};
const sources = new URL('../../../bot/src/', import.meta.url);
const telling = /declin|rather not|partner|pair(?!s\b)|rework|\bmatch|paus|ended|session|nominat|suggest|named/iu;
/** What stands on a lock screen, in an activity feed or in the list of chats. */
const notified = Object.keys(english).filter((message) => message.startsWith('summary.'));

const commands = ['help', 'status', 'my pair', 'join', 'sit out', 'book', 'prepare', 'pause', 'leave', 'privacy', 'notes', 'a joke'];

describe('what a passer-by reads', () => {
  it.each(messageKinds)('[C-12] of “%s” is a sentence that has no room for anybody or anything', (kind) => {
    const summary = summaryFor(wordsFor('en-GB'), kind);
    expect(notified.map((message) => english[message])).toContain(summary);
    expect(summary).not.toMatch(telling);
    expect(untranslated([summaryFor(wordsFor(pseudoLocale), kind)])).toEqual([]);
  });

  it.each(newsKinds)('[C-12] of an engagement’s “%s” does not even say that there is one', (kind) => {
    const summary = engagementSummary(wordsFor('en-GB'), kind);
    expect(notified.map((message) => english[message])).toContain(summary);
    expect(summary).not.toMatch(/2:2|coach(?!ing pairs)|client|leader|sponsor/iu);
  });

  it('[C-12] of a notification or the subject of a meeting is never filled in', () => {
    const subjects = ['session.subject', 'kickOff.event.subject', 'awayday.event.subject', 'card.fallback'];
    for (const message of [...notified, ...subjects]) {
      expect([message, english[message]]).toEqual([message, expect.stringMatching(/^[^{}]+$/u)]);
      expect([message, english[message]?.match(telling) ?? null]).toEqual([message, null]);
    }
  });

  it('[C-12] is one of these sentences wherever the bot sends a card', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(listeners|bolt)\/.*\.ts$|^[^/]+\.ts$/u.test(file),
    );
    const said = files.flatMap((file) =>
      [...readFileSync(new URL(file, sources), 'utf8').matchAll(/\bsummary: (?<what>[\w.(']+)/gu)].map(({ groups }) => groups?.what ?? ''),
    );
    expect(said.length).toBeGreaterThan(4);
    const allowed = /^(?:(?:maker\.)?words\.t\('summary\.\w+'|summaryFor\(words|message\.summary|string|'')$/u;
    expect(said.filter((what) => !allowed.test(what))).toEqual([]);
  });

  it('[C-12] of every card that a client cannot show is the same for all', () => {
    expect(new Set(everyCard(makerFor('en-GB')).map(({ card }) => card['fallbackText']))).toEqual(new Set([english['card.fallback']]));
  });

  it.each(states)('[C-12] of an answer to a command while the round is %s names nobody and nothing of a match', async (state) => {
    const stage = await stageIn(state);
    const names = people.map(({ name }) => name);
    for (const name of ['Sam', 'Jonas', 'Nora', 'Priya']) {
      for (const text of commands) {
        const { writings } = await stage.app.handle(stage.turnOf(id(name), { kind: 'command', text }));
        const shown = writings.map(({ message }) => (message.kind === 'text' ? message.text : message.summary)).join(' ');
        expect([state, name, text, shown !== '', names.filter((one) => shown.includes(one))]).toEqual([state, name, text, true, []]);
        expect([state, name, text, shown.match(/declin|rather not|partner|rework|\bmatch/iu)]).toEqual([state, name, text, null]);
      }
    }
  });
});
