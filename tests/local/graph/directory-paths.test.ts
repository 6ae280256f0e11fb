import { personId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bigOrganisation } from './big-organisation.js';
import { type GraphHouse, openGraphHouse } from './graph-house.js';

let house: GraphHouse;

beforeAll(async () => {
  house = await openGraphHouse();
});

beforeEach(() => void house.renew());

afterAll(() => house.close());

const eventual = { headers: { ConsistencyLevel: 'eventual' } };

describe('the list of people', () => {
  it('comes in pages of at most 120 with absolute links, each person once', async () => {
    house.renew(bigOrganisation(300));
    const sizes: number[] = [];
    const ids = new Set<string>();
    let link: string | undefined = '/users?$select=id&$top=999';
    while (link !== undefined) {
      const { body } = await house.ask(link);
      sizes.push(body.value.length);
      for (const user of body.value) ids.add(user.id);
      link = body['@odata.nextLink'];
      if (link !== undefined) expect(link.startsWith(`${house.trust.origin}/v1.0/users?`)).toBe(true);
    }
    expect(sizes).toEqual([120, 120, 60]);
    expect(ids.size).toBe(300);
  });

  it('gives the fields asked for, and names one that users do not have', async () => {
    const { body } = await house.ask(`/users/${house.idOf('Priya Sharma')}?$select=displayName,department`);
    expect(body).toEqual({ id: house.idOf('Priya Sharma'), displayName: 'Priya Sharma', department: 'Product' });
    const wrong = await house.ask('/users?$select=id,salary');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error).toMatchObject({ code: 'Request_BadRequest', message: expect.stringContaining('salary') });
  });

  it('gives neither department nor account state unasked', async () => {
    const { body } = await house.ask(`/users/${house.idOf('Priya Sharma')}`);
    expect(Object.keys(body)).toContain('displayName');
    expect(Object.keys(body)).not.toContain('department');
    expect(Object.keys(body)).not.toContain('accountEnabled');
  });

  it('expands one level of managers, and refuses all levels which a single person has', async () => {
    const one = await house.ask(
      '/users?$select=id&$expand=manager($levels=1;$select=id,displayName)&$filter=startswith(displayName,%27Priya%27)',
    );
    expect(one.body.value).toEqual([
      {
        id: house.idOf('Priya Sharma'),
        manager: { '@odata.type': '#microsoft.graph.user', id: house.idOf('Grace Whitfield'), displayName: 'Grace Whitfield' },
      },
    ]);
    const refused = await house.ask('/users?$select=id&$expand=manager($levels=max;$select=id)');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('$levels');
    const single = await house.ask(
      `/users/${house.idOf('Priya Sharma')}?$select=id&$expand=manager($levels=max;$select=displayName)`,
      eventual,
    );
    expect(single.body.manager.manager.manager.displayName).toBe('Helena Marsh');
    expect(single.body.manager.manager.manager.manager).toBeUndefined();
  });

  it('all levels end in a cycle', async () => {
    house.graph().directory.move(house.idOf('Helena Marsh'), personId(house.idOf('Priya Sharma')));
    const single = await house.ask(`/users/${house.idOf('Priya Sharma')}?$expand=manager($levels=max)`, eventual);
    expect(single.status).toBe(200);
  });

  it('is searched by words only with the header for it, on every page, and never together with an expansion', async () => {
    const path = `/users?$select=id,displayName&$search=${encodeURIComponent('"displayName:mor" OR "mail:peter.l"')}`;
    expect((await house.ask(path)).status).toBe(400);
    const found = await house.ask(path, eventual);
    expect(found.body.value.map((user: { displayName: string }) => user.displayName).sort()).toEqual(['Haruto Mori', 'Peter Lang']);
    expect((await house.ask(`${path}&$expand=manager`, eventual)).status).toBe(400);
    const page = await house.ask(`/users?$search=${encodeURIComponent('"displayName:a"')}&$top=1`, eventual);
    expect((await house.ask(page.body['@odata.nextLink'])).status).toBe(400);
    expect((await house.ask(page.body['@odata.nextLink'], eventual)).status).toBe(200);
  });

  it('a manager, and those who report to somebody', async () => {
    const manager = await house.ask(`/users/${house.idOf('Priya Sharma')}/manager?$select=displayName`);
    expect(manager.body.displayName).toBe('Grace Whitfield');
    expect((await house.ask(`/users/${house.idOf('Helena Marsh')}/manager`)).status).toBe(404);
    const reports = await house.ask(`/users/${house.idOf('Helena Marsh')}/directReports?$select=id`);
    expect(reports.body.value).toHaveLength(8);
  });
});

