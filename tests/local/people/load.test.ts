import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGraph } from '@coaching-pairs/local/graph/graph';
import { loadTenant } from '@coaching-pairs/local/people/load';
import { loadRefusalLines, loadWarningLines } from '@coaching-pairs/local/people/load-text';
import { readStoredTenant } from '@coaching-pairs/local/people/stored';
import { personId } from '@coaching-pairs/shared/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'people-'));
});

afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const fileWith = async (text: string | Uint8Array, name = 'people.csv'): Promise<string> => {
  const file = join(dataFolder, name);
  await writeFile(file, text);
  return file;
};

const header = 'id,name,department,managerId,jobTitle,mail,timeZone,language,location,function';
const smallFile = [
  header,
  'M/1,Mara Olsen,Board,,Chief,mara@contoso.example.com,Europe/Oslo,nb-NO,Oslo,',
  'B 2,"Berg, Tove",Sales,M/1,Head of Sales,,,,,Customers',
  'C,Carl Moe,Sales,B 2,,,,,,',
  'D,Dina Vik,Support,B 2,,,,,,Customers',
].join('\n');

const load = (peopleFile?: string, fresh = false) => loadTenant({ dataFolder, fresh, ...(peopleFile === undefined ? {} : { peopleFile }) });

const loaded = (peopleFile?: string, fresh = false) => {
  const result = load(peopleFile, fresh);
  if (!result.ok) throw new Error(loadRefusalLines(result.error).join('\n'));
  return result.value;
};

const refused = (peopleFile: string) => {
  const result = load(peopleFile);
  if (result.ok) throw new Error('The file was loaded.');
  return loadRefusalLines(result.error);
};

describe('the invented organisation', () => {
  it('has sixty leaders of eight functions below one chief executive, four levels deep', () => {
    const { tenant } = loaded();
    const companions = [tenant.administratorId, tenant.outsiderId, tenant.coordinatorId];
    const leaders = tenant.people.filter((person) => !companions.includes(person.id));
    expect(leaders).toHaveLength(60);
    expect(new Set(leaders.map((leader) => leader.department)).size).toBe(9);
    expect(leaders.filter((leader) => leader.managerId === null).map((leader) => leader.id)).toEqual([tenant.roundLeaderId]);
    const byId = new Map(leaders.map((leader) => [leader.id, leader]));
    const level = (id: string): number => {
      const managerId = byId.get(personId(id))?.managerId;
      return managerId == null ? 1 : 1 + level(managerId);
    };
    expect(Math.max(...leaders.map((leader) => level(leader.id)))).toBe(4);
    expect(new Set(leaders.map((leader) => leader.mail)).size).toBe(60);
    expect(leaders.every((leader) => leader.timeZone !== null && leader.language !== null && /^[0-9a-f-]{36}$/.test(leader.id))).toBe(true);
  });

  it('gives the role of administrator to the administrator and the people partner alone', () => {
    const { tenant } = loaded();
    const administrators = tenant.people.filter((person) => person.roles.includes('Round.Admin')).map((person) => person.id);
    expect(administrators.sort()).toEqual([tenant.administratorId, tenant.peoplePartnerId].sort());
  });

  it('gives the role of 2:2 Coaching to its coordinator alone, who administers no round', () => {
    const { tenant } = loaded();
    const holders = tenant.people.filter((person) => person.roles.includes('Engagement.Coordinator'));
    expect(holders).toMatchObject([{ id: tenant.coordinatorId, roles: ['Engagement.Coordinator'] }]);
  });

  it('is the same on every start', () => {
    expect(loaded().tenant).toEqual(loaded().tenant);
  });
});

