import { settlePulses } from '@coaching-pairs/bot/workflows/pulse/settle-pulse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { autumn, joiners, pathOf, playRound } from '../api/played-round.js';
import { type ClosingHouse, openClosingHouse } from '../closing/closing-house.js';

let closing: ClosingHouse;
beforeAll(async () => {
  closing = await openClosingHouse();
});
afterAll(() => closing.close());

const led = () => closing.round.does('Maya', 'leading');
const notLeading = ['Ana', 'Nils', 'Priya', 'Omar', 'Quinn', 'Stella', 'Toby'];

describe('the page of a round leader', () => {
  it('[CP-33] [S-11] has who joined and the pairs as announced, with what these tie together, and is nobody else’s', async () => {
    const { page, pairCount, map, timeLine } = await led();
    expect(page.joined.map(({ id }) => id).sort()).toEqual(joiners.map(idOf).sort());
    expect(page.counts).toEqual({ joined: joiners.length, proposed: 0, beingReworked: 0 });
    const { pairs, total, next } = await closing.round.does('Maya', 'roundPairs');
    const { rounds } = await closing.round.does('Ana', 'me');
    expect([pairCount, total, next, rounds[0]?.pairCount]).toEqual([pairs.length, pairs.length, null, pairs.length]);
    expect(await closing.round.does('Ana', 'roundPairs')).toEqual({ pairs, total, next });
    expect(map?.ties.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
    expect(map?.functions.reduce((sum, { people }) => sum + people, 0)).toBe(joiners.length);
    expect(timeLine.map(({ kind }) => kind)).toEqual(['kick-off', 'answers-by', 'start', 'end']);
    for (const who of notLeading)
      for (const name of ['leading', 'leadingList'] as const) expect((await closing.reads(who, name)).status, `${who} ${name}`).toBe(404);
  });

  it('[CP-33] [S-11] the announced pairs are for whoever joined or leads: none for who is silent, and no such round for others', async () => {
    expect((await closing.reads('Nils', 'roundPairs')).body).toEqual({ pairs: [], total: 0, next: null });
    expect((await closing.round.does('Nils', 'me')).rounds[0]?.pairCount).toBe(0);
    for (const who of ['Priya', 'Omar', 'Quinn', 'Stella', 'Toby']) expect((await closing.reads(who, 'roundPairs')).status, who).toBe(404);
  });

  it('are searched by name, and more of a list begins after somebody', async () => {
    const asked = async (name: 'roundPairs' | 'leadingList', query: string) =>
      (await closing.house.call('Maya', 'GET', `${pathOf(name, { roundId: closing.id })}?${query}`)).body;
    const { pairs } = await closing.round.does('Maya', 'roundPairs');
    const found = pairs.filter((members) => members.some(({ name }) => name.includes('Ana')));
    expect(await asked('roundPairs', 'q=ána%20c')).toEqual({ pairs: found, total: 1, next: null });
    const { joined } = (await led()).page;
    expect(await asked('leadingList', `view=joined&after=${joined[1]?.id}`)).toMatchObject({
      people: joined.slice(2),
      total: joined.length,
    });
    expect(await asked('leadingList', 'view=proposed')).toEqual({ people: [], matches: [], total: 0, next: null });
  });

  it('[CP-33] has no decline, no session, no yes and nothing that anybody wrote or is', async () => {
    const text = JSON.stringify(await led());
    expect(text).not.toMatch(/declin|accept|session|held|wave|sittingOut|silent|"(mail|manager|department)"/iu);
    for (const who of ['Nils']) expect(text).not.toContain(`"${idOf(who)}"`);
  });

  it('[CP-03] is there for one who leads from outside, and not while the round is a draft', async () => {
    const outside = playRound(closing.house, 'autumn', { ...autumn, leader: 'Toby' });
    await outside.opens();
    const reads = () => closing.house.call('Toby', 'GET', pathOf('leading', { roundId: outside.id }));
    expect((await reads()).status).toBe(404);
    await outside.chooses();
    await outside.invites();
    await outside.joins();
    const shown = await outside.does('Toby', 'leading');
    expect([shown.page.joined.length, shown.pairCount, shown.map, shown.pulse.state]).toEqual([2, 0, null, 'not-opened']);
    expect((await outside.does('Toby', 'roundPairs')).total).toBe(0);
    expect((await outside.does('Toby', 'me')).rounds).toEqual([]);
  });
});

describe('the pictures of a round', () => {
  it('[S-10] [CP-96] are its administrators’, with functions and never a name, and of no round that they are not named on', async () => {
    const shown = await closing.round.does('Priya', 'pictures');
    expect(shown.rounds.map(({ id, population, joined, pairs }) => [id, population, joined, pairs])).toEqual([[closing.id, 10, 8, 4]]);
    expect(shown.rounds[0]?.map).toEqual((await led()).map);
    const text = JSON.stringify(shown);
    for (const who of [...joiners, 'Nils', 'Maya']) expect(text).not.toContain(idOf(who));
    // Rhea’s own round is not announced, and the one that Priya administers is none of hers.
    const theirs = await closing.house.call('Rhea', 'GET', pathOf('pictures', { roundId: 'r-autumn-000001' }));
    expect([theirs.status, theirs.body]).toEqual([200, expect.objectContaining({ rounds: [] })]);
    for (const who of ['Ana', 'Maya', 'Quinn', 'Stella']) expect((await closing.reads(who, 'pictures')).status, who).toBe(404);
  });
});

describe('[C-03] [C-09] the closing pulse, once it is published', () => {
  it('reads the same for the round leader as for everybody, and to the letter the same ever after', async () => {
    await closing.round.does('Priya', 'openPulse', { until: '2026-12-04' });
    const before = JSON.stringify((await led()).pulse);
    for (const who of joiners) {
      const answers = { supported: true, strengths: who < 'E', impact: false, trust: true };
      await closing.round.does(who, 'answerPulse', { answers });
      expect(JSON.stringify((await led()).pulse)).toBe(before);
    }
    await settlePulses(closing.on('2026-12-05'));
    const { pulse } = await led();
    const { mine: _mine, ...theirs } = await closing.round.does('Ana', 'pulse');
    expect(pulse).toEqual(theirs);
    expect(pulse).toMatchObject({ state: 'over', result: { kind: 'shown', answers: 8 } });
    const told = JSON.stringify(pulse);
    for (const who of ['Ana', 'Ben']) await closing.round.does(who, 'eraseMyData');
    await closing.round.works('syncDirectory');
    await settlePulses(closing.on('2026-12-20'));
    const lowered = await closing.tries('Priya', 'openPulse', { until: '2026-12-18', fewest: 1 });
    expect([lowered.status, JSON.stringify((await led()).pulse)]).toEqual([409, told]);
    await closing.round.does('Priya', 'closeRound');
    await settlePulses(closing.on('2027-12-20'));
    expect(JSON.stringify((await led()).pulse)).toBe(told);
  });
});
