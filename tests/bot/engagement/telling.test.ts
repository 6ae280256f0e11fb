import { parseOutboxRow } from '@coaching-pairs/bot/ports/outbox';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import { forgetEngagements } from '@coaching-pairs/bot/workflows/engagement/forget';
import { leaveEngagements } from '@coaching-pairs/bot/workflows/engagement/leave';
import { eraseMine } from '@coaching-pairs/bot/workflows/my-data/erase-mine';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { waitsForWork } from '@coaching-pairs/bot/workflows/waits-for-work';
import { coachId } from '@coaching-pairs/shared/coaches/coach';
import { operationId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullName, idOf, people } from '../api/company.js';
import { textsOf } from '../cards/every-card.js';
import { botOf } from '../listeners/bot.js';
import { canary, cast, clients, type Engagements, four, type Lived, liveEngagement, openEngagements } from './engagement-house.js';

let house: Engagements;
let lived: Lived;

beforeEach(async () => {
  house = await openEngagements();
  lived = await liveEngagement(house);
});
afterEach(() => house.close());

const place = () => `engagement~${lived.at.engagementId}`;
const nameOf = (id: string): string => Object.values(cast).find((name) => idOf(name) === id) ?? id;

/** What waits to be sent, as `kind name`; then it is as if it had been. */
const messages = async () => {
  const rows = house.everyRow().filter(({ partition, key }) => partition === place() && key.startsWith('out~'));
  return rows.map((row) => {
    const parsed = parseOutboxRow(row);
    return parsed.ok ? { row, message: parsed.value } : expect.unreachable(parsed.error.field);
  });
};
const told = async (): Promise<readonly string[]> => {
  const found = await messages();
  const wanted = await Promise.all(found.map(async ({ message }) => ({ message, wanted: await stillWanted(house.deps)(message) })));
  for (const { row, message } of found)
    await house.table.commit({
      partition: row.partition,
      writes: [
        { kind: 'delete', key: row.key, etag: row.etag },
        { kind: 'upsert', key: `told~${message.to}~${message.id}`, fields: { kind: message.kind } },
      ],
    });
  return wanted.filter(({ wanted: is }) => is).map(({ message }) => `${message.kind.replace('two-two-', '')} ${nameOf(message.to)}`);
};
const toAll = (kind: string, names: readonly string[]) => names.map((name) => `${kind} ${name}`);

describe('what the people of an engagement are told', () => {
  it('[TT-05] [TT-10] [TT-33] [TT-34] is the step that is theirs, and nothing of anybody’s yes', async () => {
    expect(await told()).toEqual(['asked Finn']);
    await lived.moves('Finn', { kind: 'consent', version: 1 });
    expect(await told()).toEqual([]);
    await lived.moves('Ben', { kind: 'consent', version: 1 });
    expect(await told()).toEqual(['find-coaches Stella']);
    await lived.assigns();
    expect((await told()).toSorted()).toEqual([...toAll('coaches', clients), ...toAll('assigned', ['Vera', 'Uma'])].toSorted());
    await lived.recommends();
    await lived.agrees();
    // Who has said yes to the structure since is not asked about it any more.
    expect((await told()).toSorted()).toEqual([...toAll('agreement', four), 'sponsor-terms Maya'].toSorted());
    await lived.accepts();
    expect((await told()).toSorted()).toEqual(toAll('begun', four).toSorted());
  });

  it('[S-04] [R-07] goes to nobody from outside, who has no Teams here: they have their mailbox and their page', async () => {
    const { coachRegister, clock } = house.deps;
    const vera = (await coachRegister.all()).find(({ value }) => value.id === coachId(idOf('Vera'))) ?? expect.unreachable();
    const from = { kind: 'external', name: fullName('Vera'), mail: 'vera@example.org', guestId: idOf('Vera') } as const;
    const audit = { at: clock.now(), by: idOf('Stella'), action: 'register.link', subject: {}, result: 'done' } as const;
    await coachRegister.commit({ opId: operationId('outside-00001'), audit, coach: { ...vera, value: { ...vera.value, from } } });
    await lived.consents();
    await told();
    await lived.assigns();
    expect((await told()).toSorted()).toEqual([...toAll('coaches', clients), 'assigned Uma'].toSorted());
  });

  it('[C-12] [TT-61] names nobody and holds no word that somebody wrote; its one button opens the page', async () => {
    await lived.active();
    await lived.moves('Vera', { kind: 'word-summary', base: 0, observations: canary('observations'), takeAways: canary('takeAways') });
    const render = renderMessage(house.deps, 'app', async () => wordsFor('en-GB'));
    const all = await messages();
    expect(all.length).toBeGreaterThan(10);
    for (const { message } of all) {
      const said = await render(message);
      if (said?.kind !== 'card') return expect.unreachable(message.kind);
      const texts = textsOf(said.card).join(' ');
      expect(texts).not.toContain('canary');
      for (const { name } of people) expect([message.kind, name, texts.includes(name)]).toEqual([message.kind, name, false]);
      const page = message.kind === 'two-two-find-coaches' ? '2-2/coordinator' : `2-2/engagements/${lived.at.engagementId}`;
      expect(said.card['actions']).toMatchObject([{ type: 'Action.OpenUrl', url: expect.stringContaining(encodeURIComponent(page)) }]);
      expect(said.summary).not.toMatch(/2:2|leader|client/u);
    }
    expect(JSON.stringify(all)).not.toContain(fullName('Ben'));
  });

  it('[TT-05] that it does not go ahead is told to both alike, and not to whoever was never told of it', async () => {
    await lived.moves('Ben', { kind: 'rather-not' });
    expect(await told()).toEqual(['not-ahead Ben']);
  });

  it('[TT-64] its end is told to all four alike, and while 2:2 Coaching is off nothing is told', async () => {
    await lived.active();
    await told();
    await lived.moves('Uma', { kind: 'end' });
    await house.does('Stella', 'switchTwoTwo', { on: false });
    const wanted = await Promise.all((await messages()).map(({ message }) => stillWanted(house.deps)(message)));
    expect(wanted).toEqual(Array.from({ length: 5 }, () => false));
    await house.does('Stella', 'switchTwoTwo', { on: true });
    expect((await told()).toSorted()).toEqual(toAll('over', [...four, 'Maya']).toSorted());
  });
});

