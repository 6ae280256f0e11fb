import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser } from '../browser/harness.js';
import { openTab } from '../browser/tab-visit.js';
import { startFakeApi } from '../tab/fake-api.js';
import { answersOf, largeRound } from './large-round.js';
import { productionTab } from './production-tab.js';

let folder: string;
beforeAll(async () => {
  folder = await productionTab();
}, 300_000);
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

const told = (line: string): void => void stdout.write(`${line}\n`);

/** Chunks by the beginning of their names, beyond what everybody loads and beyond those of the line they are reached by. */
const leaderPages = ['notes-page', 'note-page', 'sessions-page', 'wishes-page', 'pair-pages', 'awayday-pages', 'closing-pages'].concat([
  'resource-pages',
  'my-data-page',
]);
const adminPages = [
  'rounds-page',
  'new-round-page',
  'change-plan-page',
  'people-page',
  'proof-page',
  'pictures-page',
  'delivery-page',
].concat(['audit-page', 'dry-run-page', 'kit-page', 'guidance-page', 'health-page', 'administrators-page']);
const steps = ['audience-step', 'organisation-step', 'kick-off-step', 'invitations-step', 'matching-step', 'announce-step'];

type Weight = { readonly bytes: number; readonly zipped: number; readonly files: number };

/** What a page loads: a chunk, and whatever it imports at once. */
const readChunks = (folder: string) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const));
  const chunk = (page: string): string => names.find((name) => name.replace(/-.{8}\.js$/u, '') === page) ?? page;
  const importedBy = (name: string): readonly string[] =>
    [...(texts.get(name) ?? '').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu)].map(([, found = '']) => found);
  const loadedBy = (pages: readonly string[]): ReadonlySet<string> => {
    const loaded = new Set<string>();
    const load = (name: string): void => {
      if (loaded.has(name) || !texts.has(name)) return;
      loaded.add(name);
      for (const found of importedBy(name)) load(found);
    };
    for (const page of pages) load(chunk(page));
    return loaded;
  };
  const weightOf = (loaded: Iterable<string>): Weight => {
    const all = [...loaded].map((name) => texts.get(name) ?? '');
    return {
      bytes: all.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      zipped: all.reduce((sum, text) => sum + gzipSync(text).length, 0),
      files: all.length,
    };
  };
  return { loadedBy, weightOf };
};

const kB = (bytes: number): string => (bytes / 1_000).toFixed(0);

it('what each page of the tab weighs', { timeout: 600_000 }, async () => {
  const { loadedBy, weightOf } = readChunks(join(folder, 'assets'));
  const start = ['index', 'start'];
  const begun = loadedBy(start);
  const tell = (page: string, line: readonly string[]): void => {
    const { bytes, zipped, files } = weightOf([...loadedBy([...start, ...line])].filter((name) => line.length === 0 || !begun.has(name)));
    told(`| ${page} | ${kB(bytes)} | ${kB(zipped)} | ${files} |`);
  };
  told('| Page | kB | kB compressed | Files |');
  told('|---|---|---|---|');
  tell('the start, with a leader’s own rounds', []);
  for (const page of leaderPages) tell(page, [page]);
  for (const page of adminPages) tell(`admin: ${page}`, ['admin-pages', page]);
  for (const step of steps) tell(`admin: ${step}`, ['admin-pages', 'admin-round-page', step]);
});

const people = 'Person 00017';
/** Where each page is, and what stands there once it can be used. */
const places = [
  ['an administrator’s rounds', '/admin', 'Spring'],
  ['the round, its first step', '/admin/ROUND/audience', 'Spring'],
  ['the answers of 5,000', '/admin/ROUND/invitations', people],
  ['the matching board, 2,500 matches', '/admin/ROUND/matching', people],
  ['the people of the round', '/admin/ROUND/people', people],
  ['the proof, 2,500 matches', '/admin/ROUND/proof', people],
  ['what was sent', '/admin/ROUND/delivery', 'Spring'],
] as const;

it('20,000 people in the directory, 5,000 in a round: how long until each page can be used', { timeout: 1_200_000 }, async () => {
  const round = await largeRound();
  const api = await startFakeApi([]);
  const browser = await openBrowser();
  const page = await browser.page({ width: 1280, height: 800 });
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const { status, body } = await answersOf(round, request.method(), new URL(request.url()));
    await route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
  });
  await page.route('**/tab/**', (route) => {
    const path = new URL(route.request().url()).pathname.slice('/tab/'.length);
    return route.fulfill({ path: join(folder, path === '' ? 'index.html' : path) });
  });
  told('| Page | First, ms | Again, ms |');
  told('|---|---|---|');
  for (const [what, path, text] of places) {
    const times: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const tab = await openTab(page, api.url, { as: 'priya' });
      const place = path.replace('ROUND', encodeURIComponent(round.roundId));
      const begun = performance.now();
      await tab.evaluate((hash) => {
        window.location.hash = hash;
      }, place);
      await tab.getByText(text).first().waitFor();
      times.push(performance.now() - begun);
    }
    told(`| ${what} | ${(times[0] ?? 0).toFixed(0)} | ${Math.min(...times.slice(1)).toFixed(0)} |`);
  }
  await browser.close();
  await api.close();
});