describe('a file of people', () => {
  it('is loaded with ids as they stand, an administrator, a people partner, an outsider and a coordinator beside it, led by whoever has most people below', async () => {
    const { tenant } = loaded(await fileWith(smallFile));
    expect(tenant.people.map((person) => person.name)).toEqual([
      'Mara Olsen',
      'Berg, Tove',
      'Carl Moe',
      'Dina Vik',
      'Noor Sayegh',
      'Judith Amsel',
      'Felix Oram',
      'Edith Larkin',
    ]);
    expect(tenant.people[0]).toMatchObject({ id: 'M/1', timeZone: 'Europe/Oslo', language: 'nb-NO', roles: [] });
    expect(tenant.people[1]).toMatchObject({ managerId: 'M/1', functionName: 'Customers' });
    expect(tenant.roundLeaderId).toBe('M/1');
  });

  it('may be separated by semicolons and begin with a byte order mark', async () => {
    const text = `\uFEFF${header.replaceAll(',', ';')}\r\nA;Ada Lunde;Board;;;;;;;\r\nB;Bo Lie;Sales;A;;;;;;\r\n`;
    expect(loaded(await fileWith(text)).tenant.people.slice(0, 2)).toMatchObject([
      { name: 'Ada Lunde' },
      { name: 'Bo Lie', managerId: 'A' },
    ]);
  });

  it('tells what is odd in it and is loaded all the same', async () => {
    const file = await fileWith(`${header}\nA,Ada Lunde,Board,B,,,,,,\nB,Bo Lie,,A,,,,,,\nC,Cy Dahl,Sales,X,,,,,,`);
    const lines = loadWarningLines(loaded(file)).join('\n');
    expect(lines).toMatch(/Ada Lunde/);
    expect(lines).toMatch(/Cy Dahl/);
  });

  it('that is broken is refused with every faulty line and column named, and nothing is loaded', async () => {
    const file = await fileWith(`${header}\nA,,Board,,,,Mars/Base,,,\nA,Bo Lie,Sales,A,,not mail,,,,\nC,"Cy\nDahl",Sales\n`);
    const lines = refused(file);
    expect(lines[0]).toMatch(/5 faults|6 faults/);
    expect(lines.slice(1).map((line) => /[Ll]ine (\d+)(?:.*?\b(name|timeZone|id|mail|managerId)\b)?/.exec(line)?.slice(1))).toEqual(
      expect.arrayContaining([
        ['2', 'name'],
        ['2', 'timeZone'],
        ['3', 'id'],
        ['3', 'mail'],
      ]),
    );
    expect(lines.some((line) => /[Ll]ine 4/.test(line))).toBe(true);
    expect(readStoredTenant(dataFolder)).toBeUndefined();
  });

  it('that is missing, not UTF-8 or not CSV is one clear sentence', async () => {
    expect(refused(join(dataFolder, 'nowhere.csv'))).toHaveLength(1);
    expect(refused(await fileWith(Uint8Array.of(0x69, 0x64, 0xe9, 0x0a)))).toEqual([expect.stringContaining('not UTF-8')]);
    expect(refused(await fileWith(`${header}\nA,"Ada`))).toEqual([expect.stringContaining('cannot be read as CSV')]);
  });
});

describe('a folder that has an organisation already', () => {
  it('goes on with it, whether the file is named again or not', async () => {
    const file = await fileWith(smallFile);
    const first = loaded(file).tenant;
    expect(loaded().tenant).toEqual(first);
    expect(loaded(file).tenant).toEqual(first);
    const reordered = smallFile.split('\n');
    const other = await fileWith([reordered[0], ...reordered.slice(1).reverse()].join('\n'), 'again.csv');
    expect(loaded(other).tenant).toEqual(first);
  });

  it('refuses another organisation, and takes it when started fresh', async () => {
    loaded();
    const file = await fileWith(smallFile);
    expect(refused(file).join(' ')).toMatch(/Contoso.*people\.csv.*--fresh/);
    expect(readStoredTenant(dataFolder)?.name).toBe('Contoso');
    expect(loaded(file, true).tenant.name).toBe('people.csv');
    expect(readStoredTenant(dataFolder)?.name).toBe('people.csv');
  });

  it('keeps what was changed in the directory', () => {
    const { tenant } = loaded();
    const open = () =>
      openGraph({
        origin: 'https://127.0.0.1:1',
        tenant,
        ids: { tabAppId: 'tab', teamsAppId: 'teams', botAppId: 'bot' },
        now: () => new Date(),
        callerOf: async () => undefined,
        folder: join(dataFolder, 'graph'),
      });
    const [first, second] = tenant.people;
    open().directory.move(second?.id ?? '', null);
    open().directory.remove(first?.id ?? '');
    expect(open().directory.person(second?.id ?? '')).toMatchObject({ managerId: null });
    expect(open().directory.person(first?.id ?? '')).toBeUndefined();
    expect(open().directory.lastChange()).toBe(2);
  });
});
