import { renderMessage } from '@coaching-pairs/bot/render-message';
import { planReminders } from '@coaching-pairs/bot/workflows/plan-reminders';
import { settlePulses } from '@coaching-pairs/bot/workflows/pulse/settle-pulse';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import type { Insights, PulseView, Resources } from '@coaching-pairs/shared/wire/closing';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf } from '../api/company.js';
import { joiners } from '../api/played-round.js';
import { everythingTo, inPartsTo, recordOf } from '../api/reading.js';
import { type ClosingHouse, openClosingHouse } from './closing-house.js';

let closing: ClosingHouse;

beforeAll(async () => {
  closing = await openClosingHouse();
});
afterAll(() => closing.close());

const outsiders = ['Nils', 'Stella', 'Quinn', 'Toby'];
const organisers = ['Maya', 'Priya', 'Omar'];
const everybody = [...joiners, ...organisers];
const said = (supported: boolean, strengths: boolean, impact: boolean, trust: boolean) => ({
  answers: { supported, strengths, impact, trust },
});
const answers = (who: string, body: object): Promise<PulseView> => closing.round.does(who, 'answerPulse', body);
const rows = () => closing.house.everyRow();
const sheet = () => rows().filter(({ partition }) => partition.startsWith('pulse~'));
/** All that anybody else reads of the round, their own export too. */
const seenBy = (who: string) => everythingTo(closing.house, who, closing.round.id);

