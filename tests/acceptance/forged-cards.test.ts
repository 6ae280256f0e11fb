import { routes } from '@coaching-pairs/shared/wire/routes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, type ChatMessage, titleOf, wordsOf } from './driver/chat.js';
import type { Person } from './driver/person.js';
import { inRepository } from './driver/product.js';
import type { Round } from './driver/round.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const administrator = 'Noor Sayegh';
const file = inRepository('tests/data/twelve-leaders.csv');
const attacker = 'Tom Adeyemi';
/** Somebody of the directory who is in no round at all. */
const outsider = 'Felix Oram';

let sandbox: Sandbox;
let round: Round;
let elsewhere: Round;
let proposals: readonly { readonly id: string; readonly names: readonly string[] }[];

const idOf = (name: string): string => sandbox.as(name).id;

/** The answers of everybody in both rounds as the administrator sees them, but for one person's own. */
const answersBut = async (name: string): Promise<string> => {
  const both = await Promise.all([round, elsewhere].map((one) => one.people()));
  const boards = await Promise.all([round, elsewhere].map((one) => one.board()));
  const rows = both.flat().filter(({ person }) => person.name !== name);
  const matches = boards.flatMap(({ sent, pairs, reworking }) => [...sent, ...pairs, ...reworking]);
  const foreign = matches.filter(({ members }) => members.every((member) => member.name !== name));
  return JSON.stringify([
    rows.map(({ person, answer, standing }) => [person.id, answer, standing]),
    foreign.map(({ id, state, acceptedBy }) => [id, state, acceptedBy]),
  ]);
};

const newestCard = async (person: Person, verb: string): Promise<ChatMessage> => {
  const found = (await person.chat()).findLast(({ card }) => buttonsOf(card).some((button) => button.verb === verb));
  if (found === undefined) throw new Error(`${person.name} has no card with ${verb}.`);
  return found;
};

const verbs = [
  'join',
  'sitOut',
  'acceptProposal',
  'declineProposal',
  'showProposal',
  'showInvitation',
  'tellMore',
  'approve',
  'constructor',
  '__proto__',
];

beforeAll(async () => {
  sandbox = await startSandbox({ people: file });
  const opening = { leader: 'Helena Marsh', peoplePartner: 'Judith Amsel' };
  elsewhere = await sandbox.opens(administrator, {
    ...opening,
    audience: { kind: 'list', entries: ['Grace Obi', 'Jonas Weber'].map(idOf) },
  });
  await elsewhere.invites();
  round = await sandbox.opens(administrator, opening);
  await round.invites();
  for (const { id } of (await round.people()).map(({ person }) => person)) await sandbox.as(id).round();
  for (const { person } of await round.people()) {
    const { activityId } = await newestCard(sandbox.as(person.id), 'join');
    const { disclosureVersion } = await sandbox.as(person.id).round();
    await sandbox.as(person.id).forges(activityId, 'join', { roundId: round.id, disclosureVersion });
  }
  await round.does(routes.beginMatching);
  const { sent } = await round.sends();
  proposals = sent.map(({ id, members }) => ({ id, names: members.map(({ name }) => name) }));
}, 120_000);
afterAll(() => sandbox?.remove());

const foreignProposals = () => proposals.filter(({ names }) => !names.includes(attacker));

/** Data that no card of the attacker's carries: other people's ids, other rounds, prototype keys, impossible versions. */
const forgedData = () => {
  const ids = fc.constantFrom(
    ...foreignProposals().map(({ id }) => id),
    round.id,
    elsewhere.id,
    '-1',
    '',
    '../rounds',
    "' or PartitionKey ne '",
    'x'.repeat(4_000),
  );
  const odd = fc.oneof(ids, fc.integer(), fc.constant(null), fc.constant({ $ne: '' }), fc.array(ids, { maxLength: 2 }));
  const rounds = fc.oneof(fc.constantFrom(round.id, elsewhere.id, 'r-unknown'), odd);
  const person = fc.constantFrom(...proposals.flatMap(({ names }) => names).map(idOf));
  return fc.record(
    {
      roundId: rounds,
      proposalId: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...foreignProposals().map(({ id }) => id)) },
        { weight: 1, arbitrary: odd },
      ),
      disclosureVersion: fc.oneof(fc.constantFrom(-1, 0, 999, 1.5), odd),
      personId: person,
      actor: fc.record({ personId: person }),
      aadObjectId: person,
      from: fc.record({ aadObjectId: person }),
      ['__proto__']: fc.record({ personId: person, opener: fc.boolean() }),
      constructor: fc.record({ prototype: fc.record({ personId: person }) }),
    },
    { requiredKeys: ['roundId', 'proposalId'] },
  );
};

