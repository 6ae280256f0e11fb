import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { personId } from '@coaching-pairs/shared/ids';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { type House, openHouse } from '../api/house.js';
import { joiners, type PlayedRound, pathOf, playRound, spring } from '../api/played-round.js';

let house: House;
let round: PlayedRound;
let ana: string;
let ben: string;
let others: readonly string[];

beforeAll(async () => {
  house = await openHouse({ store: 'memory', now: Date.parse('2026-11-20T09:00:00.000Z') });
  round = playRound(house, 'spring', spring);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  for (const { id, members } of await round.sent()) for (const who of members) await round.says(who, id, 'accept');
  const { pairs } = await round.does('Priya', 'board');
  const [first] = pairs;
  [ana = '', ben = ''] = joiners.filter((name) => first?.members.some(({ id }) => id === idOf(name)));
  others = [...joiners.filter((name) => name !== ana && name !== ben), 'Priya', 'Omar', 'Maya', 'Nils', 'Stella', 'Toby'];
  await round.works('announcePairs', { withoutPartner: [] });
});
afterAll(() => house.close());

const sees = (who: string): Promise<PairSpace> => round.does(who, 'pairSpace');
const changes = (who: string, change: object) => round.does(who, 'changePair', { change });
const tries = (who: string, change: object) =>
  house.call(who, 'POST', pathOf('changePair', { roundId: round.id }), { opId: round.opId(), change });
const canary = 'canary-agreement';
const terms = { ...firstTerms(2), confidentiality: `${canary}-terms` };
const own = { ...noWords, shutsDown: `${canary}-own` };
const kept = async () => house.deps.rounds.everything((await house.deps.rounds.list())[0]?.id as never);

describe('how a pair works together', () => {
  it('[CP-40] both write it, each of themselves alone, both confirm it, and every version is kept', async () => {
    await changes(ana, { kind: 'agree', base: 0, terms, words: own });
    await changes(ben, { kind: 'agree', base: 1, terms: { ...terms, books: idOf(ben) }, words: { ...noWords, wants: 'Courage.' } });
    const { versions, members } = await sees(ben);
    expect(members.map(({ id }) => id)).toEqual([idOf(ben), idOf(ana)]);
    expect(versions.map(({ version, savedBy, confirmedBy }) => [version, savedBy.id, confirmedBy])).toEqual([
      [2, idOf(ben), []],
      [1, idOf(ana), []],
    ]);
    expect(versions[0]?.own.find(({ person }) => person.id === idOf(ana))?.words).toEqual(own);
    await changes(ben, { kind: 'confirm', version: 2 });
    await changes(ana, { kind: 'confirm', version: 2 });
    expect((await sees(ana)).versions[0]?.confirmedBy.map(({ id }) => id)).toEqual([ben, ana].map(idOf));
    const late = await tries(ana, { kind: 'confirm', version: 1 });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('agreement-changed')]);
    const stranger = await tries(ana, { kind: 'agree', base: 2, terms: { ...terms, books: idOf('Priya') }, words: own });
    expect(stranger.status).toBeGreaterThanOrEqual(400);
  });

  it('[CP-40] [C-02] [S-20] nobody else reads a word of it, and no log, line of audit, message or work does', async () => {
    for (const who of others) {
      const answer = await house.call(who, 'GET', pathOf('pairSpace', { roundId: round.id }));
      expect(answer.text, who).not.toContain(canary);
    }
    for (const who of ['Priya', 'Omar']) {
      for (const name of ['overview', 'board', 'people', 'delivery', 'me'] as const)
        expect((await house.call(who, 'GET', pathOf(name, { roundId: round.id }))).text, name).not.toContain(canary);
    }
    const id = (await kept())?.round.value.id as never;
    const { rounds, works } = house.deps;
    const everywhere = JSON.stringify([await kept(), await rounds.audit(id), await rounds.messages(id), await works.list(id), house.lines]);
    expect(everywhere).not.toContain(canary);
    expect(everywhere).toContain('agreement.confirm');
  });

  it('[C-07] at rest it is sealed with the pair’s own key: no row holds a word of it, nor who wrote it', async () => {
    const rows = house.everyRow().filter(({ key }) => key.startsWith('agreement~'));
    expect(rows).toHaveLength(2);
    for (const { fields } of rows)
      for (const hidden of [canary, idOf(ana), idOf(ben)]) expect(JSON.stringify(fields)).not.toContain(hidden);
    expect(JSON.stringify(house.everyRow())).not.toContain(canary);
    // A row that is put in the place of another does not open.
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('Nothing was stored.');
    const before = await sees(ana);
    const forged = await house.table.swap(second, first.fields);
    expect((await house.call(ana, 'GET', pathOf('pairSpace', { roundId: round.id }))).status).toBe(500);
    if (forged !== null) await house.table.swap(forged, second.fields);
    expect(await sees(ana)).toEqual(before);
  });

  it('[R-12] two who save at the same moment: one is kept, the other reads that there is a newer version', async () => {
    const both = await Promise.all(
      [ana, ben].map((who) => tries(who, { kind: 'agree', base: 2, terms: { ...terms, contact: who }, words: noWords })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await sees(ana)).versions).toHaveLength(3);
  });
});

