import type { Row, Table } from '@coaching-pairs/bot/ports/store';
import type { Form, Step } from '@coaching-pairs/bot/storage/migrations/form';
import { form as shipped } from '@coaching-pairs/bot/storage/migrations/form';
import { joinStored } from '@coaching-pairs/bot/storage/migrations/join';
import { moveStored } from '@coaching-pairs/bot/storage/migrations/move';
import { codecOf } from '@coaching-pairs/bot/storage/rows/codec';
import { instant } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { memoryTable } from '../workflows/memory-table.js';

/** Rows as a release before wrote them: a person's name in one piece. */
const people = ['Ada Lovelace', 'Grace Hopper', 'Mary Somerville'];
const oldRow = (name: string) => ({ version: 1, body: { name } });
const isOld = ({ fields }: Row): boolean => fields['version'] === 1 && typeof fields['body'] === 'object';

const split: Step = {
  to: 2,
  name: 'names-in-two',
  row: (row) => {
    const { body } = row.fields;
    if (!isOld(row) || typeof body !== 'object' || body === null || !('name' in body)) return null;
    const [first, last] = String(body.name).split(' ');
    return { version: 2, body: { first, last } };
  },
};
const before: Form = { reads: 1, writes: 1, needs: 1, steps: [] };
const between: Form = { reads: 2, writes: 1, needs: 1, steps: [] };
const after: Form = { reads: 2, writes: 2, needs: 1, steps: [split] };
const later: Form = { reads: 2, writes: 2, needs: 2, steps: [] };

