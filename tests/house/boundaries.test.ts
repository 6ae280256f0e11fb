import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = createRequire(join(root, 'package.json')).resolve('@biomejs/biome/bin/biome');
const imports = 'style/noRestrictedImports';

/** One file that breaks one rule of the house, and the name of the rule. */
const violations: readonly (readonly [what: string, path: string, text: string, rule: string])[] = [
  ['shared imports a package', 'shared/src/round/a.ts', "import 'express';", imports],
  ['shared outside wire imports zod', 'shared/src/round/b.ts', "import 'zod';", imports],
  ['shared imports the bot', 'shared/src/round/c.ts', "import '@coaching-pairs/bot/main';", imports],
  ['shared imports Node', 'shared/src/round/d.ts', "import 'node:fs';", 'correctness/noNodejsModules'],
  ['shared asks for the time', 'shared/src/round/e.ts', 'export const now = () => Date.now();', 'nursery/noJsRestrictedProperties'],
  ['shared throws dice', 'shared/src/round/f.ts', 'export const one = () => Math.random();', 'nursery/noJsRestrictedProperties'],
  ['shared knows a document', 'shared/src/round/g.ts', 'export const title = () => document.title;', 'style/noRestrictedGlobals'],
  ['bolt imports a domain noun', 'bot/src/bolt/a.ts', "import '@coaching-pairs/shared/round/round';", imports],
  ['bolt imports a listener', 'bot/src/bolt/b.ts', "import '../listeners/a.js';", imports],
  ['botbuilder outside its one file', 'bot/src/bolt/c.ts', "import 'botbuilder';", imports],
  ['botbuilder in a listener', 'bot/src/listeners/a.ts', "import 'botbuilder';", imports],
  ['botbuilder in the main file', 'bot/src/main.ts', "import 'botbuilder';", imports],
  ['a card reads storage', 'bot/src/cards/a.ts', "import '../storage/rows.js';", imports],
  ['a card imports a port', 'bot/src/cards/b.ts', "import '../ports/clock.js';", imports],
  ['a port imports storage', 'bot/src/ports/a.ts', "import '../storage/rows.js';", imports],
  ['storage calls a workflow', 'bot/src/storage/a.ts', "import '../workflows/open.js';", imports],
  ['delivery imports cards', 'bot/src/delivery/a.ts', "import '../cards/a.js';", imports],
  ['Graph code imports Tables', 'bot/src/graph/a.ts', "import '@azure/data-tables';", imports],
  ['a workflow imports storage', 'bot/src/workflows/a.ts', "import '../storage/rows.js';", imports],
  ['a workflow imports the SDK of storage', 'bot/src/workflows/b.ts', "import '@azure/data-tables';", imports],
  ['a listener imports storage', 'bot/src/listeners/b.ts', "import '../storage/rows.js';", imports],
  ['a listener imports delivery', 'bot/src/listeners/c.ts', "import '../delivery/outbox.js';", imports],
  ['a route imports storage', 'bot/src/api/a.ts', "import '../storage/rows.js';", imports],
  ['the dry run imports Graph', 'bot/src/cli/a.ts', "import '../graph/client.js';", imports],
  ['the matching thread imports a workflow', 'bot/src/matching/a.ts', "import '../workflows/open.js';", imports],
  ['a workflow imports the matching thread', 'bot/src/workflows/c.ts', "import '../matching/in-own-thread.js';", imports],
  ['sign-in imports a workflow', 'bot/src/sign-in/a.ts', "import '../workflows/open.js';", imports],
  ['OpenTelemetry outside its room', 'bot/src/measured.ts', "import '@opentelemetry/api';", imports],
  ['OpenTelemetry in a workflow', 'bot/src/workflows/d.ts', "import '@opentelemetry/api';", imports],
  ['telemetry imports a domain noun', 'bot/src/telemetry/a.ts', "import '@coaching-pairs/shared/round/round';", imports],
  ['telemetry reads storage', 'bot/src/telemetry/b.ts', "import '../storage/rows.js';", imports],
  ['middleware imports a workflow', 'bot/src/middleware/a.ts', "import '../workflows/open.js';", imports],
  ['a room imports the main file', 'bot/src/api/b.ts', "import '../main.js';", imports],
  ['the bot imports the sandbox', 'bot/src/server.ts', "import '@coaching-pairs/local/main';", imports],
  ['the bot reads the environment in a room', 'bot/src/api/c.ts', 'export const port = process.env.PORT;', 'style/noProcessEnv'],
  ['the bot prints', 'bot/src/api/d.ts', "console.log('here');", 'suspicious/noConsole'],
  ['the tab imports the bot', 'tab/src/a.ts', "import '@coaching-pairs/bot/config';", imports],
  ['the tab imports Node', 'tab/src/b.ts', "import 'node:path';", 'correctness/noNodejsModules'],
  ['the tab imports teams-js outside its one file', 'tab/src/c.ts', "import '@microsoft/teams-js';", imports],
  ['the tab imports msal outside its one file', 'tab/src/browser/c.ts', "import '@azure/msal-browser';", imports],
  ['the tab fetches outside its one file', 'tab/src/d.ts', "export const go = () => fetch('/');", 'style/noRestrictedGlobals'],
  ['the tab has words that are not in the catalogue', 'tab/src/e.tsx', 'export const E = () => <p>Hello</p>;', 'style/noJsxLiterals'],
  ['the sandbox looks inside the bot', 'infra/local/src/a.ts', "import '@coaching-pairs/bot/storage/rows';", imports],
  ['the sandbox imports the tests', 'infra/local/src/b.ts', "import '../../../tests/a.js';", imports],
  ['a package that is not declared', 'infra/local/src/c.ts', "import 'left-pad';", 'correctness/noUndeclaredDependencies'],
  ['a circle', 'bot/src/delivery/x.ts', "import { y } from './y.js';\nexport const x = () => y;", 'suspicious/noImportCycles'],
  [
    'the other half of the circle',
    'bot/src/delivery/y.ts',
    "import { x } from './x.js';\nexport const y = () => x;",
    'suspicious/noImportCycles',
  ],
  ['any', 'bot/src/delivery/z.ts', 'export const z = (value: any) => value;', 'suspicious/noExplicitAny'],
  ['a non-null assertion', 'bot/src/delivery/v.ts', 'export const v = (a?: string) => a!.length;', 'style/noNonNullAssertion'],
  ['a barrel', 'shared/src/round/index.ts', "export * from './round.js';", 'performance/noReExportAll'],
  ['a long file', 'shared/src/round/long.ts', 'export type A = 1;\n'.repeat(251), 'style/noExcessiveLinesPerFile'],
  ['a mocked module', 'tests/a.test.ts', "import { vi } from 'vitest';\nvi.mock('x');", 'nursery/noJsRestrictedProperties'],
  ['a test left alone', 'tests/b.test.ts', "import { it } from 'vitest';\nit.only('x', () => {});", 'suspicious/noFocusedTests'],
  ['a test left out', 'tests/c.test.ts', "import { it } from 'vitest';\nit.skip('x', () => {});", 'suspicious/noSkippedTests'],
];

