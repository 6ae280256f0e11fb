import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';

type Component = {
  readonly 'bom-ref': string;
  readonly scope: string;
  readonly purl: string;
  readonly hashes: readonly unknown[];
  readonly licenses: readonly unknown[];
};
type Bill = { readonly components: readonly Component[]; readonly dependencies: readonly { ref: string; dependsOn: readonly string[] }[] };
type Exception = { readonly packages: RegExp; readonly until: string; readonly decision: string };
type Tasks = {
  readonly billOf: (lockfile: object, shipped?: ReadonlySet<string>) => Bill;
  readonly billText: (bill: Bill) => string;
  readonly licencePage: (lockfile: object) => string;
  readonly secretsIn: (text: string) => readonly string[];
  readonly secretsUnder: (folder: string) => readonly string[];
  readonly secretsAdded: (log: string) => readonly string[];
  readonly secretsInHistory: () => readonly string[];
  readonly exceptions: readonly Exception[];
  readonly checkExceptions: (day: string) => void;
  readonly releaseFiles: (built: string, lockfile: object) => { readonly mark: string; readonly files: Readonly<Record<string, Buffer>> };
};

const task = async (name: string): Promise<Tasks> => import(new URL(`../../infra/tasks/${name}.mjs`, import.meta.url).href);
const lockfile: { packages: Record<string, { link?: boolean; version?: string }> } = JSON.parse(textOf('package-lock.json'));

describe('the bill of materials', () => {
  it('[S-22] has every package of the lockfile once, with its checksum, its licence, and all that it needs', async () => {
    const { components, dependencies } = (await task('sbom')).billOf(lockfile);
    const wanted = Object.entries(lockfile.packages).flatMap(([path, { link, version }]) =>
      path.includes('node_modules/') && link !== true ? [`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`] : [],
    );
    const ids = components.map((one) => one['bom-ref']);
    expect(ids).toEqual([...new Set(wanted)].sort());
    expect(components.filter(({ hashes, licenses }) => hashes.length !== 1 || licenses.length !== 1)).toEqual([]);
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((id) => !ids.includes(id))).toEqual([]);
    const scopeOf = (start: string) => components.find(({ purl }) => purl.startsWith(start))?.scope;
    expect([scopeOf('pkg:npm/botbuilder@'), scopeOf('pkg:npm/%40azure/data-tables@'), scopeOf('pkg:npm/azurite@')]).toEqual([
      ...['required', 'required', 'excluded'],
    ]);
  });

  it('[S-22] is the same text whenever it is written, and holds what is inside of a build alone when asked for that', async () => {
    const { billOf, billText } = await task('sbom');
    expect(billText(billOf(lockfile))).toBe(billText(billOf(structuredClone(lockfile))));
    const { components, dependencies } = billOf(lockfile, new Set(['jose@6.2.17']));
    expect(components).toMatchObject([{ name: 'jose', scope: 'required' }]);
    expect(dependencies[0]?.dependsOn).toEqual(['jose@6.2.17']);
  });

  it('[S-22] asks where Node would look: the nearest one on the way up', async () => {
    const packages = {
      '': { name: 'house', version: '1.0.0' },
      bot: { dependencies: { outer: '1.0.0' } },
      'node_modules/inner': { version: '1.0.0' },
      'node_modules/outer': { version: '1.0.0', dependencies: { inner: '^2.0.0' } },
      'node_modules/outer/node_modules/inner': { version: '2.0.0' },
    };
    const { components, dependencies } = (await task('sbom')).billOf({ packages });
    expect(dependencies.find(({ ref }) => ref === 'outer@1.0.0')?.dependsOn).toEqual(['inner@2.0.0']);
    expect(components.map(({ scope }) => scope)).toEqual(['excluded', 'required', 'required']);
  });
});

describe('licences', () => {
  it('[S-22] are listed for all packages of the product', async () => {
    const page = (await task('licence-docs')).licencePage(lockfile);
    expect(textOf('docs/licences.md')).toBe(page);
    for (const name of ['botbuilder 4.23.3', 'react 19', '@azure/identity 4.13']) expect(page).toContain(name);
    expect(page).not.toContain('azurite 3');
  });
});

