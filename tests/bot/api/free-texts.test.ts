import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EventDraft } from '@coaching-pairs/bot/ports/calendar';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import { firstTerms } from '@coaching-pairs/shared/agreement/agreement';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from './company.js';
import { type Audience, canaryOf, everyFreeText, rows } from './free-texts.js';
import { type House, openHouse } from './house.js';
import type { Row } from './matrix-row.js';
import { rows as calls } from './matrix-rows.js';
import { emptyCalendar } from './paper-calendar.js';
import { joiners, type PlayedRound, pathOf, playRound, silent, sittingOut, spring } from './played-round.js';

let house: House;
let round: PlayedRound;
/** The first two of one match, who have formed their pair. */
let pair: readonly [string, string];
const woken: unknown[] = [];
const events: EventDraft[] = [];

const audienceOf = (path: string): Audience | null => {
  const row = rows[path];
  return typeof row === 'string' && row !== 'not-words' ? row : null;
};
const written = everyFreeText().filter((path) => audienceOf(path) !== null);
const canary = (path: string): string => canaryOf(written.includes(path) ? path : expect.unreachable(`${path} is nothing to be written`));
/** What nobody outside a pair reads. */
const confidential = written.filter((path) => ['author', 'pair'].includes(audienceOf(path) ?? ''));

/** The texts of one object of a body, each with its canary. */
const textsAt = (prefix: string, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, canary(`${prefix}.${name}`)]));

const contentsAt = (prefix: string) => {
  const [note, words] = [textsAt(prefix, ['heading', 'text']), textsAt(prefix, ['text'])];
  return [
    { kind: 'note', ...note },
    { kind: 'challenge', ...note },
    { kind: 'step', ...words, done: false },
    { kind: 'take-away', ...textsAt(prefix, ['takeAways', 'moreConfident', 'stillImproving']) },
  ];
};

const writesNotes = async (who: string): Promise<void> => {
  for (const [at, content] of contentsAt('addNote.content').entries()) await round.does(who, 'addNote', { noteId: `added-${at}`, content });
  for (const [at, content] of contentsAt('saveNote.content').entries()) {
    const before = { kind: 'note', heading: '', text: 'Before' };
    const { note } = await round.does(who, 'addNote', { noteId: `saved-${at}`, content: before });
    await round.does(who, 'saveNote', { version: note.version, content }, { noteId: note.id });
  }
};

const agrees = (who: string) => {
  const terms = { ...firstTerms(2), ...textsAt('changePair.change.terms', ['confidentiality', 'contact', 'awayday', 'drift']) };
  const words = textsAt('changePair.change.words', ['wants', 'challenge', 'shutsDown']);
  return round.does(who, 'changePair', { change: { kind: 'agree', base: 0, terms, words } });
};

const plansAwayday = async (who: string): Promise<void> => {
  const day = { form: 'half', day: '2027-05-27', time: '09:30', zone: 'Europe/London', minutes: 300 };
  await round.does(who, 'planAwayday', { ...day, revision: 0, location: canary('planAwayday.location') });
  const { revision } = await round.does(who, 'awayday');
  const items = [{ id: 'own', kind: 'other', wording: canary('writeAgenda.items[].wording'), minutes: 60 }];
  await round.does(who, 'writeAgenda', { revision, items });
};

beforeAll(async () => {
  house = await openHouse({
    store: 'memory',
    now: Date.parse('2026-11-20T09:00:00.000Z'),
    wakeUp: async (messages) => void woken.push(...messages),
    calendarOf: () => ({
      ...emptyCalendar,
      book: async (draft, ...rest) => {
        events.push(draft);
        return emptyCalendar.book(draft, ...rest);
      },
    }),
  });
  round = playRound(house, 'spring', spring);
  const { administratorIds: _named, ...plan } = round.plan;
  await round.does('Omar', 'openRound', { plan: { ...round.plan, name: canary('openRound.plan.name') } });
  expect((await house.call('Omar', 'GET', pathOf('overview', { roundId: round.id }))).text).toContain(canary('openRound.plan.name'));
  await round.does('Omar', 'changePlan', { plan: { ...plan, name: canary('changePlan.plan.name') } });
  await round.chooses();
  await round.works('announceKickOff', { on: '2026-11-25' });
  const meeting = { start: '2026-11-25T10:00:00.000Z', minutes: 60, location: canary('arrangeKickOff.location') };
  await round.does('Priya', 'arrangeKickOff', meeting);
  await round.does('Priya', 'holdKickOff', { commonApproach: canary('holdKickOff.commonApproach') });
  await round.works('openInvitations');
  await round.joins();
  await round.proposes();
  for (const { id, members } of await round.sent()) for (const who of members) await round.says(who, id, 'accept');
  const { pairs } = await round.does('Priya', 'board');
  const [first] = pairs;
  const two = joiners.filter((name) => first?.members.some((one) => one.name.startsWith(`${name} `)));
  pair = [two[0] ?? expect.unreachable(), two[1] ?? expect.unreachable()];
  await round.works('announcePairs', { withoutPartner: [] });
  await round.does('Priya', 'writeHouseNote', { about: 'rules', text: canary('writeHouseNote.text') });
  await round.does('Priya', 'writeKit', { sheet: 'declining', text: canary('writeKit.text') });
  await plansAwayday('Priya');
  await agrees(pair[0]);
  await writesNotes(pair[0]);
});
afterAll(() => house.close());

const administrators = ['Priya', 'Omar'];
const members = [...joiners, silent, sittingOut];
/** Of another round, who may open one, and who has to do with none. */
const strangers = ['Quinn', 'Toby', 'Stella'];

