import type { WakeUp } from '@coaching-pairs/bot/ports/outbox';
import type { RoundChange, RoundStore } from '@coaching-pairs/bot/ports/rounds';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { messagesTo } from '@coaching-pairs/bot/workflows/messages';
import { operationId, pairId, proposalId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { decideReach, setAudience } from '@coaching-pairs/shared/round/moves';
import { type Proposal, pairOf } from '@coaching-pairs/shared/round/proposal';
import type { Audience, Round } from '@coaching-pairs/shared/round/round';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drafted, id, ids, joined, minute, roundsFor, sent, value } from '../../shared/round/people.js';
import { type Store, startStore } from '../../store-harness.js';

let store: Store;
let table: Table;
let rounds: RoundStore;
let woken: string[];
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  table = await store.table();
  woken = [];
  const wakeUp: WakeUp = async (messages) => void woken.push(...messages.map((message) => message.id));
  rounds = roundStore(table, wakeUp);
});

const audit = (action: string) => [{ at: minute(1), by: id('Priya'), action, subject: { roundId: 'spring' }, result: 'done' as const }];
const commit = (change: Partial<RoundChange> & { readonly op: string }) => {
  const { op, ...writes } = change;
  return rounds.commit({ roundId: roundId('spring'), audit: audit(op), ...writes, opId: operationId(op) });
};
const spring = roundsFor();
const create = (round: Round) => commit({ op: `open ${round.id}`, roundId: round.id, round: { value: round, etag: null } });

