import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOutboxKey } from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { settleRestore } from '@coaching-pairs/bot/settle-restore';
import { backUp, backUpKeys } from '@coaching-pairs/bot/storage/backup/back-up';
import { forgetErasures } from '@coaching-pairs/bot/storage/backup/erasures';
import { restore } from '@coaching-pairs/bot/storage/backup/restore';
import { readRestored } from '@coaching-pairs/bot/storage/backup/restored';
import { noteProcess } from '@coaching-pairs/bot/storage/migrations/processes';
import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import { instant, operationId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStore } from '../../store-harness.js';
import { idOf } from '../api/company.js';
import { note, openWritingHouse, type WritingHouse } from '../notes/writing-house.js';
import { memoryTable } from '../workflows/memory-table.js';
import { byCommand, rowsOf } from './backup-tries.js';

const spring = roundId('r-spring-000001');

let writing: WritingHouse;
let folder: string;
/** A backup of all that is written before any test. */
let first: string;
let ana: string;
let ben: string;
let other: string;

const canaryOf = (who: string): string => `canary-of-${who}`;
const textOf = async (who: string): Promise<string> => JSON.stringify(await writing.round.does(who, 'myData'));

/** Of everybody's own words one of each kind: under their own key, the pair's and the wall's, and names that are not sealed at all. */
const writesEverything = async (who: string, base: number): Promise<void> => {
  const { deps } = writing.house;
  await writing.writes(who, note(`${canaryOf(who)}-note`));
  const words = { ...noWords, challenge: `${canaryOf(who)}-words` };
  await writing.round.does(who, 'changePair', { change: { kind: 'agree', base, terms: firstTerms(2), words } });
  const wishes = { value: { by: idOf(who), closely: [idOf('Nils')], trusted: [] }, etag: null };
  await deps.rounds.commit({ roundId: spring, opId: operationId(`wishes-${who}`), audit: [], wishes: [wishes] });
  const text = `${canaryOf(who)}-insight`;
  await deps.insights.add(spring, { id: `i-${who}`, by: idOf(who), text, at: instant('2026-11-20T09:00:00.000Z') });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  writing = await openWritingHouse();
  [ana, ben] = writing.pair;
  [other] = writing.otherPair;
  const { deps } = writing.house;
  const round = await deps.rounds.round(spring);
  if (round === null) throw new Error('There is no round.');
  const open = { value: { ...round.value, insightsWall: true }, etag: round.etag };
  await deps.rounds.commit({ roundId: spring, opId: operationId('wall'), audit: [], round: open });
  await writesEverything(ana, 0);
  await writesEverything(ben, 1);
  await writing.writes(other, note(canaryOf('other')));
  first = await backs();
});
afterAll(async () => {
  await writing?.close();
  await rm(folder, { recursive: true, force: true });
});

const backs = async (): Promise<string> => {
  writing.house.clock.advance(1);
  return (await backUp(writing.house.table, folder, writing.house.clock.now())).folder;
};
const restores = (from: string, { table = writing.house.table, over = true }: { table?: Table; over?: boolean } = {}) =>
  restore({ table, clock: writing.house.clock, folder: from, over });
const settles = () => settleRestore(writing.house.deps, writing.house.table, async () => undefined);
const everythingOf = async (who: string) => {
  const { deps } = writing.house;
  const content = await deps.rounds.everything(spring);
  // Of messages it is told that they may not have arrived.
  const { messages: _told, ...rounds } = JSON.parse(await textOf(who)).rounds[0];
  return {
    rounds,
    notes: (await writing.reads(who)).notes.map((one) => one.content),
    round: content?.round.value,
    content: content?.content,
  };
};

describe('a backup and the way back', () => {
  it('[R-22] everything is as it was, on the embedded store as well, and no message that was due goes again', async () => {
    const { table } = writing.house;
    const before = await everythingOf(ana);
    const [waiting, rows] = [(await rowsOf(table)).filter(({ key }) => isOutboxKey(key)), await rowsOf(table)];
    expect(waiting.length).toBeGreaterThan(0);
    const store = await startStore();
    try {
      const real = await store.table();
      const restored = { ok: true, value: { rows: expect.any(Number), keys: expect.any(Number), heldBack: waiting.length } };
      expect(await restores(first, { table: real, over: false })).toEqual(restored);
      expect(await restores(first)).toEqual(restored);
      await settles();
      expect(await everythingOf(ana)).toEqual(before);
      const back = await rowsOf(table);
      expect(await rowsOf(real)).toEqual(back);
      expect(back.filter(({ key }) => isOutboxKey(key))).toEqual([]);
      expect(back.filter(({ key }) => !key.startsWith('dead'))).toEqual(rows.filter(({ key }) => !isOutboxKey(key)));
      // What is due later goes when it is due; and a backup of the embedded store holds the same.
      const again = await backUp(real, join(folder, 'again'), writing.house.clock.now());
      expect(again).toMatchObject({
        rows: back.filter(({ partition }) => !['data-keys', 'erasures'].includes(partition)).length,
        moving: 0,
      });
      await byCommand({ folder, first, tableUrl: store.tableUrl, heldBack: waiting.length });
    } finally {
      await store.stop();
    }
  });
});