const mayRead = (path: string, who: string): boolean => {
  switch (audienceOf(path)) {
    case 'author':
      return who === pair[0];
    case 'pair':
      return pair.includes(who);
    case 'members':
      return members.includes(who) || administrators.includes(who);
    default:
      return administrators.includes(who);
  }
};

const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET');

/** Everything that somebody is answered, whatever they ask for. */
const everythingTo = async (who: string): Promise<string> => {
  const answers = await Promise.all(
    reading.map((name) => house.call(who, 'GET', `${pathOf(name, { roundId: round.id })}${name.startsWith('search') ? '?q=an' : ''}`)),
  );
  return answers.map(({ text }) => text).join('\n');
};

const idOfRound = async () => (await house.deps.rounds.list())[0]?.id ?? expect.unreachable();

describe('what people write in their own words', () => {
  it('[C-02] each text that the API takes says who may read it', () => {
    expect(everyFreeText().toSorted()).toEqual(Object.keys(rows).toSorted());
    for (const row of Object.values(rows)) {
      if (typeof row === 'string') continue;
      const file = fileURLToPath(new URL(`../../${row.provenIn}`, import.meta.url));
      expect(existsSync(file) && readFileSync(file, 'utf8').includes('canary'), row.provenIn).toBe(true);
    }
  });

  it('[C-02] [S-10] everybody reads all that they may, and not a word besides, whatever they ask for', async () => {
    const another = joiners.find((name) => !pair.includes(name)) ?? '';
    for (const who of [...pair, another, silent, sittingOut, ...administrators, ...strangers]) {
      const told = await everythingTo(who);
      // The first name of the round is gone since it was planned anew.
      for (const path of written.filter((one) => one !== 'openRound.plan.name'))
        expect([who, path, told.includes(canaryOf(path))]).toEqual([who, path, mayRead(path, who)]);
    }
  });

  it('[C-12] [S-20] none of it stands in a line of the log, an audit, a work, a message or what wakes a worker', async () => {
    const id = await idOfRound();
    const { rounds, works } = house.deps;
    const messages = await rounds.messages(id);
    expect([messages.length > 20, woken.length > 20]).toEqual([true, true]);
    const kept = { log: house.lines, audit: await rounds.audit(id), works: await works.list(id), messages, woken };
    for (const [where, all] of Object.entries(kept))
      expect([where, JSON.stringify(all).match(/canary of [\w ]+/gu)]).toEqual([where, null]);
  });

  it('[C-12] no notification holds any of it, and no card or event in Outlook what stays between two people', async () => {
    const render = renderMessage(house.deps, 'app', async () => wordsFor('en-GB'));
    const sent = await Promise.all((await house.deps.rounds.messages(await idOfRound())).map(render));
    const cards = JSON.stringify(sent.map((message) => (message?.kind === 'card' ? message.card : null)));
    expect(cards).toContain(canary('changePlan.plan.name'));
    expect(JSON.stringify(sent.map((message) => (message?.kind === 'card' ? message.summary : null)))).not.toContain('canary');
    expect(JSON.stringify(events)).toContain(canary('arrangeKickOff.location'));
    for (const path of confidential) expect([path, cards.includes(canaryOf(path))]).toEqual([path, false]);
    for (const path of confidential) expect([path, JSON.stringify(events).includes(canaryOf(path))]).toEqual([path, false]);
  });

  it('[C-07] what stays between two people stands in no row of the store but sealed', () => {
    const stored = JSON.stringify(house.everyRow());
    expect(stored).toContain(canary('writeKit.text'));
    for (const path of confidential) {
      const text = canaryOf(path);
      expect([path, stored.includes(text), stored.includes(Buffer.from(text).toString('base64url').slice(0, -2))]).toEqual([
        path,
        false,
        false,
      ]);
    }
  });

  it('[C-02] [C-06] the chief executive, who leads the round, is told no word of an agreement, a note or a take-away by any route (scenario 5)', async () => {
    const [author, partner] = pair.map(idOf);
    const { notes } = await round.does(pair[0], 'notes');
    const [proposal] = await house.deps.rounds.pairs(await idOfRound());
    const ids = { roundId: round.id, proposalId: proposal?.proposalId ?? '', personId: author ?? '', sessionId: 's-1', workId: 'w-1' };
    for (const name of Object.keys(routes).filter((one): one is RouteName => one in routes)) {
      const call: Row = calls[name];
      const body = call.body?.({ person: author ?? '', more: partner ?? '', op: round.opId() });
      const { text } = await house.call(silent, routes[name].method, pathOf(name, { ...ids, noteId: notes[0]?.id ?? '' }), body);
      for (const path of confidential) expect([name, path, text.includes(canaryOf(path))]).toEqual([name, path, false]);
    }
    for (const name of ['pairSpace', 'sessions'] as const) expect((await house.call(silent, 'GET', pathOf(name, ids))).status).toBe(404);
  });

  it('[S-19] [S-20] what is refused is repeated neither in the refusal nor in the log', async () => {
    const [who] = pair;
    const change = { kind: 'agree', base: -1, terms: { contact: 'canary of a refusal' }, words: 'canary of a refusal' };
    const refused = await Promise.all([
      house.call(who, 'POST', pathOf('changePair', { roundId: round.id }), { opId: round.opId(), change }),
      house.call(who, 'POST', '/api/notes', { opId: round.opId(), noteId: 'n', content: { kind: 'canary of a refusal' } }),
      house.call('Priya', 'PUT', pathOf('writeHouseNote', { roundId: round.id }), { opId: round.opId(), about: 'canary of a refusal' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422]);
    for (const { text } of refused) expect(text).not.toContain('canary of a refusal');
    expect(house.lines.join('\n')).not.toContain('canary of a refusal');
  });
});
