import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import type { Feedback } from '@coaching-pairs/shared/awayday/feedback-record';
import { instant, operationId, plainDate, roundId, sessionId } from '@coaching-pairs/shared/ids';
import type { MyData } from '@coaching-pairs/shared/wire/my-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../api/company.js';
import { note, openWritingHouse, type WritingHouse } from '../notes/writing-house.js';

let writing: WritingHouse;
let ana: string;
let ben: string;
let declining: string;
let declined: string;
const spring = roundId('r-spring-000001');

const mine = (who: string): Promise<MyData> => writing.round.does(who, 'myData');
const textOf = async (who: string): Promise<string> => JSON.stringify(await mine(who));
const commit = (about: string, change: object) =>
  writing.house.deps.rounds.commit({ roundId: spring, opId: operationId(`put-${about}`), audit: [], ...change });
const wishes = (who: string, closely: string, trusted: string) =>
  commit(`wishes-${who}`, { wishes: [{ value: { by: idOf(who), closely: [idOf(closely)], trusted: [idOf(trusted)] }, etag: null }] });

/** Names for the Awayday are taken. */
const asking: Feedback = {
  ...{ namesBy: plainDate('2027-05-21'), askedAt: instant('2026-11-20T09:00:00.000Z'), madeAt: null, makes: 0, announcedAt: null },
  ...{ counts: null, before: null, groups: [], alone: [], absent: [] },
};

/** Whatever somebody writes in private holds their first name and this. */
const canaryOf = (who: string): string => `canary-of-${who}`;

const writesEverything = async (who: string, base: number): Promise<void> => {
  await writing.writes(who, note(`${canaryOf(who)}-note`));
  await writing.shares(who, await writing.writes(who, note(`${canaryOf(who)}-shared-note`)));
  const words = { ...noWords, challenge: `${canaryOf(who)}-words` };
  await writing.round.does(who, 'changePair', {
    change: { kind: 'agree', base, terms: { ...firstTerms(2), contact: `settled-together-${base}` }, words },
  });
};

beforeAll(async () => {
  writing = await openWritingHouse();
  [ana, ben] = writing.pair;
  const [match] = await writing.round.sent();
  [declining = '', declined = ''] = match?.members ?? [];
  await writing.round.says(declined, match?.id ?? '', 'accept');
  await writing.round.says(declining, match?.id ?? '', 'decline');
  await writesEverything(ana, 0);
  await writesEverything(ben, 1);
  await wishes(ana, 'Nils', 'Maya');
  await wishes(ben, 'Priya', 'Maya');
  const pairId = (await writing.house.deps.rounds.pairs(spring)).find(({ memberIds }) => memberIds.includes(idOf(ana)))?.id;
  const session = {
    ...{ id: sessionId('s-1'), pairId, organiserId: idOf(ana), start: '2027-01-12T10:00:00.000Z', minutes: 60, place: 'walk' },
    ...{ isPrivate: true, state: 'on', event: null, pending: null },
  };
  const round = await writing.house.deps.rounds.round(spring);
  await commit('wall', { round: { value: { ...round?.value, state: 'active', insightsWall: true }, etag: round?.etag } });
  await commit('asking', { feedback: { value: asking, etag: null } });
  await commit('names', {
    feedbackNames: [{ value: { by: idOf(ana), attends: true, named: { first: idOf('Nils'), second: idOf('Maya') } }, etag: null }],
  });
  for (const who of [ana, ben]) {
    const insight = { id: `i-${who}`, by: idOf(who), text: `${canaryOf(who)}-insight`, at: instant('2026-11-20T09:00:00.000Z') };
    await writing.house.deps.insights.add(spring, insight);
  }
  await commit('session', { sessions: [{ value: session, etag: null }] });
});
afterAll(() => writing.close());