describe('what is not restored', () => {
  it('over something that is there, unless told so; while a process runs; from a newer form', async () => {
    const { table, clock } = writing.house;
    const own = await backs();
    expect(await restores(own, { over: false })).toEqual({ ok: false, error: { code: 'not-empty' } });
    await noteProcess(table, clock, { instance: 'one', reads: 1, writes: 1 });
    expect(await restores(own)).toEqual({ ok: false, error: { code: 'running', count: 1 } });
    writing.house.clock.advance(16 * 60);
    const manifest = JSON.parse(await readFile(join(own, 'manifest.json'), 'utf8'));
    await writeFile(join(own, 'manifest.json'), JSON.stringify({ ...manifest, form: 7 }));
    expect(await restores(own)).toEqual({ ok: false, error: { code: 'too-new', form: 7, reads: 1 } });
  });

  it('what is not as it was written, or was never finished', async () => {
    const own = await backs();
    await appendFile(join(own, 'rows.jsonl'), '{"p":"rounds","k":"round~x","f":{}}\n');
    expect(await restores(own)).toEqual({ ok: false, error: { code: 'damaged', file: 'rows.jsonl' } });
    const before = await readFile(join(folder, 'keys.json'), 'utf8');
    writing.house.clock.advance(1);
    const second = await backs();
    const keys = await readFile(join(folder, 'keys.json'), 'utf8');
    // A file of keys from before the backup knows less than the rows do.
    await writeFile(join(folder, 'keys.json'), before);
    expect(await restores(second)).toEqual({ ok: false, error: { code: 'damaged', file: 'keys.json' } });
    await writeFile(join(folder, 'keys.json'), keys.replace('data-keys', 'data-kees'));
    expect(await restores(second)).toEqual({ ok: false, error: { code: 'damaged', file: 'keys.json' } });
    await rm(join(second, 'manifest.json'));
    expect(await restores(second)).toEqual({ ok: false, error: { code: 'no-backup' } });
    await backUpKeys(writing.house.table, folder, writing.house.clock.now());
  });

  it('[R-13] one that was cut off is not served, and is done again from the start', async () => {
    const whole = memoryTable();
    await restores(first, { table: whole });
    for (const dies of [1, 2, 4]) {
      const table = memoryTable();
      let calls = 0;
      const dying: Table = {
        ...table,
        commit: async (batch) => {
          calls += 1;
          if (calls > dies) throw new Error('cut off');
          return table.commit(batch);
        },
      };
      await expect(restores(first, { table: dying })).rejects.toThrow('cut off');
      expect((await readRestored(table))?.finished).toBe(false);
      expect((await restores(first, { table })).ok).toBe(true);
      expect(await rowsOf(table)).toEqual(await rowsOf(whole));
    }
  });

  it('a partition that changes while it is read is read again, until it is of one moment', async () => {
    const { table } = writing.house;
    let looks = 0;
    const busy: Table = {
      ...table,
      list: async function* (partition, range) {
        if (partition.startsWith('round~')) looks += 1;
        yield* table.list(partition, range);
        if (partition.startsWith('round~') && looks === 1)
          await table.commit({ partition, writes: [{ kind: 'upsert', key: 'mark', fields: { version: 1 } }] });
      },
    };
    writing.house.clock.advance(1);
    const { folder: own, moving } = await backUp(busy, folder, writing.house.clock.now());
    expect({ moving, looks }).toEqual({ moving: 0, looks: 3 });
    expect(await readFile(join(own, 'rows.jsonl'), 'utf8')).toContain('"k":"mark"');
  });
});

describe('what people erased', () => {
  it('[C-07] what was erased after it stays erased: notes by their key, all else before anybody is served', async () => {
    const own = await backs();
    await writing.round.does(ana, 'eraseMyData');
    expect((await restores(own)).ok).toBe(true);
    expect((await writing.reads(ana)).notes).toEqual([]);
    await settles();
    expect(await textOf(ana)).not.toContain(canaryOf(ana));
    expect(JSON.parse(await textOf(ana)).rounds[0]).toMatchObject({ closely: [], pairs: [{}] });
    for (const kind of ['note', 'words', 'insight']) expect(await textOf(ben)).toContain(`${canaryOf(ben)}-${kind}`);
    expect(await readRestored(writing.house.table)).toBeNull();
  });

  it('[C-07] also where the whole table was lost: the newest file of keys knows which were destroyed', async () => {
    const { table, clock, deps } = writing.house;
    const own = await backs();
    await writing.round.does(ben, 'eraseMyData');
    await backUpKeys(table, folder, clock.now());
    for (const { partition, key } of await rowsOf(table)) {
      const row = await table.read(partition, key);
      if (row !== null) await table.remove(row);
    }
    writing.house.clock.advance(601);
    expect((await restores(own)).ok).toBe(true);
    await settleRestore(deps, table, async () => undefined);
    for (const who of [ana, ben]) expect(await textOf(who)).not.toContain(canaryOf(who));
    expect(await textOf(other)).toContain(canaryOf('other'));
  });

  it('[C-07] no backup holds a data key, and the file of keys holds none that is destroyed', async () => {
    const own = await backs();
    const key = (await writing.house.table.read('data-keys', `person~${idOf(other)}`))?.fields['body'];
    const id = typeof key === 'object' && key !== null && 'id' in key ? String(key.id) : 'none';
    const wrapped = JSON.stringify(key);
    expect(await readFile(join(own, 'rows.jsonl'), 'utf8')).not.toContain(wrapped);
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toContain(wrapped);
    await writing.round.does(other, 'eraseMyData');
    await backUpKeys(writing.house.table, folder, writing.house.clock.now());
    const keys = await readFile(join(folder, 'keys.json'), 'utf8');
    expect(keys).not.toContain(wrapped);
    expect(keys).toContain(`destroyed~${id}`);
    expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual(['keys.json']);
  });

  it('[C-10] who has erased something is forgotten when no backup is left that it concerns', async () => {
    const { table, clock } = writing.house;
    const kept = async (): Promise<number> => (await rowsOf(table)).filter(({ key }) => key.startsWith('erased~')).length;
    await forgetErasures(table, clock.now());
    expect(await kept()).toBe(3);
    await forgetErasures(table, instant('2027-01-02T00:00:00.000Z'));
    expect(await kept()).toBe(0);
  });
});