/** What each room may import, so that a rule which refuses everything is noticed too. */
const allowed: readonly (readonly [path: string, text: string])[] = [
  ['shared/src/wire/ok.ts', "import 'zod';\nimport '../result.js';"],
  ['shared/src/words/ok.ts', "import 'intl-messageformat';"],
  ['shared/src/time.ts', "import 'temporal-polyfill';"],
  ['bot/src/bolt/teams-receiver.ts', "import 'botbuilder';\nimport '@coaching-pairs/shared/result';\nimport '../ports/clock.js';"],
  ['bot/src/cards/ok.ts', "import '@coaching-pairs/shared/round/round';\nimport './part.js';"],
  ['bot/src/listeners/ok.ts', "import '../bolt/app.js';\nimport '../cards/a.js';\nimport '../workflows/open.js';"],
  ['bot/src/storage/ok.ts', "import '@azure/data-tables';\nimport '../ports/clock.js';"],
  ['bot/src/api/ok.ts', "import 'express';\nimport '../sign-in/tokens.js';\nimport '../workflows/open.js';"],
  [
    'bot/src/matching/ok.ts',
    "import 'node:worker_threads';\nimport '@coaching-pairs/shared/matching/match';\nimport '../ports/matching.js';",
  ],
  [
    'bot/src/cli/ok.ts',
    "import 'node:fs';\nimport '@coaching-pairs/shared/result';\nimport '../matching/in-own-thread.js';\nimport '../workflows/open.js';",
  ],
  [
    'bot/src/telemetry/ok.ts',
    "import '@opentelemetry/api';\nimport '@azure/monitor-opentelemetry-exporter';\nimport '../ports/telemetry.js';",
  ],
  ['tab/src/teams.ts', "import '@microsoft/teams-js';"],
  ['tab/src/browser/client.ts', "import '@azure/msal-browser';"],
  ['tab/src/api.ts', "export const get = () => fetch('/');"],
  ['infra/local/src/ok.ts', "import '@coaching-pairs/bot/main';\nimport '@coaching-pairs/shared/result';"],
];

type Report = { readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: unknown } }[] };

const lint = (folder: string): Promise<Report> =>
  new Promise((done, fail) => {
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 50_000_000 }, (_refused, stdout) => {
      try {
        done(JSON.parse(stdout));
      } catch (cause) {
        fail(new Error(`The linter said: ${stdout.slice(0, 500)}`, { cause }));
      }
    });
  });

describe('the rules of the house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  const broken = new Map<string, Set<string>>();

  beforeAll(async () => {
    for (const file of ['biome.json', ...['shared', 'bot', 'tab', 'tests', 'infra/local'].map((name) => `${name}/package.json`)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(root, file), join(folder, file));
    }
    for (const [path, text] of [...violations.map(([, path, text]) => [path, text] as const), ...allowed]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    for (const { category, location } of (await lint(folder)).diagnostics) {
      const path = typeof location.path === 'string' ? location.path : JSON.stringify(location.path);
      const file = [...violations.map(([, file]) => file), ...allowed.map(([file]) => file)].find((one) => path.includes(one)) ?? path;
      broken.set(file, (broken.get(file) ?? new Set()).add(category.replace(/^lint\//, '')));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(violations)('refuse: %s', (_what, path, _text, rule) => {
    expect([...(broken.get(path) ?? [])]).toContain(rule);
  });

  it.each(allowed)('let pass what is in order: %s', (path) => {
    expect([...(broken.get(path) ?? [])]).toEqual([]);
  });

  it('know every room of the bot', () => {
    const rules = readFileSync(join(root, 'biome.json'), 'utf8');
    const rooms = readdirSync(join(root, 'bot/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !rules.includes(`"**/bot/src/${name}/**"`))).toEqual([]);
  });
});
