import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, membersOf, type OnBoard, partnerIn } from './driver/board.js';
import { buttonsOf, titleOf, wordsOf } from './driver/chat.js';
import { readOrganisation } from './driver/organisation.js';
import type { Person } from './driver/person.js';
import { inRepository } from './driver/product.js';
import type { Round } from './driver/round.js';
import { expectSilence, viewsOf } from './driver/views.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const file = inRepository('tests/data/twelve-leaders.csv');
const organisation = readOrganisation(file);
const names = organisation.leaders.map(({ name }) => name);
const leader = 'Helena Marsh';
// One of the twelve, so that somebody else has to look after their own match.
const peoplePartner = 'Ravi Menon';
const administrator = 'Noor Sayegh';
const peers = [
  ['Mira Chandra', 'Tom Adeyemi'],
  ['Jonas Weber', 'Leila Nasser'],
  ['Clara Dubois', 'Peter Novak'],
] as const;
const outsider = 'Felix Oram';

type Declining = { readonly who: string; readonly partner: string };

let sandbox: Sandbox;
let round: Round;
let locked: OnBoard;
/** The people partner's own match, and one of two others. */
let declining: { readonly own: Declining; readonly others: Declining };

const twelve = (): readonly Person[] => names.map((name) => sandbox.as(name));
const everybody = (): readonly Person[] => [...twelve(), sandbox.as(outsider)];
const idOf = (name: string): string => sandbox.as(name).id;

const allowed = async (...members: readonly string[]): Promise<boolean> =>
  (await round.calls(routes.checkPeople, { memberIds: members.map(idOf) })).allowed;

/** Whether four who are freed from two matches can be matched crosswise. */
const canCross = async ([a = '', b = '']: readonly string[], [c = '', d = '']: readonly string[]): Promise<boolean> =>
  ((await allowed(a, c)) && (await allowed(b, d))) || ((await allowed(a, d)) && (await allowed(b, c)));

/** Two of one function, neither in the other's line, whose present partners could be partners. */
const peersToSwap = async (drafts: readonly OnBoard[]) => {
  for (const [one = '', other = ''] of peers) {
    const [partnerOfOne, partnerOfOther] = [partnerIn(matchOf(drafts, one), one), partnerIn(matchOf(drafts, other), other)];
    if (await allowed(partnerOfOne, partnerOfOther)) return { partnerOfOne, other, functionName: organisation.functionOf(idOf(one)) };
  }
  throw new Error('No two peers can be swapped.');
};

const chooseWhoDeclines = async (drafts: readonly OnBoard[]): Promise<typeof declining> => {
  const own = matchOf(drafts, peoplePartner);
  for (const other of drafts.filter((draft) => draft !== own && !draft.locked && !membersOf(draft).includes(leader))) {
    const [who = '', partner = ''] = membersOf(other);
    if (await canCross(membersOf(own), membersOf(other)))
      return { own: { who: partnerIn(own, peoplePartner), partner: peoplePartner }, others: { who, partner } };
  }
  throw new Error('No two drafts can be matched crosswise.');
};

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
});
afterAll(() => sandbox?.remove());

