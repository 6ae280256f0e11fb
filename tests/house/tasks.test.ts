import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Tasks = {
  readonly isInstalled: (lockfile: string, record: string) => boolean;
  readonly idsIn: (text: string) => Set<string>;
  readonly isAllowed: (expression: string) => boolean;
};

const task = async (name: string): Promise<Tasks> => import(new URL(`../../infra/tasks/${name}.mjs`, import.meta.url).href);

describe('installing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockfile-'));
  const [lockfile, record] = [join(folder, 'package-lock.json'), join(folder, 'record.json')];
  let { isInstalled }: Partial<Tasks> = {};
  beforeAll(async () => {
    ({ isInstalled } = await task('install'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const judged = (wanted: object, found?: object): boolean | undefined => {
    writeFileSync(lockfile, JSON.stringify({ packages: { '': {}, ...wanted } }));
    if (found === undefined) rmSync(record, { force: true });
    else writeFileSync(record, JSON.stringify({ packages: found }));
    return isInstalled?.(lockfile, record);
  };
  const zod = { 'node_modules/zod': { version: '4.6.7' } };

  it('is needed in a fresh clone and after the lockfile has changed', () => {
    expect(judged(zod)).toBe(false);
    expect(judged(zod, { 'node_modules/zod': { version: '4.6.6' } })).toBe(false);
    expect(judged({ ...zod, 'node_modules/jose': { version: '6.2.17' } }, zod)).toBe(false);
  });

  it('is not needed when every version is there, whatever belongs to other systems', () => {
    expect(judged(zod, zod)).toBe(true);
    expect(judged({ ...zod, 'node_modules/fsevents': { version: '2.3.3', optional: true } }, zod)).toBe(true);
  });
});

describe('the list of rules with a test', () => {
  it('takes the ids at the beginning of a title, one or several, and no others', async () => {
    const { idsIn } = await task('mission-coverage');
    // Put together here, so that this file does not claim the rules itself.
    const tag = (...ids: string[]): string => `[${ids.join(', ')}]`;
    const titles = `it('${tag('CP-22')} nobody'); it.each(table(1))("${tag('S-01', 'S-02')} forged"); test(\`${tag('CP-24a')} ${tag('R-11')} once\`)`;
    expect([...idsIn(titles)]).toEqual(['CP-22', 'S-01', 'S-02', 'CP-24a', 'R-11']);
    expect([...idsIn(`// see ${tag('CP-22')}\nit('refuses ${tag('CP-31')}')`)]).toEqual([]);
  });
});

describe('licences', () => {
  it('let pass what one of the alternatives allows, and refuse what is unknown', async () => {
    const { isAllowed } = await task('licences');
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC'].map(isAllowed)).toEqual([true, true, true]);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', ''].map(isAllowed)).toEqual([false, false, false, false]);
  });
});
