import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from './driver/chat.js';
import {
  canary,
  codeOf,
  enquires,
  hasTold,
  heard,
  hour,
  type InEngagement,
  offersTwoTwo,
  outlookIn,
  passesTo,
  placeOf,
  plus,
} from './driver/engagement.js';
import { inRepository } from './driver/product.js';
import { until } from './driver/round.js';
import { everyStory } from './driver/stories.js';
import { type Sandbox, startSandbox } from './sandbox.js';

/** Mira reports to Oskar; Clara and Ines are in no line and no function with them, and Helena is above all. */
const [manager, report] = ['Oskar Lind', 'Mira Chandra'] as const;
const clients = [manager, report] as const;
const coaches = ['Clara Dubois', 'Ines Aldana'] as const;
const [clara, ines] = coaches;
const four = [...clients, ...coaches] as const;
const sponsor = 'Helena Marsh';
const five = [...four, sponsor] as const;
const coordinator = 'Edith Larkin';
/** Two more leaders, who know each other as peers. */
const peers = ['Grace Obi', 'Tom Adeyemi'] as const;
const others = ['Noor Sayegh', 'Judith Amsel', 'Felix Oram', 'Peter Novak'] as const;

let sandbox: Sandbox;
let theirs: InEngagement;
/** When each of the six sessions is to be. */
let starts: readonly string[];

const as = (name: string) => sandbox.as(name);
const outlookOf = (name: string) => outlookIn(sandbox, name);
const now = () => sandbox.advancesClock('PT1S');
const assigns = (to: InEngagement) => to.assigns(coordinator, clients, sponsor);
const coordinating = async () => JSON.stringify(await as(coordinator).calls(routes.coordinating, {}));
const sponsorView = () => as(sponsor).calls(routes.sponsorView, theirs.params);
const standing = async (name: string) =>
  (await theirs.meetings(name)).sessions.filter(({ kind, cancelled }) => kind === 'session' && !cancelled);

beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
  await offersTwoTwo(sandbox, coordinator, coaches);
});
afterAll(() => sandbox?.remove());