describe('a card is a hint: who clicks is told by the signed activity alone', { timeout: 120_000 }, () => {
  it("[S-06] [S-07] forged data never changes another person's answer, and never shows another person's match", {
    timeout: 90_000,
  }, async () => {
    const me = sandbox.as(attacker);
    const { activityId } = await newestCard(me, 'acceptProposal');
    const before = await answersBut(attacker);
    const own = proposals.find(({ names }) => names.includes(attacker));
    const others = proposals.filter((one) => one !== own).flatMap(({ names }) => names);
    const forged = fc.asyncProperty(fc.constantFrom(...verbs), forgedData(), async (verb, data) => {
      // To sit out of their own round is theirs to do, whatever else the data says.
      fc.pre(verb !== 'sitOut' || data.roundId !== round.id);
      const { status, card } = await me.forges(activityId, verb, JSON.parse(JSON.stringify(data)));
      expect(status).toBeLessThan(500);
      for (const name of others) expect(wordsOf(card)).not.toContain(name);
    });
    await fc.assert(forged, { numRuns: 150, seed: 2026, endOnFailure: true });
    expect(await answersBut(attacker)).toBe(before);
  });

  it('[S-07] somebody outside of the round gets nowhere with the ids of everything in it', async () => {
    const felix = sandbox.as(outsider);
    const before = await answersBut(outsider);
    await felix.says('help');
    const { activityId } = (await felix.chat()).at(-1) ?? { activityId: '' };
    for (const { id } of proposals) {
      for (const verb of verbs) {
        const { status, card } = await felix.forges(activityId, verb, { roundId: round.id, proposalId: id, disclosureVersion: 1 });
        expect([status < 500, card]).toEqual([true, undefined]);
      }
    }
    expect(await answersBut(outsider)).toBe(before);
    expect((await felix.me()).rounds).toEqual([]);
  });

  it('[R-10] one yes and twenty clicks at once are one yes', async () => {
    const [pair] = foreignProposals();
    const [first = '', second = ''] = pair?.names ?? [];
    const one = sandbox.as(first);
    const { activityId, card } = await newestCard(one, 'acceptProposal');
    const data = buttonsOf(card).find(({ verb }) => verb === 'acceptProposal')?.data ?? {};
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.forges(activityId, 'acceptProposal', data)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const waiting = answers.filter((answer) => answer.card !== undefined);
    expect(new Set(waiting.map((answer) => titleOf(answer.card))).size).toBe(1);
    expect((await one.round()).match.kind).toBe('waiting');
    expect((await sandbox.as(second).round()).match.kind).toBe('asked');
    const other = sandbox.as(second);
    const told = (await one.chat()).length;
    const last = await newestCard(other, 'acceptProposal');
    const theirs = buttonsOf(last.card).find(({ verb }) => verb === 'acceptProposal')?.data ?? {};
    await Promise.all(Array.from({ length: 20 }, () => other.forges(last.activityId, 'acceptProposal', theirs)));
    await round.settles();
    expect((await round.board()).pairs.filter(({ members }) => members.some(({ name }) => name === first))).toHaveLength(1);
    expect((await one.chat()).length - told, 'one message that the pair is formed').toBe(1);
  });

  it('[S-07] a click on a card that is out of date answers 200 with the card as it is now, and changes nothing', async () => {
    const [, pair] = foreignProposals();
    const [first = '', second = ''] = pair?.names ?? [];
    const stale = await newestCard(sandbox.as(second), 'acceptProposal');
    const data = buttonsOf(stale.card).find(({ verb }) => verb === 'acceptProposal')?.data ?? {};
    await sandbox.as(first).clicks('declineProposal');
    await round.settles();
    const before = await answersBut('');
    for (const verb of ['acceptProposal', 'declineProposal']) {
      const { status, card } = await sandbox.as(second).forges(stale.activityId, verb, data);
      expect(status).toBe(200);
      expect(titleOf(card)).toBe('Your match is being reworked');
    }
    const invitation = (await sandbox.as(second).chat()).find(({ card }) => titleOf(card).includes('in'));
    expect(
      (await sandbox.as(second).forges(invitation?.activityId ?? '', 'join', { roundId: round.id, disclosureVersion: 1 })).status,
    ).toBe(200);
    expect(await answersBut('')).toBe(before);
  });
});