describe('a round in storage', () => {
  const audiences: readonly Audience[] = [
    { kind: 'list', ids: ids('Sam', "O'Neil/Zoë") },
    { kind: 'group', groupId: 'g-1', name: 'Leaders' },
    { kind: 'below', personId: id('Maya'), name: 'Maya' },
  ];

  it('comes back as it was written, in every state and with every kind of audience', async () => {
    for (const [index, round] of Object.values(spring).entries()) {
      const written = { ...round, id: roundId(`round-${index}`), audience: audiences[index % 3] ?? null };
      await create(written);
      expect((await rounds.round(written.id))?.value).toEqual(written);
    }
    const decided = decideReach(spring.draft, { personId: id('Sam'), levels: 'whole', by: id('Priya'), at: minute(3) });
    await create(decided);
    expect((await rounds.round(decided.id))?.value).toEqual(decided);
  });

  it('comes back whole: people, proposals in every state, pairs', async () => {
    await create(spring.proposed);
    const formed: Proposal = { ...sent('Sam', 'Tom'), state: 'formed', acceptedBy: ids('Sam', 'Tom') };
    const ended: Proposal = { ...sent('Lena', 'Tom'), state: 'ended', ending: 'declined', declinedBy: id('Tom'), endedAt: minute(9) };
    const reason = { code: 'distance', steps: 4, points: 2, audience: { kind: 'public' } } as const;
    const proposals = [formed, ended, drafted('Aisha', 'Jonas', "O'Neil/Zoë"), { ...drafted('Maya', 'Omar'), reasons: [reason as never] }];
    const pair = pairOf(formed, pairId('p-1'), minute(11));
    const participants = [
      joined('Sam', { match: { kind: 'paired', proposalId: formed.id, pairId: pair.id }, invitedAt: minute(2), answeredAt: minute(3) }),
      joined('Lena', { match: { kind: 'reworking' } }),
      joined("O'Neil/Zoë", { match: { kind: 'open', proposalId: proposalId('x/y') } }),
    ];
    const fresh = <T>(value: T) => ({ value, etag: null });
    await commit({ op: 'all', proposals: proposals.map(fresh), participants: participants.map(fresh), pairs: [fresh(pair)] });
    const all = await rounds.everything(spring.proposed.id);
    const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
    expect([...(all?.content.proposals ?? [])].sort(byId)).toEqual([...proposals].sort(byId));
    expect(new Set(all?.content.participants)).toEqual(new Set(participants));
    expect(all?.content.pairs).toEqual([pair]);
    expect((await rounds.participant(spring.proposed.id, id("O'Neil/Zoë")))?.value).toEqual(participants[2]);
    expect((await rounds.proposal(spring.proposed.id, formed.id))?.value).toEqual(formed);
  });

  it('that is not there is null, and so is its content', async () => {
    const nowhere: RoundId = roundId('nowhere');
    expect([await rounds.round(nowhere), await rounds.everything(nowhere), await rounds.participant(nowhere, id('Sam'))]).toEqual([
      null,
      null,
      null,
    ]);
    expect([await rounds.audit(nowhere), await rounds.unsent(nowhere), await rounds.list()]).toEqual([[], [], []]);
  });

  it('stands in the list, newest first; a creation that never finished does not', async () => {
    const dated = (name: string, at: number): Round => ({ ...spring.draft, id: roundId(name), createdAt: minute(at) });
    for (const round of [dated('b', 2), dated('c', 3), dated('a', 1), dated('d', 3)]) await create(round);
    await table.commit({ partition: 'rounds', writes: [{ kind: 'upsert', key: 'round~half', fields: { version: 1 } }] });
    expect((await rounds.list()).map((round) => round.id)).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('a change of a round', () => {
  it('writes what was decided, its audit line and its messages as one, and wakes the messages', async () => {
    await create(spring.inviting);
    const told = { roundId: spring.inviting.id, opId: operationId('tell'), at: minute(5) };
    const outbox = messagesTo(ids('Sam', 'Tom'), 'invitation', told);
    expect(await commit({ op: 'tell', participants: [{ value: joined('Sam'), etag: null }], outbox })).toBe('committed');
    expect(new Set(await rounds.unsent(spring.inviting.id))).toEqual(new Set(outbox));
    expect(woken).toEqual(outbox.map((message) => message.id));
    expect((await rounds.audit(spring.inviting.id)).map(({ action }) => action).sort()).toEqual(['open spring', 'tell']);
  });

  it('[R-12] on rows that somebody else has changed is a conflict, and nothing of it is written', async () => {
    await create(spring.draft);
    const read = (await rounds.round(spring.draft.id)) ?? expect.unreachable();
    const next = value(setAudience(read.value, audiencesOf('Sam'), null));
    expect(await commit({ op: 'first', round: { value: next, etag: read.etag } })).toBe('committed');
    const late = { op: 'second', round: { value: next, etag: read.etag }, participants: [{ value: joined('Tom'), etag: null }] };
    expect(await commit(late)).toBe('conflict');
    expect(await rounds.participant(spring.draft.id, id('Tom'))).toBeNull();
    expect((await rounds.audit(spring.draft.id)).map(({ action }) => action)).not.toContain('second');
    expect(await commit({ op: 'third', participants: [{ value: joined('Sam'), etag: null }] })).toBe('committed');
    expect(await commit({ op: 'fourth', participants: [{ value: joined('Sam'), etag: null }] })).toBe('conflict');
  });

  it('[R-11] made again under the same operation has no second effect', async () => {
    await create(spring.draft);
    const change = { op: 'once', participants: [{ value: joined('Sam'), etag: null }] };
    expect([await commit(change), await commit(change), await create(spring.draft)]).toEqual([
      'committed',
      'alreadyCommitted',
      'alreadyCommitted',
    ]);
    expect((await rounds.audit(spring.draft.id)).filter(({ action }) => action === 'once')).toHaveLength(1);
  });

  it('takes rows away only as they were read', async () => {
    await create(spring.matching);
    await commit({
      op: 'add',
      proposals: [{ value: drafted('Sam', 'Tom'), etag: null }],
      participants: [{ value: joined('Sam'), etag: null }],
    });
    const [draft, sam] = [
      await rounds.proposal(spring.matching.id, proposalId('sam-tom')),
      await rounds.participant(spring.matching.id, id('Sam')),
    ];
    if (draft === null || sam === null) return expect.unreachable();
    await commit({ op: 'lock', proposals: [{ value: { ...draft.value, locked: true }, etag: draft.etag }] });
    expect(await commit({ op: 'apart', removedProposals: [draft] })).toBe('conflict');
    const locked = (await rounds.proposal(spring.matching.id, proposalId('sam-tom'))) ?? expect.unreachable();
    expect(await commit({ op: 'apart', removedProposals: [locked], removedParticipants: [sam] })).toBe('committed');
    expect((await rounds.everything(spring.matching.id))?.content).toEqual({ participants: [], proposals: [], pairs: [] });
  });
});

describe('whom messages cannot reach', () => {
  it('[R-07] is noted per round and person, once, and forgotten when they are heard from', async () => {
    for (const person of ['Sam', 'Sam', 'Tom']) await rounds.noteUnreachable(roundId('spring'), id(person), 'BotDisabledByAdmin');
    const noted = await rounds.unreachable(roundId('spring'));
    expect(noted.map(({ personId }) => personId).sort()).toEqual(ids('Sam', 'Tom'));
    expect(new Set(noted.map(({ reason }) => reason))).toEqual(new Set(['BotDisabledByAdmin']));
    await rounds.noteReached(roundId('spring'), id('Sam'));
    await rounds.noteReached(roundId('spring'), id('Nora'));
    expect((await rounds.unreachable(roundId('spring'))).map(({ personId }) => personId)).toEqual(ids('Tom'));
    expect(await rounds.unreachable(roundId('autumn'))).toEqual([]);
  });
});

function audiencesOf(...names: readonly string[]): Audience {
  return { kind: 'list', ids: ids(...names) };
}