describe('changes', () => {
  const follow = async (path: string) => {
    const users: { id: string }[] = [];
    for (let link = path; ; ) {
      const { status, body } = await house.ask(link);
      if (status !== 200) return { status, users, link: '' };
      users.push(...body.value);
      if (body['@odata.deltaLink'] !== undefined) return { status, users, link: String(body['@odata.deltaLink']) };
      link = body['@odata.nextLink'];
    }
  };

  it('a first reading has everybody, some of them twice, in no order', async () => {
    house.renew(bigOrganisation(250));
    const { users } = await follow('/users/delta?$select=id,displayName,manager');
    expect(new Set(users.map((user) => user.id)).size).toBe(250);
    expect(users.length).toBeGreaterThan(250);
    const names = users.map((user) => user.id);
    expect(names).not.toEqual([...names].sort());
  });

  it('a later one has what has changed and nothing else', async () => {
    const { link } = await follow('/users/delta?$select=id,displayName,department,manager');
    expect((await follow(link)).users).toEqual([]);
    const priya = house.idOf('Priya Sharma');
    house.graph().directory.move(priya, personId(house.idOf('Jonas Weber')));
    house.graph().directory.remove(house.idOf('Peter Lang'));
    const { users, link: next } = await follow(link);
    expect(users).toHaveLength(2);
    expect(users).toContainEqual({ id: house.idOf('Peter Lang'), '@removed': { reason: 'changed' } });
    expect(users).toContainEqual({
      id: priya,
      'manager@delta': [
        { '@odata.type': '#microsoft.graph.user', id: house.idOf('Grace Whitfield'), '@removed': { reason: 'deleted' } },
        { '@odata.type': '#microsoft.graph.user', id: house.idOf('Jonas Weber') },
      ],
    });
    expect((await follow(next)).users).toEqual([]);
  });

  it('an old link is gone (410), and what changes while pages are read is in the next reading', async () => {
    house.renew(bigOrganisation(250));
    const first = await house.ask('/users/delta?$select=id,department,manager');
    house.graph().directory.change('p-7', { department: 'Elsewhere' });
    const { link } = await follow(first.body['@odata.nextLink']);
    expect((await follow(link)).users.map((user) => user.id)).toEqual(['p-7']);
    house.graph().faults.expireLinks();
    expect((await follow(link)).status).toBe(410);
  });
});

describe('groups', () => {
  it('are found by the beginning of their name, quotes and all', async () => {
    house.graph().directory.putGroup({ id: 'g-1', name: "O'Brien or Co", description: '', memberIds: [] });
    const wanted = encodeURIComponent("startswith(displayName,'O''Brien or')");
    expect((await house.ask(`/groups?$filter=${wanted}&$select=id,displayName`)).body.value).toEqual([
      { id: 'g-1', displayName: "O'Brien or Co" },
    ]);
  });

  it('give the people in them and in the groups inside them, each once, even when groups hold each other', async () => {
    const [top, wider] = house.tenant().groups;
    house.graph().directory.putGroup({ id: 'g-1', name: 'Circle', description: '', memberIds: [wider?.id ?? '', 'g-1', top?.id ?? ''] });
    const { body } = await house.ask('/groups/g-1/transitiveMembers/microsoft.graph.user?$select=id&$top=999');
    expect(body.value).toHaveLength(60);
    expect((await house.ask('/groups/none/transitiveMembers/microsoft.graph.user')).status).toBe(404);
  });
});

describe('a batch', () => {
  const requests = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), method: 'GET', url: '/users?$select=id&$top=1' }));

  it('has at most twenty calls, answered in another order, each with its own status', async () => {
    expect((await house.ask('/$batch', { method: 'POST', body: { requests: requests(21) } })).status).toBe(400);
    house.graph().faults.nextInner429(1, 4);
    const { body } = await house.ask('/$batch', {
      method: 'POST',
      body: { requests: [...requests(3), { id: 'x', method: 'GET', url: '/users/none' }] },
    });
    expect(body.responses.map((one: { id: string }) => one.id)).toEqual(['x', '2', '1', '0']);
    expect(body.responses.map((one: { status: number }) => one.status)).toEqual([404, 200, 200, 429]);
    expect(body.responses[3].headers['Retry-After']).toBe('4');
  });
});

describe('pictures and mailboxes', () => {
  it('a picture carries the initials', async () => {
    const { status, text, headers } = await house.ask(`/users/${house.idOf('Priya Sharma')}/photo/$value`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(text).toContain('>PS</text>');
  });
});
