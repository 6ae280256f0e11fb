import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from './driver/chat.js';
import { canary, codeOf, enquires, heard, hour, type InEngagement, offersTwoTwo, outlookIn, passesTo, plus } from './driver/engagement.js';
import { inRepository } from './driver/product.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const peers = ['Grace Obi', 'Tom Adeyemi'] as const;
const [grace, tom] = peers;
const coaches = ['Clara Dubois', 'Ines Aldana'] as const;
const [clara, ines] = coaches;
const four = [...peers, ...coaches] as const;
const sponsor = 'Helena Marsh';
const coordinator = 'Edith Larkin';

let sandbox: Sandbox;
let theirs: InEngagement;

const as = (name: string) => sandbox.as(name);
const now = () => sandbox.advancesClock('PT1S');
const sponsorView = () => as(sponsor).calls(routes.sponsorView, theirs.params);

beforeAll(async () => {
  sandbox = await startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') });
  await offersTwoTwo(sandbox, coordinator, coaches);
});
afterAll(() => sandbox?.remove());

describe('2:2 Coaching of two peers, which one of them ends in the middle', { timeout: 240_000 }, () => {
  /** Not by name, which differs: what somebody reads of how it ended. */
  const ends = async (name: string) => {
    const { state, ending, keptUntil } = await theirs.sees(name);
    const { card } = (await theirs.cards(name)).at(-1) ?? {};
    return JSON.stringify([state, ending, keptUntil, wordsOf(card)]);
  };

  it('[TT-21] [TT-34] is on its way: one session held, two to come, in the Outlook of whoever booked them', async () => {
    theirs = await enquires(sandbox, { dyad: 'peers', clients: peers, sponsor });
    for (const name of peers) await theirs.does(name, { kind: 'consent', version: 1 });
    expect(codeOf(await theirs.assigns(coordinator, peers, sponsor))).toBe('done');
    await theirs.does(ines, { kind: 'recommend', base: 0, sessions: 4, minutes: 60, everyWeeks: 1 });
    for (const name of peers) await theirs.does(name, { kind: 'accept-frame', version: 1 });
    for (const name of four) await theirs.does(name, { kind: 'accept-terms', terms: 1, words: 0 });
    await as(sponsor).calls(routes.acceptAsSponsor, theirs.params, { terms: 1 });
    const { others: times } = await as(grace).calls(routes.meetingTimes, { ...theirs.params, about: 'session' });
    const first = times[0] ?? '';
    const [second, third] = [1, 2].map((weeks) => plus(first, weeks * 7 * 24 * hour));
    for (const start of [first, second ?? '']) expect(codeOf(await theirs.books(grace, 'session', start, { keepFree: true }))).toBe('done');
    expect(codeOf(await theirs.books(ines, 'session', third ?? ''))).toBe('done');
    await theirs.does(tom, { kind: 'suggest-goal', goalId: 'g-1', what: canary('goal'), sign: 'Seen', firstStep: '' });
    await theirs.does(tom, { kind: 'add-entry', entryId: 'n-tom', audience: 'all-four', text: canary(tom) });
    await theirs.does(grace, { kind: 'add-entry', entryId: 'n-grace', audience: 'only-me', text: canary(grace) });
    await passesTo(sandbox, plus(first, hour + 1_000));
    expect((await sponsorView()).held).toBe(1);
  });

  it('[TT-64] ends for all at once; the four read the same, the sponsor that it is not active any more, and nobody by whom', async () => {
    await theirs.does(tom, { kind: 'end' });
    await heard(theirs, [...four, sponsor], 'over');
    const read = await Promise.all(four.map(ends));
    expect(new Set(read).size).toBe(1);
    expect(read[0]).toContain('"closed","ended"');
    expect(await sponsorView()).toMatchObject({ active: false, held: 1, summary: null });
    const told = [
      JSON.stringify(await as(coordinator).calls(routes.coordinating, {})),
      JSON.stringify((await as(coordinator).calls(routes.twoTwoActs, {})).lines),
    ];
    for (const text of told) expect(text).not.toContain('canary');
    expect(codeOf(await theirs.books(grace, 'session', plus(await now(), 72 * hour)))).toBe('two-two-wrong-state');
    expect(codeOf(await theirs.tries(clara, { kind: 'begin-closing' }))).toBe('two-two-wrong-state');
  });

  it('[TT-64] what was still to come leaves Outlook as soon as whoever booked it opens the page, and what was kept free with it', async () => {
    for (const name of [grace, ines]) {
      const { left } = await theirs.meetings(name);
      expect(left).toBe(1);
      await as(name).calls(routes.followMeetings, theirs.params, {});
      expect((await theirs.meetings(name)).left).toBe(0);
    }
    const ahead = await now();
    for (const name of four) expect((await outlookIn(sandbox, name)).filter(({ start }) => start > ahead)).toEqual([]);
  });

  it('[TT-60] [TT-64] [C-10] notes are their authors’ alone from then on, and what was shared is gone after thirty days', async () => {
    const read = async (name: string) => (await theirs.sees(name)).entries.map(({ text }) => text);
    expect(await Promise.all(four.map(read))).toEqual([[canary(grace)], [canary(tom)], [], []]);
    expect((await theirs.sees(ines)).goals).toMatchObject([{ what: canary('goal') }]);
    await sandbox.advancesClock('P31D');
    const answers = four.map((name) => as(name).asks(routes.engagement, theirs.params));
    const left = (await Promise.all(answers)).map((answer) =>
      answer.ok ? [answer.value.goals.length, answer.value.entries.length] : answer.error.status,
    );
    expect(left).toEqual([[0, 1], [0, 1], 404, 404]);
    expect(codeOf(await as(sponsor).asks(routes.sponsorView, theirs.params))).toBe('not-found');
  });
});