const house = () => {
  const table = memoryTable();
  let now = Date.parse('2026-11-22T09:00:00.000Z');
  const clock = { now: () => instant(new Date(now).toISOString()) };
  const lines: string[] = [];
  const note = (event: string): void => void lines.push(event);
  const log = { info: note, warn: note, error: note };
  const keep = (name: string, fields: Row['fields'] = oldRow(name)) =>
    table.commit({ partition: `people~${name.length}`, writes: [{ kind: 'upsert', key: name.replace(' ', '.'), fields }] });
  const join = (instance: string, form: Form) => joinStored({ table, clock, instance, form });
  const joined = async (instance: string, form: Form) => {
    const answer = await join(instance, form);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const move = (form: Form, on: Table = table, goOn = () => true) => moveStored({ table: on, clock, log, form }, goOn);
  const stored = () => table.everyRow().filter(({ partition }) => partition.startsWith('people'));
  const left = () => stored().filter(isOld).length;
  const later = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { table, keep, join, joined, move, stored, left, lines, later };
};

const withPeople = async () => {
  const opened = house();
  for (const name of people) await opened.keep(name);
  return opened;
};

describe('what a build reads, and what it leaves alone', () => {
  const codec = codecOf(z.object({ name: z.string() }), 1);
  const row = (fields: Row['fields']): Row => ({ partition: 'people', key: 'ada', etag: '1', fields });

  it('a row of a newer shape is refused by name and not cut down to what is known', () => {
    expect(codec.read(row(oldRow('Ada'))).value).toEqual({ name: 'Ada' });
    expect(() => codec.read(row({ version: 2, body: { name: 'Ada', title: 'Countess' } }))).toThrow('row-newer: ada');
  });

  it('the release before reads the shape that the next one writes', () => {
    const ahead = codecOf(z.object({ name: z.string(), title: z.string().default('') }), 1, 2);
    expect(ahead.read(row({ version: 2, body: { name: 'Ada', title: 'Countess' } })).value).toEqual({ name: 'Ada', title: 'Countess' });
    expect(ahead.fields({ name: 'Ada', title: '' })).toMatchObject({ version: 1 });
  });

  it('what is shipped reads what it writes, and has a step for every form on the way', () => {
    const { reads, writes, needs, steps } = shipped;
    expect(reads).toBeGreaterThanOrEqual(writes);
    expect(steps.map(({ to }) => to)).toEqual(Array.from({ length: writes - needs }, (_, index) => needs + 1 + index));
  });
});

describe('who may serve on what is stored', () => {
  it('a build that knows less than what is stored does not start, and one that knows enough goes back', async () => {
    const { joined, join } = await withPeople();
    await (await joined('new', after)).leave();
    expect(await join('old', before)).toEqual({ ok: false, error: { code: 'data-newer', stored: 2, reads: 1 } });
    expect((await join('before', between)).ok).toBe(true);
  });

  it('a release that was left out is asked for before anything is written', async () => {
    const { joined, join } = await withPeople();
    const old = await joined('old', before);
    expect(await join('new', after)).toEqual({ ok: false, error: { code: 'older-running', reads: 1, writes: 2 } });
    // It has changed nothing: what serves can be started anew.
    expect((await join('other', before)).ok).toBe(true);
    await old.leave();
  });

  it('who died without a word is in nobody’s way for ever', async () => {
    const { joined, join, later: wait } = await withPeople();
    await joined('old', before);
    wait(16 * 60_000);
    expect((await join('new', after)).ok).toBe(true);
  });

  it('a release that has forgotten the old form waits until no row of it is left', async () => {
    const { joined, join, move } = await withPeople();
    const moving = await joined('new', after);
    const tooEarly = { ok: false, error: { code: 'data-older', stored: 1, needs: 2 } };
    expect(await join('later', later)).toEqual(tooEarly);
    await move(after);
    expect((await join('later', later)).ok).toBe(true);
    await moving.leave();
  });

  it('a table without rows is of whatever form is written first', async () => {
    const { join } = house();
    expect((await join('later', later)).ok).toBe(true);
  });
});

describe('moving what is stored', () => {
  it('every old row is rewritten once, others are left alone, and a second time finds nothing', async () => {
    const { joined, move, stored, keep, lines } = await withPeople();
    await keep('a mark', { version: 1 });
    await joined('new', after);
    await move(after);
    const bodies = stored().map(({ fields }) => fields['body']);
    expect(bodies).toEqual([
      { first: 'Ada', last: 'Lovelace' },
      { first: 'Grace', last: 'Hopper' },
      { first: 'Mary', last: 'Somerville' },
      undefined,
    ]);
    expect(lines).toEqual(['stored.settled']);
    const tags = stored().map(({ etag }) => etag);
    await move(after);
    expect(stored().map(({ etag }) => etag)).toEqual(tags);
  });

  it('while an older build serves, rows are moved and nothing is settled; then it is looked through again', async () => {
    const { joined, move, keep, left, lines } = await withPeople();
    const old = await joined('old', between);
    await joined('new', after);
    await move(after);
    expect(left()).toBe(0);
    await keep('Emmy Noether');
    expect(lines).toEqual(['stored.moved']);
    await old.leave();
    await move(after);
    expect({ left: left(), lines }).toEqual({ left: 0, lines: ['stored.moved', 'stored.settled'] });
  });

  it('nothing is settled either where an older build left while the rows were looked through: it may have written behind', async () => {
    const { table, joined, move, keep, left, lines } = await withPeople();
    const old = await joined('old', between);
    await joined('new', after);
    let pages = 0;
    const slow: Table = {
      ...table,
      everything: async (range) => {
        pages += 1;
        if (pages === 3) {
          await keep('Emmy Noeth');
          await old.leave();
        }
        return table.everything({ ...range, max: 1 });
      },
    };
    await move(after, slow);
    expect({ left: left(), lines }).toEqual({ left: 1, lines: ['stored.moved'] });
    await move(after);
    expect({ left: left(), lines }).toEqual({ left: 0, lines: ['stored.moved', 'stored.settled'] });
  });

  it('after a way back old rows may be written again, and the next way forward moves them', async () => {
    const { joined, join, move, keep, left } = await withPeople();
    await (await joined('new', after)).leave();
    await move(after);
    const back = await joined('new', between);
    await keep('Emmy Noether');
    expect(await join('later', later)).toMatchObject({ error: { code: 'data-older' } });
    await back.leave();
    await joined('new', after);
    await move(after);
    expect(left()).toBe(0);
    expect((await join('later', later)).ok).toBe(true);
  });

  it('a row that somebody changes at that moment is rewritten as it stands then', async () => {
    const { table, joined, move, stored, keep } = await withPeople();
    await joined('new', after);
    let raced = false;
    const racing: Table = {
      ...table,
      swap: async (row, fields) => {
        if (!raced) await keep('Ada Lovelace', oldRow('Ada Byron'));
        raced = true;
        return table.swap(row, fields);
      },
    };
    await move(after, racing);
    expect(stored().map(({ fields }) => fields['body'])).toContainEqual({ first: 'Ada', last: 'Byron' });
  });

  it('[R-13] who dies is followed by whoever goes on at the same page, and all rows are moved', async () => {
    for (let dies = 1; dies < 40; dies += 1) {
      const { table, joined, move, left } = await withPeople();
      await joined('new', after);
      let calls = 0;
      const mortal =
        <Words extends readonly unknown[], T>(call: (...words: Words) => Promise<T>) =>
        async (...words: Words) => {
          calls += 1;
          if (calls > dies) throw new Error('the process is dead');
          return call(...words);
        };
      const small: Table['everything'] = (range) => table.everything({ ...range, max: 1 });
      const dying = {
        ...table,
        read: mortal(table.read),
        swap: mortal(table.swap),
        commit: mortal(table.commit),
        everything: mortal(small),
      };
      await move(after, dying).catch(() => undefined);
      await move(after);
      expect(left()).toBe(0);
    }
  });
});
