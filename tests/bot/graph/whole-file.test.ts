import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDirectory } from '@coaching-pairs/bot/graph/directory';
import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { tenantOfFile } from '@coaching-pairs/local/people/load';
import { personId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';

const file = fileURLToPath(new URL('../../../../shared/data/revenue-346.csv', import.meta.url));
let house: GraphHouse;

beforeAll(async () => {
  house = await openGraphHouse();
});

afterAll(() => house.close());

describe('an organisation of 346 from a file', () => {
  it('comes through Graph as the file has it', async (ctx) => {
    if (!existsSync(file)) return ctx.skip('The published organisation is not beside this repository (../shared/data/revenue-346.csv).');
    const loaded = tenantOfFile(file);
    if (!loaded.ok) throw new Error(`The file was refused: ${loaded.error.code}`);
    const { tenant } = loaded.value;
    house.renew(tenant);
    const directory = createDirectory({ client: createGraphClient({ credential: house.credential, origins: house.identity.trustRoots }) });
    const companions = [tenant.administratorId, tenant.peoplePartnerId, tenant.outsiderId, tenant.coordinatorId];
    const leaders = tenant.people.filter((person) => !companions.includes(person.id));
    const reading = await directory.readPeople({ kind: 'list', ids: leaders.map((leader) => leader.id) });
    if (!reading.ok) throw new Error(`The reading was refused: ${reading.error.code}`);
    const told = (people: readonly { id: string; name: string; department: string | null; managerId: string | null }[]) =>
      people
        .map(({ id, name, department, managerId }) => ({ id, name, department, managerId }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(leaders).toHaveLength(346);
    expect(told(reading.value.people)).toEqual(told(leaders));
    const below = await directory.peopleBelow(personId(tenant.roundLeaderId));
    expect(below.ok && below.value.length).toBeGreaterThan(1);
  });
});
