import { finishedWrite, type OutboxMessage, outboxKey, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { storeFault, type Table } from '@coaching-pairs/bot/ports/store';
import { healthLedger } from '@coaching-pairs/bot/storage/health';
import { sealingOver } from '@coaching-pairs/bot/storage/sealing/data-keys';
import { productVersion } from '@coaching-pairs/bot/version';
import { watchedDirectory, watchedKeys, watchedSend, watchedTable } from '@coaching-pairs/bot/watched';
import { dealWithAll, healthOf } from '@coaching-pairs/bot/workflows/health';
import { instant, type RoundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import own from '../../../package.json' with { type: 'json' };
import { personNamed } from '../../shared/organisation/company.js';
import { movableClock } from '../delivery/delivery-harness.js';
import { paperVault } from '../notes/paper-vault.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, ids, newOp, type Process, plainDirectory, startProcess, value } from './world.js';

const leaders = ['Sam', 'Tom', 'Lena', 'Aisha'] as const;
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...leaders].map((name) => personNamed(name, { under: 'Ruth' }))];
const keeper = actor('Ines', true);

let table: Table;
let clock: ReturnType<typeof movableClock>;
let process: Process;
let round: RoundId;
beforeEach(async () => {
  table = memoryTable();
  clock = movableClock();
  process = startProcess(table, plainDirectory(people), clock);
  round = await allJoined(process, ids(...leaders));
});

const buries = async (which: (message: OutboxMessage) => boolean, reason: string): Promise<void> => {
  const partition = roundPartition(round);
  for (const message of (await process.deps.rounds.unsent(round)).filter(which)) {
    const row = await table.read(partition, outboxKey(message.id));
    const dead = { ...message, state: 'dead', reason, finishedAt: instant('2026-11-21T10:00:00.000Z') } as const;
    await table.commit({
      partition,
      writes: [{ kind: 'delete', key: outboxKey(message.id), etag: row?.etag ?? '' }, finishedWrite(dead)],
    });
  }
};
const health = async () => value(await healthOf(process.deps));
const hour = 3_600_000;

describe('how the product is', () => {
  it('is told without anybody’s name or round: what waits, how long, and what was given up', async () => {
    await buries(({ kind }) => kind === 'invitation', 'ConversationBlockedByUser');
    clock.advance(2 * hour);
    const found = await health();
    expect(found).toMatchObject({ backlog: { fresh: 0, late: 0, stuck: 4 }, dead: [{ reason: 'blocked', messages: 4 }] });
    expect(found.troubles).toEqual(['backlog']);
    expect(found.sender).toEqual({ instance: null, since: null, sweptAt: null });
    const text = JSON.stringify(found);
    for (const { name, id } of people) for (const word of [name, id, round]) expect(text).not.toContain(word);
  });

  it('[CP-33] counts the news of one match once, whether one or both are told, and leaves what was given up of it to the people partner', async () => {
    await buries(() => true, 'poison');
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    await buries(() => true, 'poison');
    const before = await health();
    const [proposal] = await steps.proposals('sent');
    const [one] = proposal?.memberIds ?? [];
    value(await steps.decline(people.find(({ id }) => id === one)?.name ?? '', proposal));
    clock.advance(hour / 2);
    expect((await health()).backlog.late).toBe(1);
    await buries(({ kind }) => kind === 'being-reworked', 'ConversationBlockedByUser');
    expect((await health()).dead).toEqual(before.dead);
    value(await dealWithAll(process.deps, 'drop', { opId: newOp(), actor: keeper, reason: 'blocked' }));
    expect((await process.deps.deliveries.open(round)).dead.filter(({ value: { kind } }) => kind === 'being-reworked')).toHaveLength(1);
  });

  it('[R-05] whoever looks after it sends all of one reason again, or drops it, and that is written down', async () => {
    await buries(({ kind }) => kind === 'invitation', 'throttled');
    await buries(({ kind }) => kind === 'kick-off', 'poison');
    value(await dealWithAll(process.deps, 'retry', { opId: newOp(), actor: keeper, reason: 'too-busy' }));
    expect((await health()).dead).toEqual([{ reason: 'unsendable', messages: 4 }]);
    expect((await process.deps.rounds.unsent(round)).map(({ kind }) => kind)).toEqual(Array(4).fill('invitation'));
    value(await dealWithAll(process.deps, 'drop', { opId: newOp(), actor: keeper, reason: 'unsendable' }));
    expect((await health()).dead).toEqual([]);
    const written = (await process.deps.rounds.audit(round)).filter(({ action }) => action.startsWith('messages.'));
    expect(written.map(({ by, action }) => `${by} ${action}`)).toEqual([
      `${keeper.personId} messages.retry`,
      `${keeper.personId} messages.drop`,
    ]);
  });

  it('names the version that runs', () => expect(productVersion).toBe(own.version));
});

