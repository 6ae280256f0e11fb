import type { SyncToken } from '@coaching-pairs/bot/ports/directory';
import type { OrganisationStore } from '@coaching-pairs/bot/ports/organisation';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { organisationStore } from '@coaching-pairs/bot/storage/organisation';
import { organisationOf } from '@coaching-pairs/bot/workflows/organisation';
import { operationId, roundId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id, personNamed, someday } from '../../shared/organisation/company.js';
import { type Store, startStore } from '../../store-harness.js';

let store: Store;
let table: Table;
let here: OrganisationStore;
let there: OrganisationStore;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  table = await store.table();
  [here, there] = [organisationStore(table), organisationStore(table)];
});

const names = async (one: OrganisationStore) => (await one.snapshot()).people.map(({ name }) => name).sort();
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => personNamed(`Person${from + index}`));

describe('the stored organisation', () => {
  it('comes back as it was written, with every field or none', async () => {
    const full = {
      ...personNamed('Zoë', { under: 'Ruth', jobTitle: 'CFO', mail: 'z@example.com', timeZone: 'Europe/London' }),
      enabled: false,
    };
    const written = [{ ...full, language: 'en-GB', location: 'Leeds', functionName: 'Money' }, personNamed('Ruth', { department: null })];
    await here.savePeople(written, []);
    expect(new Set((await there.snapshot()).people)).toEqual(new Set(written));
  });

  const saved = { at: someday, by: id('Priya'), action: 'functions.save', subject: { groups: '1' }, result: 'done' } as const;

  it('[R-11] [S-20] functions saved leave one line of who did so, and a late repeat overwrites nobody', async () => {
    const groups = (name: string) => [{ name, departments: ['IT'] }];
    await here.saveFunctions(groups('First'), operationId('first'), saved);
    await there.saveFunctions(groups('Second'), operationId('second'), { ...saved, by: id('Omar') });
    await here.saveFunctions(groups('First'), operationId('first'), saved);
    expect((await there.snapshot()).functions).toEqual(groups('Second'));
    const lines = (await there.audit()).filter(({ subject }) => subject.groups === '1');
    expect(lines.map(({ by, action }) => `${by} ${action}`).sort()).toEqual(['omar functions.save', 'priya functions.save']);
  });

  it('is the same object until somebody writes, in this process or another', async () => {
    await here.savePeople(many(3), []);
    const first = await there.snapshot();
    expect(await there.snapshot()).toBe(first);
    expect(await organisationOf({ organisation: there })).toBe(await organisationOf({ organisation: there }));
    const writes = [
      () => here.savePeople([personNamed('New')], []),
      () => here.savePeople([], [id('New')]),
      () => here.correct([{ personId: id('Person1'), managerId: null, by: id('Priya'), at: someday }]),
      () => here.saveFunctions([{ name: 'Technology', departments: ['IT', 'R&D'] }], operationId('save-1'), saved),
    ];
    for (const write of writes) {
      const before = await there.snapshot();
      await write();
      const after = await there.snapshot();
      expect(after).not.toBe(before);
      expect({ ...after, version: '' }).toEqual({ ...(await organisationStore(table).snapshot()), version: '' });
    }
    expect((await there.snapshot()).functions).toEqual([{ name: 'Technology', departments: ['IT', 'R&D'] }]);
  });

  it('written and emptied in many steps by one process is never kept half by another', async () => {
    await here.savePeople(many(250), []);
    const reading = (async () => {
      for (let look = 0; look < 15; look += 1) await there.snapshot();
    })();
    await here.savePeople(
      many(50, 250),
      many(200).map((person) => person.id),
    );
    await reading;
    expect(await names(there)).toEqual(await names(organisationStore(table)));
    expect(await names(there)).toHaveLength(100);
    await here.savePeople([], [id('Person0'), id('Nobody')]);
    expect(await names(there)).toHaveLength(100);
  });

  it('[CP-24b] a correction with a manager, with none, and without a word on managers are three different things', async () => {
    const by = { by: id('Priya'), at: someday };
    const corrections = [
      { personId: id('Sam'), managerId: id('Ruth'), ...by },
      { personId: id('Tom'), managerId: null, ...by },
      { personId: id('Lena'), functionName: 'Legal', ...by },
    ];
    await here.correct(corrections);
    const read = [...(await there.snapshot()).corrections].sort((one, other) => (one.personId < other.personId ? -1 : 1));
    expect(read).toEqual([corrections[2], corrections[0], corrections[1]]);
    expect(Object.hasOwn(read[0] ?? {}, 'managerId')).toBe(false);
    await here.savePeople(
      ['Sam', 'Tom', 'Lena'].map((name) => personNamed(name, { under: 'Maya' })),
      [],
    );
    const organisation = await organisationOf({ organisation: there });
    expect(['Sam', 'Tom', 'Lena'].map((name) => organisation.managerOf.get(id(name)))).toEqual([id('Ruth'), null, id('Maya')]);
    expect(organisation.functionOf.get(id('Lena'))).toBe('Legal');
  });

  it('remembers per round where the directory was read to', async () => {
    const token = 'opaque/token=with~signs' as SyncToken;
    const state = { roundId: roundId('spring'), at: someday, token, kept: 7, warnings: [{ code: 'not-found', ids: [id('Sam')] } as const] };
    await here.saveSyncState(state);
    expect(await there.syncState(roundId('spring'))).toEqual(state);
    expect(await there.syncState(roundId('autumn'))).toBeNull();
  });
});

describe('where people can be written to', () => {
  const reference = {
    tenantId: 'contoso',
    personId: id('Sam'),
    conversationId: 'a:sam/1',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    botId: '28:bot',
  };

  it('[R-08] is kept per tenant and person, and follows what they last wrote from', async () => {
    const [one, two] = [conversationStore(table), conversationStore(table)];
    expect(await one.find(reference)).toBeUndefined();
    await one.remember(reference);
    expect(await two.find(reference)).toEqual(reference);
    expect(await two.find({ ...reference, tenantId: 'other' })).toBeUndefined();
    const moved = { ...reference, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    await two.remember(moved);
    expect(await one.find(reference)).toEqual(moved);
  });

  it('[R-08] is never an old one, though two processes hear from the same person in turn', async () => {
    const processes = [conversationStore(table), conversationStore(table)];
    const regions = ['emea', 'amer', 'emea', 'emea', 'amer', 'emea', 'amer', 'amer'];
    for (const [turn, region] of regions.entries()) {
      const heard = { ...reference, serviceUrl: `https://smba.trafficmanager.net/${region}/` };
      await processes[turn % 2]?.remember(heard);
      for (const process of processes) expect(await process.find(reference)).toEqual(heard);
    }
  });

  it('[R-08] is written once, however often the same person writes', async () => {
    let writes = 0;
    const counted: Table = {
      ...table,
      commit: (batch) => {
        writes += 1;
        return table.commit(batch);
      },
    };
    const conversations = conversationStore(counted);
    for (let turn = 0; turn < 5; turn += 1) await conversations.remember(reference);
    await conversationStore(counted).remember(reference);
    expect(writes).toBe(1);
  });
});