describe('2:2 Coaching of a manager and who reports to them, from the enquiry to its end', { timeout: 240_000 }, () => {
  it('[TT-01] [TT-02] [TT-03] [TT-05] begins with a yes from each, of which one is told to nobody, and with two coaches who hold one each', async () => {
    theirs = await enquires(sandbox, { dyad: 'manager-and-report', clients, sponsor });
    await hasTold(theirs, report, ['asked']);
    const before = [JSON.stringify(await theirs.sees(report)), await coordinating()];
    await theirs.does(manager, { kind: 'consent', version: 1 });
    expect([JSON.stringify(await theirs.sees(report)), await coordinating()]).toEqual(before);
    expect(codeOf(await theirs.tries(sponsor, { kind: 'consent', version: 1 }))).toBe('two-two-not-for-sponsors');
    expect(codeOf(await assigns(theirs))).toBe('two-two-wrong-state');
    await theirs.does(report, { kind: 'consent', version: 1 });
    const toldOfThem = async () => (await as(coordinator).chat('as-sent')).map(placeOf);
    await until('Word to the coordinator', toldOfThem, (places) => places.includes('2-2/coordinator'));
    expect(codeOf(await assigns(theirs))).toBe('done');
    for (const name of clients) await hasTold(theirs, name, name === report ? ['asked', 'coaches'] : ['coaches']);
    for (const name of coaches) await hasTold(theirs, name, ['assigned']);
    const holdings = await Promise.all(four.map(async (name) => JSON.stringify((await theirs.sees(name)).holdings)));
    expect([new Set(holdings).size, (await theirs.sees(report)).holdings.length]).toEqual([1, 2]);
  });

  it('[TT-10] a discovery call stands in four calendars; then a structure is recommended, and holds with the yes of both clients', async () => {
    const { others: times } = await as(clara).calls(routes.meetingTimes, { ...theirs.params, about: 'discovery' });
    const call = times[0] ?? '';
    expect(codeOf(await theirs.books(clara, 'discovery', call))).toBe('done');
    for (const name of four)
      expect(await outlookOf(name)).toMatchObject([{ subject: 'Conversation', start: call, sensitivity: 'private' }]);
    expect(await outlookOf(sponsor)).toEqual([]);
    await heard(theirs, four, 'booked');
    await passesTo(sandbox, plus(call, hour));
    expect((await theirs.sees(manager)).frame).toBeNull();
    await theirs.does(clara, { kind: 'recommend', base: 0, sessions: 6, minutes: 60, everyWeeks: 1 });
    await heard(theirs, clients, 'structure');
    await theirs.does(manager, { kind: 'accept-frame', version: 1 });
    expect((await theirs.sees(report)).state).toBe('proposal');
    await theirs.does(report, { kind: 'accept-frame', version: 1 });
    expect((await theirs.sees(ines)).state).toBe('agreed');
  });

  it('[TT-30] [TT-31] [TT-33] [TT-34] no session is booked before all four have accepted; the sponsor’s two terms open the sponsor’s page alone', async () => {
    const soon = plus(await now(), 48 * hour);
    await theirs.does(report, { kind: 'write-terms', base: 0, broughtIn: canary('terms'), confidentiality: '', contact: '' });
    for (const name of four) {
      expect(codeOf(await theirs.books(name, 'session', soon))).toBe('two-two-agreements-first');
      await theirs.does(name, { kind: 'accept-terms', terms: 1, words: 1 });
    }
    await heard(theirs, four, 'begun');
    expect(await theirs.sees(clara)).toMatchObject({ state: 'active', mayBook: true, agreement: { complete: true } });
    await hasTold(theirs, sponsor, ['sponsor-terms']);
    expect(codeOf(await as(sponsor).asks(routes.sponsorView, theirs.params))).toBe('two-two-terms-first');
    const view = await as(sponsor).calls(routes.acceptAsSponsor, theirs.params, { terms: 1 });
    expect(view).toMatchObject({ active: true, sessions: 6, held: 0, summary: null });
  });

  it('[TT-20] [TT-21] [TT-60] the two choose what to work on, and each note is read by whom its author chose', async () => {
    await theirs.does(report, { kind: 'focus', base: [], focus: ['tension', 'roles'] });
    const goal = { what: canary('goal'), sign: 'We say it in the meeting', firstStep: 'Ask first' };
    await theirs.does(ines, { kind: 'suggest-goal', goalId: 'g-1', ...goal });
    expect(codeOf(await theirs.tries(ines, { kind: 'agree-goal', goalId: 'g-1' }))).toBe('two-two-clients-decide');
    for (const name of clients) await theirs.does(name, { kind: 'agree-goal', goalId: 'g-1' });
    expect((await theirs.sees(clara)).goals).toMatchObject([{ what: canary('goal'), agreed: true }]);
    const audiences = { [manager]: 'only-me', [report]: 'held', [clara]: 'all-four', [ines]: 'held' } as const;
    for (const name of four)
      await theirs.does(name, { kind: 'add-entry', entryId: `n-${as(name).id}`, audience: audiences[name], text: canary(name) });
    const { holdings } = await theirs.sees(report);
    const coachOf = (client: string) => holdings.find((one) => one.client.name === client)?.coach.name ?? '';
    const readers: Readonly<Record<string, readonly string[]>> = {
      ...{ [manager]: [manager], [report]: [report, coachOf(report)], [clara]: four },
      [ines]: [ines, holdings.find((one) => one.coach.name === ines)?.client.name ?? ''],
    };
    for (const name of four) {
      const read = (await theirs.sees(name)).entries.map(({ author }) => author.name);
      expect(read.toSorted(), name).toEqual(four.filter((author) => readers[author]?.includes(name)).toSorted());
    }
  });

  it('[TT-12] [TT-41] six sessions are booked; ten minutes are kept free by whoever likes, and a clash warns and blocks nobody', async () => {
    const { others: times } = await as(manager).calls(routes.meetingTimes, { ...theirs.params, about: 'session' });
    const ahead = plus(await now(), 72 * hour);
    const first = times.find((time) => time > ahead) ?? '';
    starts = Array.from({ length: 6 }, (_, week) => plus(first, week * 7 * 24 * hour));
    for (const start of starts)
      expect(codeOf(await theirs.books(start === first ? manager : clara, 'session', start, { keepFree: start === first }))).toBe('done');
    const kept = (await outlookOf(manager)).filter(({ subject }) => subject === 'Kept free').map(({ start }) => start);
    expect(kept).toEqual([plus(first, -hour / 6), plus(first, hour)]);
    for (const name of [report, ...coaches]) expect((await outlookOf(name)).map(({ subject }) => subject)).not.toContain('Kept free');
    const purposes = (await standing(ines)).map(({ number, purpose }) => `${number} ${purpose}`);
    expect(purposes).toEqual(['1 opening', '2 work', '3 mid-review', '4 work', '5 work', '6 closing']);
    // Right after the first: what runs up to it, and the ten minutes that are kept free.
    const next = plus(first, hour);
    const around = { ...theirs.params, about: 'session', start: next };
    expect((await as(ines).calls(routes.meetingClashes, around)).clashes).toContain('before');
    for (const _twice of [1, 2]) expect(codeOf(await theirs.books(ines, 'session', next))).toBe('done');
  });

  it('[TT-40] 24 hours before a session is cancelled plainly; a minute later only by whoever confirms it, and the four alone see the mark', async () => {
    const next = plus(starts[0] ?? '', hour);
    const [one, other] = (await standing(ines)).filter(({ start }) => start === next);
    const cancels = (sessionId = '', confirmed = false) =>
      as(ines).asks(routes.cancelMeeting, { ...theirs.params, sessionId }, { confirmed });
    await passesTo(sandbox, plus(next, -24 * hour - 20_000));
    expect(codeOf(await cancels(one?.id))).toBe('done');
    await passesTo(sandbox, plus(next, -24 * hour + 30_000));
    expect(codeOf(await cancels(other?.id))).toBe('two-two-short-notice');
    expect(codeOf(await cancels(other?.id, true))).toBe('done');
    for (const name of four) {
      const marked = (await theirs.meetings(name)).sessions.filter(({ shortNotice }) => shortNotice !== null);
      expect(marked).toMatchObject([{ id: other?.id, cancelled: true, shortNotice: { what: 'cancelled', from: next } }]);
      expect((await outlookOf(name)).filter(({ start, subject }) => start === next && subject === 'Conversation')).toEqual([]);
    }
    for (const kind of ['cancelled', 'short-notice']) await heard(theirs, four, kind);
    expect([await theirs.told(sponsor), await sponsorView()]).toMatchObject([['sponsor-terms'], { held: 0 }]);
  });

  it('[TT-42] while it runs the four hear nothing, and others do; afterwards they hear what there was to tell', async () => {
    const [first = '', , , , , last = ''] = starts;
    const sixth = (await standing(clara)).at(-1);
    await passesTo(sandbox, plus(first, 5 * 60_000));
    const later = plus(last, 24 * hour);
    await as(clara).calls(routes.moveMeeting, { ...theirs.params, sessionId: sixth?.id ?? '' }, { start: later, confirmed: false });
    starts = starts.with(5, later);
    const ofPeers = await enquires(sandbox, { dyad: 'peers', clients: peers, sponsor });
    await hasTold(ofPeers, peers[1], ['asked']);
    for (const name of four) expect(await theirs.told(name)).not.toContain('moved');
    await passesTo(sandbox, plus(first, hour));
    await heard(theirs, four, 'moved');
  });

  it('[TT-61] to the sponsor nothing of it is open but two numbers, however they ask; to everybody else it is not there', async () => {
    const moves = [{ kind: 'agree-goal', goalId: 'g-1' }, { kind: 'end' }] as const;
    for (const [names, status] of [
      [[sponsor], 403],
      [[coordinator, ...others], 404],
    ] as const)
      for (const name of names) {
        const answers = [
          as(name).asks(routes.engagement, theirs.params),
          as(name).asks(routes.meetings, theirs.params),
          ...moves.map((move) => theirs.tries(name, move)),
        ];
        for (const answer of await Promise.all(answers)) expect([name, answer.ok ? 200 : answer.error.status]).toEqual([name, status]);
      }
    expect(JSON.stringify(await sponsorView())).not.toContain('canary');
    expect(await sponsorView()).toMatchObject({ sessions: 6, held: 1 });
    expect(await coordinating()).not.toContain('canary');
  });

  it('[TT-50] [TT-52] all six are held, one after the other', async () => {
    for (const [at, start] of starts.entries()) {
      // By day the last one tells as much.
      if (!everyStory && at < 5) continue;
      await passesTo(sandbox, plus(start, hour + 1_000));
      const { held, sessions } = await theirs.meetings(report);
      expect([held, sessions.filter(({ kind, held: isHeld }) => kind === 'session' && isHeld).length]).toEqual([at + 1, at + 1]);
    }
    expect((await sponsorView()).held).toBe(6);
  });

  it('[TT-62] a summary goes to the sponsor once both clients have approved its exact words, and not before', async () => {
    const first = { observations: canary('not approved'), takeAways: '' };
    await theirs.does(clara, { kind: 'word-summary', base: 0, ...first });
    await heard(theirs, clients, 'summary');
    await theirs.does(manager, { kind: 'approve-summary', version: 1 });
    await theirs.does(ines, { kind: 'word-summary', base: 1, observations: 'They decide together', takeAways: 'Fewer detours' });
    expect(codeOf(await theirs.tries(report, { kind: 'approve-summary', version: 1 }))).toBe('two-two-moved-on');
    await theirs.does(report, { kind: 'approve-summary', version: 2 });
    expect((await sponsorView()).summary).toBeNull();
    await theirs.does(manager, { kind: 'approve-summary', version: 2 });
    expect((await sponsorView()).summary).toMatchObject({ observations: 'They decide together', takeAways: 'Fewer detours' });
    await hasTold(theirs, sponsor, ['sponsor-terms', 'summary-out']);
  });

  it('[TT-10] [C-10] it is closed together; each of the five has read what was theirs, and a month later only what each keeps is left', async () => {
    await theirs.does(manager, { kind: 'begin-closing' });
    await theirs.does(clara, { kind: 'complete' });
    for (const name of four) expect((await theirs.sees(name)).ending).toBe('completed');
    expect(await sponsorView()).toMatchObject({ active: false, sessions: 6, held: 6, summary: { takeAways: 'Fewer detours' } });
    await heard(theirs, five, 'over');
    for (const name of five) {
      for (const card of await theirs.cards(name)) {
        expect(placeOf(card)).toBe(`2-2/engagements/${theirs.params.engagementId}`);
        for (const word of ['canary', ...five]) expect(wordsOf(card.card)).not.toContain(word);
      }
    }
    for (const name of others) expect(await theirs.told(name)).toEqual([]);
    await sandbox.advancesClock('P31D');
    const { entries, goals, agreement } = await theirs.sees(report);
    expect([entries.map(({ author }) => author.name), goals, agreement.written]).toEqual([[report], [], []]);
    expect((await as(sponsor).asks(routes.sponsorView, theirs.params)).ok).toBe(false);
  });
});