describe('what the product cannot do without', () => {
  const stateOf = async (service: string) => (await healthLedger(table, clock).services()).find((one) => one.service === service);

  it('is kept for all instances: since when it fails, why, and that it answers again', async () => {
    const ledger = healthLedger(table, clock);
    ledger.note('graph', null);
    clock.advance(hour);
    ledger.note('graph', 'permission-missing');
    const since = (await stateOf('graph'))?.failingSince;
    expect(since).not.toBeNull();
    clock.advance(hour);
    ledger.note('graph', 'unavailable');
    expect(await stateOf('graph')).toMatchObject({ failingSince: since, code: 'unavailable' });
    clock.advance(1_000);
    ledger.note('graph', null);
    expect(await stateOf('graph')).toMatchObject({ failingSince: null });
  });

  it('is found out by using it: a refused person is an answer, a missing token or permission is none', async () => {
    const ledger = healthLedger(table, clock);
    const send = (outcome: Parameters<typeof sending>[0]) => watchedSend(async () => outcome, ledger)();
    const sending = (
      outcome: { kind: 'ambiguous' } | { kind: 'unsent'; code: string } | { kind: 'permanent'; code: string; scope: 'person' | 'bot' },
    ) => outcome;
    await send({ kind: 'permanent', code: 'ConversationBlockedByUser', scope: 'person' });
    expect(await stateOf('connector')).toMatchObject({ failedAt: null });
    await send({ kind: 'unsent', code: 'TokenUnavailable' });
    expect(await stateOf('connector')).toMatchObject({ code: 'TokenUnavailable' });
    const refusing = {
      ...plainDirectory(people),
      searchGroups: async () => ({ ok: false, error: { code: 'unavailable', status: 503, retryAfterSeconds: null } }) as const,
    };
    await watchedDirectory(refusing, ledger).searchGroups('x');
    expect(await stateOf('graph')).toMatchObject({ code: 'unavailable' });
    await watchedDirectory(refusing, ledger).people([]);
    expect((await ledger.services()).find(({ service }) => service === 'graph')).toMatchObject({ failingSince: null });
  });

  it('[C-07] the vault answers when its newest key can be used; an older version that is gone is no fault of it', async () => {
    const ledger = healthLedger(table, clock);
    const vault = paperVault();
    const keys = watchedKeys(vault, ledger);
    const sealing = sealingOver({ table, keys, clock, newId: () => 'key-1' });
    const vaultNow = async () => (await ledger.services()).find(({ service }) => service === 'vault');
    await sealing.safeFor({ kind: 'pair', id: 'p-1' });
    expect(await vaultNow()).toMatchObject({ failedAt: null, failingSince: null });
    vault.fails('vault-locked');
    // What looks by itself, once an hour, finds out before anybody writes.
    await sealing.rewrap(9);
    expect(await vaultNow()).toMatchObject({ code: 'vault-locked', failingSince: expect.any(String) });
    vault.fails(null);
    await sealing.rewrap(9);
    expect(await vaultNow()).toMatchObject({ failingSince: null });
    vault.rotate();
    vault.loses('v1');
    expect(await sealing.rewrap(9)).toMatchObject({ value: { locked: 1 } });
    expect(await vaultNow()).toMatchObject({ failingSince: null });
  });

  it('[S-20] storage that is away is noted by its code, and a row that cannot be read is no fault of it', async () => {
    const ledger = healthLedger(table, clock);
    const throwing = (code: 'store-unavailable' | 'row-unreadable') =>
      watchedTable({ ...table, ping: () => Promise.reject(storeFault(code, 'secret')) }, ledger).ping();
    await expect(throwing('row-unreadable')).rejects.toThrow();
    expect((await ledger.services())[0]).toMatchObject({ service: 'storage', failedAt: null });
    await expect(throwing('store-unavailable')).rejects.toThrow();
    expect(JSON.stringify(await ledger.services())).not.toContain('secret');
    expect((await ledger.services())[0]).toMatchObject({ code: 'store-unavailable' });
  });
});
