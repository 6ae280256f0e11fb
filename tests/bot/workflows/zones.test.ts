import type { Table } from '@coaching-pairs/bot/ports/store';
import { zoneStore } from '@coaching-pairs/bot/storage/zones';
import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { noteTabZone } from '@coaching-pairs/bot/workflows/note-zone';
import { peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { zoneFor } from '@coaching-pairs/bot/workflows/whereabouts';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { kickedOff } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const counting = (table: Table): { readonly table: Table; readonly calls: () => number } => {
  let calls = 0;
  const counted = { ...table, commit: (batch: Parameters<Table['commit']>[0]) => table.commit(batch), read: table.read };
  counted.commit = (batch) => {
    calls += 1;
    return table.commit(batch);
  };
  counted.read = (...where) => {
    calls += 1;
    return table.read(...where);
  };
  return { table: counted, calls: () => calls };
};

describe('[R-16] where people’s clocks stand', () => {
  it('is kept by who told it, read one by one and all at once, and forgotten', async () => {
    const zones = zoneStore(memoryTable());
    await zones.note(id('Sam'), 'activity', 'Europe/London');
    await zones.note(id('Sam'), 'tab', 'Asia/Tokyo');
    await zones.note(id('Tom'), 'activity', 'Europe/Rome');
    expect(await zones.of(id('Sam'))).toEqual({ activity: 'Europe/London', tab: 'Asia/Tokyo' });
    expect(await zones.of(id('Lena'))).toEqual({ activity: null, tab: null });
    expect([...(await zones.all()).keys()].sort()).toEqual(ids('Sam', 'Tom'));
    await zones.forget(ids('Sam', 'Lena'));
    expect([...(await zones.all()).keys()]).toEqual(ids('Tom'));
  });

  it('[R-09] asks nothing of the store while it stays the same', async () => {
    const { table, calls } = counting(memoryTable());
    const zones = zoneStore(table);
    await zones.note(id('Sam'), 'activity', 'Europe/London');
    const first = calls();
    for (let count = 0; count < 5; count += 1) await zones.note(id('Sam'), 'activity', 'Europe/London');
    expect(calls()).toBe(first);
    await zones.note(id('Sam'), 'activity', 'Europe/Rome');
    expect(calls()).toBe(first + 2);
  });

  it('told to two processes, of the tab to one and of activities to the other, is kept of both', async () => {
    const table = memoryTable();
    const [one, two] = [zoneStore(table), zoneStore(table)];
    await one.note(id('Sam'), 'activity', 'Europe/London');
    await two.note(id('Sam'), 'tab', 'Asia/Tokyo');
    await one.note(id('Sam'), 'activity', 'Europe/Rome');
    expect(await two.of(id('Sam'))).toEqual({ activity: 'Europe/Rome', tab: 'Asia/Tokyo' });
  });

  it('is kept of the tab only for people with whom a round has to do; the round’s own is that of whoever opened it', async () => {
    const people = [personNamed('Maya'), ...['Sam', 'Priya', 'Omar', 'Nora'].map((name) => personNamed(name, { under: 'Maya' }))];
    const process = startProcess(memoryTable(), plainDirectory(people));
    const { deps } = process;
    await noteTabZone(deps, actor('Priya', true), 'Europe/Madrid');
    const round = (await deps.rounds.round(await kickedOff(process, ids('Sam'))))?.value;
    for (const name of ['Sam', 'Nora']) await noteTabZone(deps, actor(name), 'Asia/Tokyo');
    expect([...(await deps.zones.all()).keys()].sort()).toEqual(ids('Priya', 'Sam'));
    const zone = round ?? expect.unreachable();
    expect(await zoneFor(deps, zone, id('Sam'))).toEqual({ zone: 'Asia/Tokyo', source: 'tab' });
    expect(await zoneFor(deps, zone, id('Omar'))).toEqual({ zone: 'Europe/Madrid', source: 'round' });
  });

  it('[C-02] is put right by an administrator, who reads what the records say and never what somebody’s own Teams told', async () => {
    const people = [personNamed('Maya'), ...['Sam', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Maya' }))];
    const process = startProcess(memoryTable(), plainDirectory(people));
    const { deps } = process;
    const round = await kickedOff(process, ids('Sam'));
    await noteTabZone(deps, actor('Sam'), 'Asia/Tokyo');
    const words = wordsFor('en-GB');
    const shown = async () => value(await peopleOf(deps, words, { roundId: round, actor: priya })).people[0];
    const mine = async () => (await whoAmI(deps, words, actor('Sam'))).hours;
    expect(await shown()).toMatchObject({ zone: { name: 'UTC', source: 'round' } });
    expect(JSON.stringify(await shown())).not.toContain('Tokyo');
    expect(await mine()).toMatchObject({ zone: 'Asia/Tokyo', source: 'tab', from: '09:00', to: '17:00' });
    const asked = () => ({ roundId: round, opId: newOp(), actor: priya, personId: id('Sam') });
    value(await correctPerson(deps, { ...asked(), timeZone: 'Europe/Lisbon' }));
    expect(await shown()).toMatchObject({ zone: { name: 'Europe/Lisbon', source: 'correction' }, corrected: [] });
    expect(await mine()).toMatchObject({ zone: 'Europe/Lisbon', source: 'correction' });
    expect(await correctPerson(deps, { ...asked(), timeZone: 'Moon/Base' })).toMatchObject({ error: { code: 'no-time-zone' } });
    value(await correctPerson(deps, { ...asked(), timeZone: null }));
    expect(await mine()).toMatchObject({ zone: 'Asia/Tokyo', source: 'tab' });
  });
});