describe('the first round of twelve leaders in four functions', { timeout: 120_000 }, () => {
  it('[CP-10] the whole population is called to the kick-off, and reads the common approach that was agreed there', async () => {
    round = await sandbox.opens(administrator, { leader, peoplePartner, operation: 'first-round' });
    await sandbox.as(administrator).calls(routes.saveFunctions, {}, { groups: [...organisation.groups] });
    const overview = await round.invites('We listen before we advise.');
    expect(overview.state).toBe('inviting');
    expect(overview.tally).toMatchObject({ population: 12, joined: 0, silent: 12 });
    for (const person of twelve()) {
      const kickOff = (await person.chat()).find(({ card }) => titleOf(card).includes('Kick-off'));
      expect(wordsOf(kickOff?.card), person.name).toContain('common approach');
      expect(JSON.stringify(kickOff?.card?.actions), person.name).toContain('about');
      expect((await person.round()).commonApproach).toBe('We listen before we advise.');
    }
  });

  it('[CP-11] [C-01] each joins by their own click on a card that says who sees what; another version of it does not count', async () => {
    const early = await sandbox.as(administrator).asks(routes.beginMatching, { roundId: round.id });
    expect(early).toMatchObject({ ok: false, error: { status: 409, code: 'nobody-joined' } });
    const mira = sandbox.as('Mira Chandra');
    const invitation = (await mira.chat()).findLast(({ card }) => buttonsOf(card).some(({ verb }) => verb === 'join'));
    const { disclosureVersion } = await mira.round();
    expect(wordsOf(invitation?.card)).toContain('Who sees your answer');
    expect(buttonsOf(invitation?.card).find(({ verb }) => verb === 'join')?.data).toMatchObject({ disclosureVersion });
    await mira.forges(invitation?.activityId ?? '', 'join', { roundId: round.id, disclosureVersion: disclosureVersion + 1 });
    expect((await mira.round()).answer).toBe('none');
    for (const person of twelve()) expect((await person.clicks('join')).status, person.name).toBe(200);
    expect((await round.overview()).tally).toMatchObject({ joined: 12, silent: 0 });
  });

  it('[CP-25] drafts are seen by administrators alone until they are approved', async () => {
    await round.does(routes.beginMatching);
    const { drafts, left, proof } = await round.board();
    expect(drafts).toHaveLength(6);
    expect(left).toEqual([]);
    expect(proof).toContain('No better set');
    for (const [name, { chat, tab }] of await viewsOf(everybody())) {
      expect(
        chat.some(({ card }) => buttonsOf(card).some(({ verb }) => verb === 'acceptProposal')),
        name,
      ).toBe(false);
      expect(tab, name).not.toContain('"asked"');
    }
    expect(await sandbox.as(leader).asks(routes.board, { roundId: round.id })).toMatchObject({ ok: false, error: { status: 404 } });
  });

  it('[CP-20] a swap within one function is refused in words, and a locked draft stays together', async () => {
    const { drafts } = await round.board();
    locked = matchOf(drafts, leader);
    await sandbox.as(administrator).calls(routes.lockProposal, { roundId: round.id, proposalId: locked.id }, { locked: true });
    const { partnerOfOne, other, functionName } = await peersToSwap(drafts);
    const params = { roundId: round.id };
    const refused = await sandbox.as(administrator).asks(routes.swapPeople, params, { one: idOf(partnerOfOne), other: idOf(other) });
    expect(refused).toMatchObject({ ok: false, error: { status: 409, code: 'rule' } });
    expect(refused.ok ? '' : refused.error.message).toContain(`Both belong to ${functionName}.`);
    await round.does(routes.draftAgain);
    const again = await round.board();
    expect(membersOf(matchOf(again.drafts, leader))).toEqual(membersOf(locked));
    declining = await chooseWhoDeclines(again.drafts);
  });

  it('[CP-32] a pair forms only when both have said yes', async () => {
    const { sent } = await round.sends();
    expect(sent).toHaveLength(6);
    const silent = new Set([declining.own.who, declining.others.who]);
    for (const { members } of sent.filter((proposal) => membersOf(proposal).every((name) => !silent.has(name)))) {
      const [first, second] = members.map(({ name }) => sandbox.as(name));
      await first?.clicks('acceptProposal');
      expect((await first?.round())?.match.kind).toBe('waiting');
      expect((await second?.round())?.match.kind).toBe('asked');
      await second?.clicks('acceptProposal');
      expect((await first?.round())?.match.kind).toBe('paired');
      expect((await second?.round())?.match.kind).toBe('paired');
    }
    for (const { partner } of [declining.own, declining.others]) await sandbox.as(partner).clicks('acceptProposal');
    expect(await round.settles()).toMatchObject({ tally: { pairs: 4, open: 2 } });
  });

  for (const which of ['own', 'others'] as const) {
    const whose = which === 'own' ? "the people partner's own match" : 'a match of two others';
    it(`[CP-30] [CP-33] one click declines ${whose}; only its handler learns who did`, async () => {
      const { who, partner } = declining[which];
      const before = await viewsOf(everybody());
      const { status, card } = await sandbox.as(who).clicks('declineProposal');
      expect(status).toBe(200);
      await round.settles();
      const after = await viewsOf(everybody());
      expectSilence(before, after, { ...declining[which], leader });
      const told = (after.get(partner)?.chat ?? []).slice(before.get(partner)?.chat.length ?? 0);
      expect(told).toHaveLength(1);
      expect(titleOf(told[0]?.card)).toBe('Your match is being reworked');
      expect(wordsOf(card)).toBe(wordsOf(told[0]?.card));
      for (const name of names) expect(JSON.stringify(told), name).not.toContain(name);
      const matches = await Promise.all([who, partner].map(async (name) => (await sandbox.as(name).round()).match));
      expect(matches).toEqual([{ kind: 'being-reworked' }, { kind: 'being-reworked' }]);
      const { page } = await sandbox.as(leader).calls(routes.leading, { roundId: round.id });
      expect(page.beingReworked.map(({ name }) => name)).toEqual(expect.arrayContaining([who, partner]));
    });
  }

  it("[CP-33] the board names who declined to the people partner, and of the partner's own match to another administrator", async () => {
    const byName = async (viewer: string): Promise<ReadonlyMap<string, string | null>> => {
      const { reworking } = await sandbox.round(viewer, round.id).board();
      for (const { acceptedBy } of reworking) expect(acceptedBy).toEqual([]);
      return new Map(reworking.map((proposal) => [membersOf(proposal).toSorted().join(), proposal.declinedBy]));
    };
    const of = ({ who, partner }: Declining): string => [who, partner].toSorted().join();
    const [toPartner, toOther] = [await byName(peoplePartner), await byName(administrator)];
    expect(toPartner.get(of(declining.own))).toBeNull();
    expect(toPartner.get(of(declining.others))).toBe(idOf(declining.others.who));
    expect(toOther.get(of(declining.own))).toBe(idOf(declining.own.who));
    expect(toOther.get(of(declining.others))).toBeNull();
    for (const viewer of [peoplePartner, administrator]) {
      const people = await sandbox.round(viewer, round.id).people();
      const four = people.filter(({ person }) =>
        [declining.own, declining.others].some(({ who, partner }) => [who, partner].includes(person.name)),
      );
      expect(four.map(({ answer, standing }) => [answer, standing])).toEqual(Array(4).fill(['joined', 'being-reworked']));
    }
    expect(await sandbox.as(leader).asks(routes.board, { roundId: round.id })).toMatchObject({ ok: false, error: { status: 404 } });
  });

  it('[CP-34] [CP-24d] the four are matched again, and asked together in a second wave, while the other pairs stand', async () => {
    const before = await viewsOf(twelve());
    await round.does(routes.draftAgain);
    expect(await viewsOf(twelve())).toEqual(before);
    const { sent, pairs } = await round.sends();
    expect(sent).toHaveLength(2);
    expect(pairs).toHaveLength(4);
    expect((await round.overview()).waves).toBe(2);
    const freed = [declining.own, declining.others].flatMap(({ who, partner }) => [who, partner]);
    expect(sent.flatMap(membersOf).toSorted()).toEqual(freed.toSorted());
    for (const { who, partner } of [declining.own, declining.others]) {
      expect(sent.some((proposal) => membersOf(proposal).includes(who) && membersOf(proposal).includes(partner))).toBe(false);
    }
    for (const [name, { chat }] of await viewsOf(twelve())) {
      expect(chat.length - (before.get(name)?.chat.length ?? 0), name).toBe(freed.includes(name) ? 1 : 0);
    }
  });

  it('[CP-20] [CP-22] all accept, nobody in a pair with their own function or line', async () => {
    const { sent } = await round.board();
    for (const name of sent.flatMap(membersOf)) await sandbox.as(name).clicks('acceptProposal');
    const overview = await round.settles();
    expect(overview.tally).toMatchObject({ pairs: 6, open: 0, withoutPartner: 0 });
    const { pairs } = await round.board();
    for (const pair of pairs) {
      const [one = '', other = ''] = pair.members.map(({ id }) => id);
      expect(organisation.functionOf(one)).not.toBe(organisation.functionOf(other));
      const levels = organisation.levelsBetween(one, other);
      // Two levels or more below the round leader, as the proof must say of it (CP-24a).
      if (levels !== undefined) expect([membersOf(pair).includes(leader), levels > 1, pair.leansOn === null]).toEqual([true, true, false]);
    }
  });

  it('[CP-05] the pairs are announced to the participants, and to nobody else; nobody from outside was needed', async () => {
    const outside = await sandbox.as(outsider).chat();
    await round.announces();
    for (const person of twelve()) {
      const { match, pairCount, state } = await person.round();
      expect([state, match.kind, pairCount], person.name).toEqual(['active', 'paired', 6]);
      const card = (await person.chat()).at(-1)?.card;
      const partners = match.kind === 'paired' ? match.partners : [];
      expect(titleOf(card), person.name).toContain('pairs are formed');
      expect(wordsOf(card), person.name).toContain(partners[0]?.name);
    }
    expect(await sandbox.as(outsider).chat()).toEqual(outside);
    expect((await sandbox.as(outsider).me()).rounds).toEqual([]);
    const paired = (await round.board()).pairs.flatMap(({ members }) => members.map(({ id }) => id));
    expect(new Set(paired)).toEqual(new Set(twelve().map(({ id }) => id)));
  });

  it('[C-12] no notification of the whole round names anybody or says more than that there is news', async () => {
    const summaries = new Set<string>();
    for (const person of everybody()) for (const { from, summary } of await person.chat()) if (from === 'bot') summaries.add(summary ?? '');
    expect(summaries.size).toBeLessThanOrEqual(4);
    for (const summary of summaries) {
      expect(summary).not.toBe('');
      for (const name of [...names, 'Finance', 'declin', 'match is being']) expect(summary).not.toContain(name);
    }
  });
});