describe('the closing pulse', () => {
  it('[C-05] [S-10] is opened once by an administrator, who cannot choose how few answers are enough', async () => {
    for (const who of ['Ana', ...outsiders]) expect((await closing.tries(who, 'openPulse', { until: '2026-12-04' })).status).toBe(404);
    const opened = await closing.round.does('Priya', 'openPulse', { until: '2026-12-04', fewest: 1 });
    expect(opened.pulse).toEqual({ until: '2026-12-04', open: true });
    const again = await closing.tries('Priya', 'openPulse', { until: '2026-12-11', fewest: 1 });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('pulse-opened')]);
    expect(await closing.round.does('Ana', 'pulse')).toMatchObject({ state: 'open', fewest: 7, mine: 'to-answer', result: null });
  });

  it('[CP-96] is put before all who take part and nobody else, by one card that is the same for whoever has answered', async () => {
    await answers('Ana', said(true, true, false, true));
    const { deps } = closing.house;
    await planReminders(deps);
    const asked = (await deps.rounds.messages(closing.id)).filter(({ kind }) => kind === 'pulse');
    expect(asked.map(({ to }) => String(to)).sort()).toEqual(joiners.map(idOf).sort());
    for (const message of asked) expect(await stillWanted(deps)(message)).toBe(true);
    const cards = await Promise.all(asked.map((message) => renderMessage(deps, 'app', async () => wordsFor('en-GB'))(message)));
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(1);
    expect(JSON.stringify(cards[0])).not.toMatch(/Action\.Execute|Input\./u);
    const { lines } = await closing.round.does('Priya', 'delivery');
    expect(JSON.stringify(lines)).not.toContain('pulse');
  });

  it('[CP-96] [C-02] an answer changes nothing that anybody else reads, and the store keeps it nowhere but in one sealed sheet', async () => {
    const watching = ['Ana', 'Nils', 'Maya', 'Priya'];
    const parts = await inPartsTo(closing.house, closing.round.id);
    const seen = await Promise.all(watching.map(seenBy));
    const [before, [sealed], lines] = [rows(), sheet(), closing.house.lines.length];
    expect(await answers('Ben', said(true, false, false, true))).toMatchObject({ mine: 'answered', result: null });
    expect(closing.house.lines.slice(lines)).toEqual([]);
    expect(await Promise.all(watching.map(seenBy))).toEqual(seen);
    const known = new Map(before.map(({ partition, key, etag }) => [`${partition} ${key}`, etag]));
    const changed = rows().filter(({ partition, key, etag }) => known.get(`${partition} ${key}`) !== etag);
    expect(changed.map(({ partition }) => partition)).toEqual([`pulse~${closing.id}`]);
    expect(JSON.stringify(changed)).not.toContain(idOf('Ben'));
    expect(await inPartsTo(closing.house, closing.round.id)).toEqual(parts);
    const record = await recordOf(closing.house, closing.round.id, closing.round.opId());
    expect(record).toContain('pulse.open');
    for (const who of ['Ana', 'Ben']) expect(record).not.toContain(idOf(who));
    // Not even how many have answered can be told from its length.
    expect(JSON.stringify(changed[0]?.fields).length).toBe(JSON.stringify(sealed?.fields).length);
  });

  it('[CP-96] whoever answers again is thanked again: nothing is counted, and no line of the log tells that they had', async () => {
    const tally = () => closing.house.deps.pulse.tally(closing.id);
    const before = await tally();
    expect(await answers('Ben', said(false, true, true, false))).toMatchObject({ mine: 'answered' });
    expect(await tally()).toEqual(before);
    closing.house.vault.fails('vault-away');
    closing.house.clock.advance(601);
    expect((await closing.tries('Cleo', 'answerPulse', said(true, true, true, true))).status).toBe(503);
    closing.house.vault.fails(null);
    expect((await closing.tries('Nils', 'answerPulse', said(true, true, true, true))).status).toBe(404);
    const about = closing.house.lines.filter((line) => line.includes('"answerPulse"'));
    expect(about.map((line) => [line.includes('"who"'), JSON.parse(line).status])).toEqual([
      [false, 503],
      [true, 404],
    ]);
  });

  it('[R-12] a whole room answers at the same moment, and each is counted once', async () => {
    const rest = joiners.slice(2);
    await Promise.all(rest.flatMap((who) => [1, 2].map(() => answers(who, said(true, who < 'E', false, who !== 'Hugo')))));
    const tally = await closing.house.deps.pulse.tally(closing.id);
    expect(tally).toMatchObject({ ok: true, value: { answers: 8, yes: { supported: 8, strengths: 3, impact: 0, trust: 7 } } });
  });

  it('[C-03] [CP-96] what comes of it is told when it is over, to all alike, and the sheet is destroyed with its key', async () => {
    expect(await settlePulses(closing.on('2026-12-04'))).toBe(0);
    for (const who of everybody) expect((await closing.round.does(who, 'pulse')).result).toBeNull();
    closing.house.vault.fails('vault-away');
    closing.house.clock.advance(601);
    expect(await settlePulses(closing.on('2026-12-05'))).toBe(0);
    closing.house.vault.fails(null);
    expect(await settlePulses(closing.on('2026-12-05'))).toBe(1);
    expect(await settlePulses(closing.on('2026-12-06'))).toBe(0);
    const views = await Promise.all(everybody.map((who) => closing.round.does(who, 'pulse')));
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
    const shares = ['at-least 5', 'at-most 3', 'at-most 3', 'at-least 5'];
    const { result } = views[0] ?? expect.unreachable();
    expect(result?.kind === 'shown' && [result.answers, result.shares.map(({ kind, yes }) => `${kind} ${yes}`)]).toEqual([8, shares]);
    for (const who of outsiders) expect((await closing.reads(who, 'pulse')).status, who).toBe(404);
    expect(sheet()).toEqual([]);
    expect(rows().filter(({ key }) => key.startsWith('pulse~'))).toEqual([]);
    const late = await closing.tries('Ana', 'answerPulse', said(false, false, false, false));
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('pulse-not-open')]);
    expect(closing.house.lines.at(-1)).not.toContain(idOf('Ana'));
  });
});

const canary = 'canary-insight';
const adds = (who: string, text: string): Promise<Insights> => closing.round.does(who, 'addInsight', { text });
const wall = (who: string): Promise<Insights> => closing.round.does(who, 'insights');
const notInIt = ['Maya', 'Priya', 'Omar', 'Nils', 'Stella', 'Quinn', 'Toby'];

