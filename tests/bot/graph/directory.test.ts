import { createDirectory } from '@coaching-pairs/bot/graph/directory';
import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { paceOf, realTiming, usualPace } from '@coaching-pairs/bot/graph/pace';
import type { Audience, Directory, DirectoryReading, ReadOptions, SyncPage } from '@coaching-pairs/bot/ports/directory';
import type { Measured } from '@coaching-pairs/bot/ports/telemetry';
import { invitedGuests } from '@coaching-pairs/local/people/invited';
import { personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';

let house: GraphHouse;
let directory: Directory;

beforeAll(async () => {
  house = await openGraphHouse();
  directory = directoryOf(house);
});

beforeEach(() => void house.renew());

afterAll(() => house.close());

// Jitter is taken out, Retry-After is not: it is obeyed in real time.
const directoryOf = ({ credential, identity }: GraphHouse): Directory =>
  createDirectory({
    client: createGraphClient({
      credential,
      origins: identity.trustRoots,
      pace: paceOf(usualPace, { ...realTiming, random: () => 0.001 }),
    }),
  });

const below = (name: string): Audience => ({ kind: 'below', personId: personId(house.idOf(name)) });
const listed = (...names: readonly string[]): Audience => ({ kind: 'list', ids: names.map((name) => personId(house.idOf(name))) });

const read = async (audience: Audience, options?: ReadOptions): Promise<DirectoryReading> => {
  const result = await directory.readPeople(audience, options);
  if (!result.ok) throw new Error(`The reading was refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

const names = (people: readonly Person[]): readonly string[] => people.map((person) => person.name).sort();
const named = (reading: DirectoryReading, name: string): Person | undefined => reading.people.find((person) => person.name === name);
const leaders = () => house.tenant().people.filter((person) => !['Noor Sayegh', 'Felix Oram', 'Edith Larkin'].includes(person.name));

describe('who is read', () => {
  it('everybody below the chief executive, with the fields of the rules and their managers', async () => {
    const { people, audience, seen, warnings } = await read(below('Helena Marsh'));
    expect(names(people)).toEqual(names(leaders()));
    expect(audience).toHaveLength(60);
    expect(seen).toBeGreaterThanOrEqual(63);
    expect(warnings).toEqual([]);
    expect(people.find((person) => person.name === 'Priya Sharma')).toEqual({
      id: house.idOf('Priya Sharma'),
      name: 'Priya Sharma',
      department: 'Product',
      managerId: house.idOf('Grace Whitfield'),
      enabled: true,
      jobTitle: 'Manager, Interaction Design',
      mail: 'priya.sharma@contoso.example.com',
      timeZone: null,
      language: 'en-GB',
      location: 'London',
      functionName: null,
    });
  });

  it('[S-20] and each call is counted by the entry of the list that allows it, without an id', async () => {
    const noted: Measured[] = [];
    const telemetry = { note: (one: Measured) => void noted.push(one) };
    const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots, telemetry });
    await createDirectory({ client }).readPeople(below('Helena Marsh'));
    const counted = noted.map((one) => (one.kind === 'call' ? `${one.service} ${one.operation} ${one.ending}` : one.kind));
    expect(counted).toContain('graph GET /users done');
    expect(counted.filter((one) => !/^graph (?:GET \/users(?:\/delta|\/\{id\})?|POST \/\$batch) \w+$/u.test(one))).toEqual([]);
  });

  it('[S-04] the accounts with one address, and which of them is a guest', async () => {
    for (const guest of invitedGuests) house.graph().directory.put(guest);
    const imogen = { name: 'Imogen Clarke', guest: true, enabled: true };
    expect(await directory.accountsOf('imogen.clarke@example.org')).toMatchObject({ ok: true, value: [imogen] });
    expect(await directory.accountsOf('priya.sharma@contoso.example.com')).toMatchObject({ ok: true, value: [{ guest: false }] });
    for (const nobody of ["o'neill@example.org", "x' or mail ne '", ''])
      expect(await directory.accountsOf(nobody)).toEqual({ ok: true, value: [] });
  });

  it('the members of a group inside a group', async () => {
    const group = await directory.searchGroups('Wider');
    expect(group).toMatchObject({ ok: true, value: [{ name: 'Wider leadership team' }] });
    const id = group.ok ? (group.value[0]?.id ?? '') : '';
    expect((await read({ kind: 'group', id })).audience).toHaveLength(60);
  });

  it('a list of two brings everybody above them as well, and nobody else', async () => {
    const reading = await read(listed('Priya Sharma', 'Peter Lang'));
    expect(names(reading.people)).toEqual(
      ['Birgit Hansen', 'Grace Whitfield', 'Helena Marsh', 'Isabel Fuentes', 'Peter Lang', 'Priya Sharma', 'Samuel Osei'].sort(),
    );
    expect(reading.audience).toEqual([house.idOf('Priya Sharma'), house.idOf('Peter Lang')]);
  });

  it('an id that the directory does not know is told, and a manager who is gone too', async () => {
    house.graph().directory.remove(house.idOf('Grace Whitfield'));
    const nobody = personId('no such id / at all');
    const reading = await read({ kind: 'list', ids: [personId(house.idOf('Priya Sharma')), nobody] });
    expect(names(reading.people)).toEqual(['Priya Sharma']);
    expect(reading.warnings).toContainEqual({ code: 'not-found', ids: [nobody] });
    expect(reading.warnings).toContainEqual({ code: 'manager-not-found', ids: [house.idOf('Grace Whitfield')] });
  });

  it('a cycle of managers ends, and those in it are all read', async () => {
    house.graph().directory.move(house.idOf('Helena Marsh'), personId(house.idOf('Peter Lang')));
    expect(names((await read(listed('Peter Lang'))).people)).toEqual(['Birgit Hansen', 'Helena Marsh', 'Peter Lang', 'Samuel Osei']);
    expect((await read(below('Helena Marsh'))).audience).toHaveLength(60);
  });

  it('a group or a person that does not exist is refused by its id', async () => {
    expect(await directory.readPeople({ kind: 'group', id: 'g-1' })).toEqual({
      ok: false,
      error: { code: 'audience-not-found', id: 'g-1' },
    });
    const nobody = personId('p-1');
    expect(await directory.readPeople({ kind: 'below', personId: nobody })).toEqual({
      ok: false,
      error: { code: 'audience-not-found', id: 'p-1' },
    });
  });

  it('accounts that are blocked are read as such', async () => {
    house.graph().directory.disable(house.idOf('Ben Fletcher'));
    expect(named(await read(below('Amara Nwosu')), 'Ben Fletcher')).toMatchObject({ enabled: false });
  });
});

describe('what has changed since', () => {
  it('a move, a leaver, a newcomer and a blocked account are brought up to date without reading all again', async () => {
    const first = await read(below('Amara Nwosu'));
    const { directory: held } = house.graph();
    held.move(house.idOf('Haruto Mori'), personId(house.idOf('Elif Kaya')));
    held.remove(house.idOf('Ruby Caldwell'));
    held.disable(house.idOf('Noemi Conti'));
    held.change(house.idOf('Elif Kaya'), { department: 'Brand' });
    const peter = held.person(house.idOf('Peter Lang'));
    if (peter === undefined) throw new Error('Peter is gone.');
    held.put({ ...peter, id: personId('new-1'), name: 'Nadia Zahir', managerId: personId(house.idOf('Elif Kaya')) });
    const second = await read(below('Amara Nwosu'), { from: first.next, known: first.people });
    expect(second.seen).toBe(5);
    expect(named(second, 'Haruto Mori')).toMatchObject({
      managerId: house.idOf('Elif Kaya'),
      department: 'Marketing',
      jobTitle: 'Manager, Asia Marketing',
    });
    expect(named(second, 'Ruby Caldwell')).toBeUndefined();
    expect(named(second, 'Noemi Conti')).toMatchObject({ enabled: false });
    expect(named(second, 'Elif Kaya')).toMatchObject({ department: 'Brand', managerId: house.idOf('Amara Nwosu') });
    expect(named(second, 'Nadia Zahir')).toMatchObject({ managerId: house.idOf('Elif Kaya') });
    expect(names(second.people)).toEqual(names((await read(below('Amara Nwosu'))).people));
  });

  it('who has lost their manager has none afterwards', async () => {
    const first = await read(listed('Peter Lang'));
    house.graph().directory.move(house.idOf('Peter Lang'), null);
    const second = await read(listed('Peter Lang'), { from: first.next, known: first.people });
    expect(second.people).toMatchObject([{ name: 'Peter Lang', managerId: null }]);
  });

  it('a token that has expired means reading everything again, and says so', async () => {
    const first = await read(below('Amara Nwosu'));
    house.graph().faults.expireLinks();
    const pages: SyncPage[] = [];
    const second = await read(below('Amara Nwosu'), { from: first.next, known: first.people, onPage: (page) => void pages.push(page) });
    expect(second.warnings).toContainEqual({ code: 'started-again' });
    expect(pages[0]?.startedAgain).toBe(true);
    expect(names(second.people)).toEqual(names(first.people));
  });

  it('a new audience under an old token is read in full, also where something has changed since or what is known is old', async () => {
    const first = await read(listed('Peter Lang'));
    house.graph().directory.change(house.idOf('Elif Kaya'), { department: 'Brand' });
    const stale = named(await read(below('Amara Nwosu')), 'Ruby Caldwell');
    if (stale === undefined) throw new Error('Ruby is not there.');
    const known = [...first.people, { ...stale, jobTitle: 'Long ago', managerId: null }];
    const handed: Person[] = [];
    const second = await read(below('Amara Nwosu'), { from: first.next, known, onPage: ({ people }) => void handed.push(...people) });
    expect(second.people).toEqual(expect.arrayContaining([...(await read(below('Amara Nwosu'))).people]));
    expect(named(second, 'Elif Kaya')).toMatchObject({ department: 'Brand', managerId: house.idOf('Amara Nwosu') });
    expect(named(second, 'Ruby Caldwell')).toMatchObject({ jobTitle: 'Manager, Digital', managerId: house.idOf('Ben Fletcher') });
    expect(handed.filter((person) => person.name === 'Elif Kaya')).toEqual([]);
  });

  it('those above are always as they are now, even when they were kept for another audience', async () => {
    const first = await read(listed('Priya Sharma'));
    const grace = named(first, 'Grace Whitfield');
    if (grace === undefined) throw new Error('Grace is not there.');
    const known = first.people.map((person) => (person === grace ? { ...grace, managerId: null } : person));
    const second = await read(listed('Priya Sharma'), { from: first.next, known });
    expect(names(second.people)).toEqual(names(first.people));
  });
});