describe('everything of mine in one file', () => {
  it('[C-08] holds all that I wrote, and nothing that only my partner wrote or chose', async () => {
    for (const [who, partner] of [
      [ana, ben],
      [ben, ana],
    ] as const) {
      const text = await textOf(who);
      for (const own of ['-note', '-shared-note', '-words', '-insight']) expect(text, own).toContain(`${canaryOf(who)}${own}`);
      expect(text).not.toContain(canaryOf(partner));
      expect(text).toContain('settled-together');
    }
    expect(await textOf(ana)).toContain('CanaryNils');
    expect(await textOf(ana)).not.toContain('CanaryPriya');
    expect(await textOf(ben)).toContain('CanaryPriya');
    expect(await textOf(ben)).not.toContain('CanaryNils');
  });

  it('[C-08] says what I answered, whom I was matched with, when we meet, what I was told and what I did', async () => {
    const { person, rounds } = await mine(ana);
    expect(person).toMatchObject({ id: idOf(ana), mail: `${ana.toLowerCase()}@example.com` });
    const [round] = rounds;
    expect(round).toMatchObject({ answer: 'joined', parts: [], matches: [{ answer: 'accepted', outcome: 'pair', suggestedByMe: false }] });
    expect(round?.pairs).toMatchObject([{ partners: [{ id: idOf(ben) }], endedAt: null, sessions: [{ place: 'walk', bookedByMe: true }] }]);
    expect((await mine(ben)).rounds[0]?.pairs[0]?.sessions).toMatchObject([{ bookedByMe: false }]);
    expect(round?.awayday).toMatchObject({ attends: true, first: { id: idOf('Nils') }, second: { id: idOf('Maya') }, group: null });
    expect((await mine(ben)).rounds[0]?.awayday).toBeNull();
    expect(round?.acts.map(({ action }) => action)).toContain('agreement.save');
    expect((await mine('Priya')).rounds[0]).toMatchObject({ parts: ['people-partner', 'administrator'], answer: null, pairs: [] });
    expect((await mine('Stella')).rounds).toEqual([]);
  });

  it('[C-08] [CP-33] does not tell who said no', async () => {
    expect((await mine(declining)).rounds[0]?.matches).toMatchObject([{ answer: 'declined', outcome: 'came-to-nothing' }]);
    expect((await mine(declined)).rounds[0]?.matches).toMatchObject([{ answer: 'accepted', outcome: 'came-to-nothing' }]);
    expect(await textOf(declined)).not.toContain('declined');
  });

  it('[C-02] nobody else reads any of it, whatever their role', async () => {
    for (const who of ['Priya', 'Omar', 'Maya', 'Stella', 'Toby', declined]) {
      const text = await textOf(who);
      for (const canary of [canaryOf(ana), canaryOf(ben), 'settled-together']) expect(text, who).not.toContain(canary);
    }
  });

  it('[C-07] is not given in part: without the vault there is none', async () => {
    writing.house.vault.fails('vault-away');
    writing.house.clock.advance(601);
    expect((await writing.house.call(ana, 'GET', '/api/me/data')).status).toBe(503);
    // And nothing is erased in part.
    expect((await writing.house.call(ana, 'POST', '/api/me/data/erasure', { opId: writing.round.opId() })).status).toBe(503);
    writing.house.vault.fails(null);
    expect(await textOf(ana)).toContain(`${canaryOf(ana)}-note`);
  });
});

describe('erasing what is mine alone', () => {
  it('[C-07] takes notes, names and own words, in every version; what was settled together and the pair stay', async () => {
    await writing.round.does(ana, 'eraseMyData');
    const after = await mine(ana);
    expect(JSON.stringify(after)).not.toContain(canaryOf(ana));
    expect(after.notes).toEqual([]);
    expect(after.rounds[0]).toMatchObject({
      answer: 'joined',
      closely: [],
      trusted: [],
      awayday: null,
      pairs: [{ partners: [{ id: idOf(ben) }] }],
    });
    const { versions } = await writing.round.does(ben, 'pairSpace');
    expect(versions.map(({ terms }) => terms.contact)).toEqual(['settled-together-1', 'settled-together-0']);
    expect(JSON.stringify(versions)).not.toContain(canaryOf(ana));
    expect(JSON.stringify(versions)).toContain(`${canaryOf(ben)}-words`);
    expect((await writing.round.does(ben, 'notes')).fromPartners).toEqual([]);
    // What is another's was not touched.
    expect(await writing.house.deps.insights.all(spring)).toMatchObject({ value: [{ by: idOf(ben) }] });
    expect(await textOf(ben)).toContain(`${canaryOf(ben)}-note`);
    expect((await mine(ben)).rounds[0]?.closely).toHaveLength(1);
    // Asked again there is nothing left to do.
    await writing.round.does(ana, 'eraseMyData');
    expect(await mine(ana)).toMatchObject({ notes: [], rounds: [{ answer: 'joined' }] });
  });

  it('[C-07] works while a lost key has locked the agreement, which nobody can read then', async () => {
    writing.house.clock.advance(601);
    writing.house.vault.fails('vault-locked');
    await writing.round.does(ben, 'eraseMyData');
    writing.house.vault.fails(null);
    expect((await mine(ben)).notes).toEqual([]);
    expect((await mine(ben)).rounds[0]?.closely).toEqual([]);
  });
});