describe('the insights wall', () => {
  it('[CP-84] is off until an administrator puts it up, and nobody can take it down before the round ends', async () => {
    expect(await wall('Ana')).toEqual({ open: false, mayAdd: false, insights: [] });
    const early = await closing.tries('Ana', 'addInsight', { text: 'too early' });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('wall-off')]);
    for (const who of ['Ana', 'Maya', 'Stella']) expect((await closing.tries(who, 'putUpWall', {})).status).toBe(404);
    expect((await closing.round.does('Priya', 'putUpWall')).insightsWall).toBe(true);
    expect((await closing.round.does('Omar', 'putUpWall')).insightsWall).toBe(true);
    expect((await closing.round.does('Ana', 'me')).rounds[0]?.insightsWall).toBe(true);
  });

  it('[CP-85] [C-04] is read by those who take part, with the author’s name, and by nobody else whatever their role', async () => {
    await adds('Ana', `  ${canary}-one  `);
    const { insights, mayAdd } = await wall('Ben');
    expect(insights).toEqual([
      {
        id: expect.any(String),
        by: expect.objectContaining({ id: idOf('Ana') }),
        text: `${canary}-one`,
        at: expect.any(String),
        mine: false,
      },
    ]);
    expect([mayAdd, insights[0]?.by.name]).toEqual([true, fullName('Ana')]);
    for (const who of notInIt) {
      expect((await closing.reads(who, 'insights')).status, who).toBe(404);
      expect((await closing.tries(who, 'addInsight', { text: 'not mine to write' })).status, who).toBe(404);
    }
    // Nor does it stand in the export of anybody but its author.
    for (const who of [...notInIt, 'Ben']) {
      const { insights: onTheWall, ...rest } = await seenBy(who);
      expect(onTheWall?.includes(canary), who).toBe(who === 'Ben');
      expect(JSON.stringify(rest), who).not.toContain(canary);
    }
  });

  it('[CP-84] [S-20] nothing else knows who shared: no log, audit, message or count, and no word stands in the store', async () => {
    const { rounds, works } = closing.house.deps;
    const kept = [
      await rounds.audit(closing.id),
      await rounds.messages(closing.id),
      await works.list(closing.id),
      await rounds.everything(closing.id),
    ];
    for (const text of [JSON.stringify(kept), closing.house.lines.join('\n')]) expect(text).not.toContain(canary);
    expect(JSON.stringify(kept)).not.toMatch(/insight\.(add|withdraw)/u);
    // Who had no business there is written down, and nobody else.
    const lines = closing.house.lines.filter((line) => line.includes('nsight"') && line.includes('"who"'));
    expect(new Set(lines.map((line) => JSON.parse(line).status))).toEqual(new Set([404]));
    expect(JSON.stringify(closing.house.everyRow())).not.toContain(canary);
    // Whoever shared nothing reads the same as whoever did, but for which is theirs.
    const views = await Promise.all(joiners.slice(1).map(wall));
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
  });

  it('[CP-85] an author takes back what is theirs, for good and also while the vault is away, and nobody else can', async () => {
    closing.house.clock.advance(1);
    const { insights } = await adds('Ana', `${canary}-two`);
    const [{ id: newest } = { id: '' }] = insights;
    const third = await closing.tries('Ana', 'addInsight', { text: 'one too many' });
    expect([third.status, third.text]).toEqual([409, expect.stringContaining('too-many-insights')]);
    expect((await closing.tries('Cleo', 'addInsight', { text: '   ' })).status).toBe(422);
    expect((await closing.round.does('Ben', 'withdrawInsight', { insightId: newest })).insights).toHaveLength(2);
    closing.house.vault.fails('vault-away');
    closing.house.clock.advance(601);
    expect((await closing.tries('Ana', 'withdrawInsight', { insightId: newest })).status).toBe(503);
    closing.house.vault.fails(null);
    expect((await wall('Ben')).insights.map(({ text }) => text)).toEqual([`${canary}-one`]);
    expect(closing.house.everyRow().filter(({ partition }) => partition.startsWith('insights~'))).toHaveLength(1);
  });

  it('[CP-85] comes down with the round: what stood on it is gone, and its key', async () => {
    await closing.round.does('Priya', 'closeRound');
    expect(await wall('Ana')).toEqual({ open: false, mayAdd: false, insights: [] });
    expect(
      closing.house.everyRow().filter(({ partition, key }) => partition.startsWith('insights~') || key.startsWith('insights~')),
    ).toEqual([]);
    expect((await closing.tries('Ben', 'addInsight', { text: 'too late' })).status).toBe(409);
  });
});

describe('the resources', () => {
  it('[CP-90] [CP-92] are for anybody signed in; those of a round read who organises it, and reach them in a chat', async () => {
    const asks = async (who: string): Promise<Resources> => closing.round.does(who, 'resources');
    expect(await asks('Stella')).toEqual({ appId: 'app', rounds: [] });
    const { rounds } = await asks('Nils');
    expect(rounds.map(({ id, organisers }) => [id, organisers.map((one) => one.id)])).toEqual([
      [closing.round.id, ['Priya', 'Omar'].map(idOf)],
    ]);
    expect(rounds[0]?.chat).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=[^ ]+$/u);
  });
});