// Put together here, so that this file holds none itself.
const planted: readonly (readonly [string, string])[] = [
  ['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----`],
  ['a client secret of Entra', `abc8${'Q~'}${'x'.repeat(33)}`],
  ['a storage key', `Account${'Key='}${'aB3+'.repeat(21)}ab==`],
  ['a shared access signature', `https://contoso.blob.core.windows.net/?s${'ig='}${'aB3%'.repeat(11)}`],
  ['a signed token', ['eyJ', 'hbGciOiJSUzI1NiIsInR5', '.', 'eyJ', 'zdWIiOiIxMjM0NTY3ODkw', '.', 'a'.repeat(43)].join('')],
  ['a token of GitHub', `gh${'p_'}${'aB3'.repeat(12)}`],
  ['a token of npm', `np${'m_'}${'aB3'.repeat(12)}`],
  ['a token of a package registry', `//registry.contoso.example/:_auth${'Token='}0123456789abcdef`],
  ['a name and password in an address', `https://ada:${'correct-horse'}@example.com/`],
];

describe('secrets', () => {
  it.each(planted)('[S-22] %s is found by its shape', async (name, text) => {
    expect((await task('secrets')).secretsIn(`before ${text} after`)).toEqual([name]);
  });

  it('[S-22] are in no file, and one that is planted is named without being repeated', async () => {
    const { secretsUnder } = await task('secrets');
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    try {
      mkdirSync(join(folder, 'docs'));
      writeFileSync(join(folder, 'docs', 'notes.md'), planted[1]?.[1] ?? '');
      writeFileSync(join(folder, 'clean.md'), 'A client secret looks like abc8Q~ and more; AccountKey=abc is none.');
      expect(secretsUnder(folder)).toEqual([`${join('docs', 'notes.md')} holds a client secret of Entra`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('[S-15] [S-22] are in no commit either: one that was taken out again is named by the commit that added it', async ({ skip }) => {
    skip(!existsSync(join(root, '.git')), 'this is no checkout, only its files');
    const { secretsAdded, secretsInHistory } = await task('secrets');
    const [, secret = ''] = planted[1] ?? [];
    const log = ['', `aaaaaaaaaaaaaaaa\n+++ b/notes.md\n+clean`, `bbbbbbbbbbbbbbbb\n+${secret}`, `cccccccccccccccc\n-${secret}`].join('\0');
    expect(secretsAdded(log)).toEqual(['bbbbbbbbbbbb holds a client secret of Entra']);
    expect(secretsInHistory()).toEqual([]);
  });
});

describe('the archived SDK', () => {
  it('[S-22] is an exception with an end, after which no release is made', async () => {
    const { exceptions, checkExceptions } = await task('policy');
    const [sdk] = exceptions.filter(({ packages }) => packages.test('botbuilder'));
    const until = sdk?.until ?? '';
    expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(textOf(sdk?.decision ?? '')).toContain('botbuilder');
    expect(() => checkExceptions(until)).not.toThrow();
    expect(() => checkExceptions(`${until}-after`)).toThrow(/ended on .*0002-botbuilder-in-one-file/u);
    expect(textOf('docs/security.md')).toContain(until);
  });

  it('[S-22] is asked for two names and a type, by one file, and nothing of it listens', () => {
    const file = textOf('bot/src/bolt/teams-receiver.ts');
    const asked = [...file.matchAll(/import \{([^}]*)\} from 'botbuilder';/gu)].flatMap(([, names = '']) => names.split(','));
    expect(asked.map((name) => name.trim())).toEqual(['type Activity', 'CloudAdapterBase', 'ConfigurationBotFrameworkAuthentication']);
    expect(file).not.toMatch(/\bprocessActivity|\.process\(|connectNamedPipe|\.use\(/u);
    const bundle = textOf('infra/tasks/bundle.mjs');
    for (const name of ['CloudAdapterBase', 'ConfigurationBotFrameworkAuthentication'])
      expect(bundle).toContain(`${name}: 'botbuilder-core/lib/`);
  });
});

describe('a release', () => {
  it('[S-22] is the build, what is inside of it, what made it, and a checksum of each; twice the same', async () => {
    const { releaseFiles } = await task('release');
    const built = mkdtempSync(join(tmpdir(), 'built-'));
    try {
      writeFileSync(join(built, 'main.js'), 'export {};\n');
      writeFileSync(join(built, 'sbom.json'), '{}\n');
      const [one, other] = [releaseFiles(built, lockfile), releaseFiles(built, lockfile)];
      expect(Object.keys(one.files)).toEqual([
        expect.stringMatching(/^coaching-pairs-\d.*\.zip$/u),
        'sbom.json',
        'lockfile-sbom.json',
        'checksums.txt',
      ]);
      for (const [name, data] of Object.entries(one.files)) expect(other.files[name]?.equals(data)).toBe(true);
      expect(one.files['checksums.txt']?.toString().match(/^[0-9a-f]{64} {2}\S+$/gmu)).toHaveLength(3);
    } finally {
      rmSync(built, { recursive: true });
    }
  });

  it('[S-22] is made by workflows that may do no more than they need, with no action but GitHub’s own, each the very commit that was looked at', () => {
    const workflows = readdirSync(new URL('../../.github/workflows/', import.meta.url)).map((name) =>
      textOf(join('.github/workflows', name)),
    );
    const actions = workflows.flatMap((text) => [...text.matchAll(/uses: (.+)/gu)].map(([, name = '']) => name));
    expect(actions.filter((name) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(name))).toEqual([]);
    expect(workflows.filter((text) => !/^permissions:(?: \{\}|\n {2}contents: read)\n/mu.test(text))).toEqual([]);
    const release = readFileSync(new URL('../../.github/workflows/release.yml', import.meta.url), 'utf8');
    for (const step of ['attest-build-provenance@', 'attest-sbom@', 'diff --recursive release-first release-second', '--draft'])
      expect(release).toContain(step);
  });
});
