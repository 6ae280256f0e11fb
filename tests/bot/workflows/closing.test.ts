import { instantAt } from '@coaching-pairs/bot/delivery/moments';
import { type OutboxMessage, outboxFields, outboxKey, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { nameAdministrator } from '@coaching-pairs/bot/workflows/administrators';
import { turnToAwayday } from '@coaching-pairs/bot/workflows/awayday/begin-awayday';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import type { RoundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, type Process, plainDirectory, priya, startProcess, value } from './world.js';

const team = ['Sam', 'Tom', 'Lena', 'Aisha'];
let process: Process;
let round: RoundId;
beforeEach(async () => {
  const people = ['Maya', 'Priya', 'Omar', 'Noor', ...team].map((name) => personNamed(name, { under: 'Ruth' }));
  process = startProcess(memoryTable(), plainDirectory([personNamed('Ruth'), ...people]));
  round = await allJoined(process, ids(...team));
  const steps = stepsOf(process, round);
  await steps.draft();
  await steps.send();
});

const unsent = () => process.deps.rounds.unsent(round);
const closes = (by = priya) => endRound(process.deps, { roundId: round, opId: newOp(), actor: by });
/** Somebody sends this message just now, for as long as the claim lasts. */
const claims = async (message: OutboxMessage, minutes: number): Promise<void> => {
  const row = (await process.table.read(roundPartition(round), outboxKey(message.id))) ?? expect.unreachable();
  const claimedUntil = instantAt(Date.parse(process.clock.now()) + minutes * 60_000);
  await process.table.swap(row, outboxFields({ ...message, state: 'claimed', claimedBy: 'one/run', claimedUntil }));
};

describe('what waits to be told in a round that is closed', () => {
  it('[R-15] is taken out of the outbox with the closing: what is due, and what was to go later', async () => {
    value(await nameAdministrator(process.deps, { roundId: round, opId: newOp(), actor: priya, personId: id('Noor') }));
    expect(new Set((await unsent()).map(({ kind }) => kind))).toEqual(
      new Set(['kick-off', 'invitation', 'proposal', 'administrator-named']),
    );
    value(await closes());
    expect(await unsent()).toEqual([]);
    expect((await process.deps.deliveries.ofRound(round)).waiting).toEqual([]);
  });

  it('[R-13] is taken out by whoever closes it again, where the first closing stopped half-way', async () => {
    const { deliveries } = process.deps;
    const takeOut: typeof deliveries.takeOut = () => Promise.reject(new Error('gone'));
    const dying = { ...process.deps, deliveries: { ...deliveries, takeOut } };
    await expect(endRound(dying, { roundId: round, opId: newOp(), actor: priya })).rejects.toThrow('gone');
    expect((await unsent()).length).toBeGreaterThan(0);
    value(await closes(actor('Omar')));
    expect(await unsent()).toEqual([]);
  });

  it('is left to whoever is sending it, but not for longer than the claim lasts', async () => {
    const [first = expect.unreachable(), second = expect.unreachable()] = await unsent();
    await claims(first, 2);
    await claims(second, -1);
    value(await closes());
    expect((await unsent()).map((message) => message.id)).toEqual([first.id]);
    process.clock.advance(3 * 60_000);
    value(await closes());
    expect(await unsent()).toEqual([]);
  });

  it('is kept in a round that goes on, as far as somebody still wants to hear it', async () => {
    const before = (await unsent()).filter(({ kind }) => kind === 'proposal');
    expect(await process.deps.deliveries.takeOut(round, async ({ kind }) => kind !== 'proposal')).toBe(2 * team.length);
    expect(await unsent()).toEqual(before);
  });
});

describe('the Awayday of a round', () => {
  const turns = (by = priya) => turnToAwayday(process.deps, { roundId: round, opId: newOp(), actor: by });

  it('[CP-13] comes after the six months, once nothing waits for an answer, and only once', async () => {
    expect(await turns()).toMatchObject({ ok: false, error: { code: 'wrong-state', state: 'proposed' } });
    const steps = stepsOf(process, round);
    await steps.allAccept();
    await steps.announce();
    expect(await turns(actor('Sam'))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    value(await turns());
    value(await turns(actor('Omar')));
    expect((await steps.content()).round.value.state).toBe('awayday');
    expect((await process.deps.rounds.audit(round)).filter(({ action }) => action === 'round.awayday')).toHaveLength(1);
  });
});
