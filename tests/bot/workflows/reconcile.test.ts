import { outboxWrite, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { healthOf } from '@coaching-pairs/bot/workflows/health';
import { messagesTo } from '@coaching-pairs/bot/workflows/messages';
import { reconcile, reconciler } from '@coaching-pairs/bot/workflows/reconcile';
import type { RoundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, newOp, type Process, plainDirectory, priya, startProcess, value } from './world.js';

const team = ['Sam', 'Tom', 'Lena', 'Aisha'];
const nothing = { messages: 0, matches: 0, people: 0, wishes: 0 };
let process: Process;
let round: RoundId;
beforeEach(async () => {
  const people = ['Maya', 'Priya', 'Omar', ...team].map((name) => personNamed(name, { under: 'Ruth' }));
  process = startProcess(memoryTable(), plainDirectory([personNamed('Ruth'), ...people]));
  round = await allJoined(process, ids(...team));
  const steps = stepsOf(process, round);
  await steps.draft();
  await steps.send();
});

const commit = (change: object) => process.deps.rounds.commit({ roundId: round, opId: newOp(), audit: [], ...change });
const firstMatch = async () => (await stepsOf(process, round).proposals('sent'))[0] ?? expect.unreachable();
const rowOf = async (name: string) => (await process.deps.rounds.participant(round, id(name))) ?? expect.unreachable();
const reworked = async () => (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'being-reworked').map(({ to }) => to);

describe('[R-13] what a step left behind that nobody lived to end', () => {
  it('is nothing in a round in which every step was ended; then nothing is written', async () => {
    const before = await process.deps.rounds.audit(round);
    expect(await reconcile(process.deps)).toEqual(nothing);
    expect(await process.deps.rounds.audit(round)).toEqual(before);
  });

  it('is a match that somebody in it does not have before them: it ends like any other, and a second look finds nothing', async () => {
    const match = await firstMatch();
    const [one = '', other = id('')] = match.memberIds;
    const { value: participant, etag } = await rowOf(one);
    await commit({ participants: [{ value: { ...participant, match: { kind: 'none' } }, etag }] });
    expect(await reconcile(process.deps)).toEqual({ ...nothing, matches: 1 });
    await invariantsHold(process.deps.rounds, round);
    expect(await process.deps.rounds.proposal(round, match.id)).toMatchObject({ value: { state: 'ended', declinedBy: null } });
    expect(await reworked()).toEqual([other]);
    expect((await rowOf(one)).value.match.kind).toBe('none');
    expect(await reconcile(process.deps)).toEqual(nothing);
    const lines = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'round.repair');
    expect(lines).toMatchObject([{ by: 'product', result: 'done' }]);
  });

  it('is a match of somebody who is not in the round any more', async () => {
    const match = await firstMatch();
    const [gone = '', other = id('')] = match.memberIds;
    await commit({ removedParticipants: [await rowOf(gone)] });
    expect(await reconcile(process.deps)).toEqual({ ...nothing, matches: 1 });
    expect((await rowOf(other)).value.match.kind).toBe('reworking');
    await invariantsHold(process.deps.rounds, round);
  });

  it('is somebody before a match that is over: they are free to be matched again', async () => {
    const match = await firstMatch();
    const [one = ''] = match.memberIds;
    value(await stepsOf(process, round).decline(one, match));
    const { value: participant, etag } = await rowOf(one);
    await commit({ participants: [{ value: { ...participant, match: { kind: 'open', proposalId: match.id } }, etag }] });
    expect(await reconcile(process.deps)).toEqual({ ...nothing, people: 1 });
    await invariantsHold(process.deps.rounds, round);
    expect(await reconcile(process.deps)).toEqual(nothing);
  });

  it('is a message that came into the outbox of a round as it was closed', async () => {
    value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
    const late = messagesTo(ids('Sam', 'Tom'), 'proposal', { roundId: round, opId: newOp(), at: process.clock.now() });
    await process.table.commit({ partition: roundPartition(round), opId: newOp(), writes: late.map(outboxWrite) });
    expect(await reconcile(process.deps)).toEqual({ ...nothing, messages: 2 });
    expect(await process.deps.rounds.unsent(round)).toEqual([]);
  });

  it('is looked for once an hour, and by two at once is mended once', async () => {
    const [one = ''] = (await firstMatch()).memberIds;
    await commit({ removedParticipants: [await rowOf(one)] });
    const found = await Promise.all([reconcile(process.deps), reconcile(process.deps)]);
    expect(found.reduce((sum, { matches }) => sum + matches, 0)).toBe(1);
    expect(await reworked()).toHaveLength(1);
    const look = reconciler(process.deps);
    expect(await look()).toEqual(nothing);
    expect(await look()).toBeNull();
    expect(value(await healthOf(process.deps)).repairs).toEqual({ lookedAt: expect.any(String), mended: 0, mendedAt: null });
    const { value: other } = await rowOf((await firstMatch()).memberIds[0] ?? '');
    await commit({ removedParticipants: [await rowOf(other.personId)] });
    process.clock.advance(3_600_000);
    expect(await look()).toEqual({ ...nothing, matches: 1 });
    const { repairs } = value(await healthOf(process.deps));
    expect(repairs).toMatchObject({ mended: 1, mendedAt: repairs.lookedAt });
  });
});