describe('what stays of an engagement that is over', () => {
  const rows = () => house.everyRow().filter(({ partition }) => partition === place());
  const listed = async (who: string) => (await house.does(who, 'engagements')).engagements.length;

  it('[C-10] [TT-05] of one that nobody answered its end is told to both, and after thirty days nothing at all', async () => {
    await told();
    house.clock.advance(29 * 86_400);
    await forgetEngagements(house.deps);
    expect((await told()).toSorted()).toEqual(toAll('not-ahead', clients).toSorted());
    house.clock.advance(31 * 86_400);
    await forgetEngagements(house.deps);
    expect(rows()).toEqual([]);
    expect(await house.deps.engagements.list()).toEqual([]);
  });

  it('[C-10] of others no message stays, and who keeps a note finds it there while nobody else does', async () => {
    await lived.active();
    await lived.moves('Finn', { kind: 'add-entry', entryId: 'kept', audience: 'only-me', text: canary('Finn') });
    await lived.moves('Ben', { kind: 'end' });
    house.clock.advance(31 * 86_400);
    await forgetEngagements(house.deps);
    expect(rows().filter(({ key }) => /^(?:out|sent|dead|told|part)~/u.test(key))).toEqual([]);
    expect([await listed('Finn'), await listed('Ben'), await listed('Vera'), await listed('Maya')]).toEqual([1, 0, 0, 0]);
    const actor = { personId: idOf('Finn'), name: fullName('Finn'), opener: false };
    await eraseMine(house.deps, { actor, opId: operationId('erases') });
    await forgetEngagements(house.deps);
    expect(rows()).toEqual([]);
  });
});

describe('somebody in a session of 2:2 Coaching', () => {
  it('[TT-42] hears nothing of this product until it ends, whatever it is about; the others do', async () => {
    await lived.active();
    const { deps, clock } = house;
    const start = new Date(Date.parse(clock.now()) + 60_000).toISOString();
    const booking = { kind: 'session', start, minutes: 60, place: 'teams', isPrivate: true, outlook: false, keepFree: false, having: 0 };
    await told();
    await house.does('Ben', 'bookMeeting', booking, lived.at);
    const [mine] = await messages();
    if (mine === undefined) return expect.unreachable();
    const ofRound = { ...mine.message, kind: 'feedback-pair-changed' };
    expect((await told()).toSorted()).toEqual([...toAll('booked', four), ...toAll('soon', four)].toSorted());
    clock.advance(120);
    const waits = waitsForWork(deps, { newsAtAnyHour: true });
    for (const name of four)
      for (const message of [mine.message, ofRound])
        expect((await waits({ ...message, to: idOf(name) }))?.at).toBe(new Date(Date.parse(start) + 3_600_000).toISOString());
    for (const name of ['Maya', 'Stella']) expect(await waits({ ...ofRound, to: idOf(name) })).toBeNull();
    clock.advance(3_600);
    expect(await waits({ ...ofRound, to: idOf('Ben') })).toBeNull();
  });
});

describe('who writes “2:2” to the bot', () => {
  const says = async (name: string, text: string) => {
    const bot = botOf({ deps: house.deps });
    const { writings } = await bot.app.handle(bot.turnOf(idOf(name), { kind: 'command', text }));
    return writings.map(({ message }) => (message.kind === 'text' ? message.text : textsOf(message.card).join(' | '))).join();
  };

  it('[TT-10] learns what waits for them, as what they are in it; others and while it is off nobody finds the word', async () => {
    expect(await says('Finn', '2:2')).toContain('something for you to decide');
    await lived.moves('Finn', { kind: 'consent', version: 1 });
    expect(await says('Finn', 'my 2:2')).toContain('Nothing waits for you right now');
    await lived.consents();
    expect(await says('Stella', '2:2')).toContain('Two leaders wait for their coaches');
    await lived.assigns();
    expect(await says('Vera', 'show my 2:2')).toContain('Two leaders are in your hands');
    await lived.recommends();
    expect(await says('Ben', '2:2')).toContain('recommend a structure');
    await lived.agrees();
    expect(await says('Maya', '2:2')).toContain('Two terms wait for you');
    expect(await says('Maya', 'help')).toContain('2:2');
    for (const who of ['Ana', 'Omar']) expect(await says(who, '2:2')).toContain('I did not understand that');
    expect(await says('Ana', 'help')).not.toContain('2:2');
    await house.does('Stella', 'switchTwoTwo', { on: false });
    expect(await says('Ben', '2:2')).toContain('I did not understand that');
    expect(await says('Ben', 'help')).not.toContain('2:2');
  });

  it('[TT-62] [C-09] is asked about a summary for as long as there is a sponsor for whom it is', async () => {
    await lived.active();
    await lived.moves('Vera', { kind: 'word-summary', base: 0, observations: 'Observed', takeAways: '' });
    expect(await says('Ben', '2:2')).toContain('A summary waits for your yes or no');
    await leaveEngagements(house.deps, idOf('Maya'), operationId('leaver-00003'));
    expect(await says('Ben', '2:2')).toContain('Nothing waits for you right now');
    expect(await told()).not.toContain('summary Ben');
  });
});