describe('guidance', () => {
  it('[CP-95] organisers add a note of the house, and everybody in the round reads it, dated', async () => {
    await round.does('Priya', 'writeHouseNote', { about: 'heavy', text: 'The employee line is 555 0100.' });
    for (const who of [ana, 'Nils', 'Omar']) {
      const { notes } = await round.does(who, 'houseNotes');
      expect(notes).toEqual([{ about: 'heavy', text: 'The employee line is 555 0100.', at: '2026-11-20T09:00:00.000Z' }]);
    }
    expect((await round.does('Priya', 'writeHouseNote', { about: 'heavy', text: '' })).notes).toEqual([]);
  });
});

describe('a vault out of reach', () => {
  it('[C-07] while the vault is out of reach, nothing is shown, saved or lost', async () => {
    const before = await sees(ana);
    house.clock.advance(601);
    house.vault.fails('vault-away');
    expect((await house.call(ana, 'GET', pathOf('pairSpace', { roundId: round.id }))).status).toBe(503);
    expect((await tries(ana, { kind: 'agree', base: 3, terms, words: own })).status).toBe(503);
    house.vault.fails(null);
    expect(await sees(ana)).toEqual(before);
  });
});

describe('ending without blame', () => {
  it('sets both free, tells both the same, and keeps nowhere who ended it', async () => {
    const both = await Promise.all([tries(ana, { kind: 'end' }), tries(ben, { kind: 'end' })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    for (const who of [ana, ben]) {
      const { rounds } = await round.does(who, 'me');
      expect(rounds[0]).toMatchObject({ match: { kind: 'being-reworked' }, maySuggest: true, leftSessions: 0 });
      expect((await house.call(who, 'GET', pathOf('pairSpace', { roundId: round.id }))).status).toBe(409);
    }
    const id = (await kept())?.round.value.id as never;
    const { rounds } = house.deps;
    const told = (await rounds.messages(id)).filter(({ kind }) => kind === 'pair-ended' || kind === 'new-match-wanted');
    expect(told.map(({ kind, to }) => [kind, to]).sort()).toEqual(
      [
        ['new-match-wanted', idOf('Priya')],
        ['pair-ended', idOf(ana)],
        ['pair-ended', idOf(ben)],
      ].sort(),
    );
    const audit = (await rounds.audit(id)).filter(({ action }) => action === 'pair.end');
    expect(audit.map(({ by, subject }) => [by, Object.keys(subject)])).toEqual([['product', ['roundId', 'pairId']]]);
    const ended = (await kept())?.content.pairs.find(({ endedAt }) => endedAt !== null);
    expect(ended?.memberIds.map(String).sort()).toEqual([ana, ben].map(idOf).sort());
    // What they had agreed is gone with it.
    expect(await house.deps.agreements.names(id, ended?.id as never)).toEqual([]);
    expect(await house.deps.agreements.withKey()).toEqual([]);
  });

  it('[CP-34] both are matched again though the pairs are announced, never with each other', async () => {
    const { notices } = await round.does('Priya', 'overview');
    const ended = notices.find(({ code }) => code === 'pair-ended');
    expect(ended?.people.map(({ id }) => id).sort()).toEqual([ana, ben].map(idOf).sort());
    // Somebody else's pair ends too, so that there is somebody to be matched with.
    const third = others.find((name) => joiners.includes(name)) ?? '';
    await changes(third, { kind: 'end' });
    await round.works('draftAgain');
    await round.works('sendProposals');
    const { drafts, sent, pairs } = await round.does('Priya', 'board');
    expect([drafts, sent.length, pairs.length]).toEqual([[], 2, 2]);
    for (const { members } of sent) expect(members.map(({ id }) => id).sort()).not.toEqual([ana, ben].map(idOf).sort());
    for (const { id, members } of await round.sent()) for (const who of members) await round.says(who, id, 'accept');
    const { rounds } = await round.does(ana, 'me');
    expect(rounds[0]).toMatchObject({ state: 'active', match: { kind: 'paired' } });
    expect(rounds[0]?.pairCount).toBe(4);
    expect((await sees(ana)).versions).toEqual([]);
    expect(personId(idOf(ana))).not.toBe(personId(idOf(ben)));
  });
});
