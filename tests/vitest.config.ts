import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Set before any worker starts, so that no test depends on the zone of the machine.
process.env.TZ = 'UTC';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// The generated catalogues follow the message files, whoever starts the tests.
execFileSync(process.execPath, [here('../infra/tasks/catalogues.mjs')], { stdio: 'inherit' });

const shared = { setupFiles: [here('./setup/console-error.ts')], env: { TZ: 'UTC' } };
/** Stories that take minutes and are told again every night, not for every change. */
const byNight = [
  // By day bot/choosing tells as much without a process.
  'acceptance/choosing.test.ts',
  'acceptance/large-round.test.ts',
  'acceptance/odd-numbers.test.ts',
  'acceptance/reminders.test.ts',
  // By day acceptance/two-two tells of the other end, and bot/engagement of this one.
  'acceptance/two-two-ending.test.ts',
  'acceptance/unhappy-paths.test.ts',
  // By day bot/delivery/reaching-people and bot/bolt/sender.
  'acceptance/without-the-app.test.ts',
  'bot/reminders/punctual.test.ts',
  'browser/axe-choosing.test.ts',
  'browser/axe-endings.test.ts',
  // By day tab/late-joiners tells as much without a browser.
  'browser/axe-late.test.ts',
  'browser/axe-two-two.test.ts',
  // By day bot/api/guests and tab/guest tell as much without a browser.
  'browser/guest.test.ts',
  'browser/guest-coach.test.ts',
  'browser/guide-pictures-two-two.test.ts',
  'browser/guide-pictures.test.ts',
  'browser/large-round.test.ts',
  'browser/pseudo.test.ts',
  'browser/tab-administrators.test.ts',
  'browser/tab-delivery.test.ts',
  'browser/tab-manners.test.ts',
  'browser/tab-odd-numbers.test.ts',
  'browser/tab-pages.test.ts',
];
/** Of these, by day, less is told. */
const inPartByDay = [
  ...[
    'acceptance/suggestions.test.ts',
    'acceptance/two-two.test.ts',
    'bot/api/disclosure-worlds.test.ts',
    'bot/bolt/gate.test.ts',
    'browser/keyboard.test.ts',
    'browser/sandbox-page.test.ts',
  ],
  ...['browser/tab-administrator.test.ts', 'local/process/sandbox.test.ts', 'local/store/store-kill.test.ts'],
  'shared/reminders/next-reminder.test.ts',
];
/** These take longest: begun first, so that nobody waits for one of them at the end. */
const longest = [
  ...[
    'acceptance/',
    'local/process/sandbox',
    'bot/process/life',
    'bot/workflows/dying',
    'bot/api/disclosure',
    'bot/matching/while-matching',
  ],
  ...['browser/axe', 'browser/first-round', 'browser/keyboard', 'browser/tab-administrator', 'browser/tab-leader', 'browser/sandbox-page'],
];
const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((path) => moduleId.includes(`/tests/${path}`));
  return place < 0 ? longest.length : place;
};
/** A worker that has loaded much is kept only while the next file is of its own project, so the files of one project follow each other. */
const projectsInTurn = ['node', 'signed-in', 'tab'];
const turnOf = ({ project }: TestSpecification): number => projectsInTurn.indexOf(project.name);
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other) || turnOf(one) - turnOf(other));
  }
}
/** What signs in as the product does: the library for it remembers tokens for as long as its process lives, so each file has one of its own. */
const signedIn = [
  'bot/delivery/reaching-people.test.ts',
  'bot/graph/{directory,directory-faults,installations,whole-file}.test.ts',
  'bot/sessions/**/*.test.ts',
  'local/graph/**/*.test.ts',
  // This one shifts the clock of its process.
  'local/clock/shift-date.test.ts',
];
const minutes = (count: number): number => count * 60_000;

/** Workspaces are read from their sources: the condition `source` comes before every other one, and they are transformed, not externalised. */
export default defineConfig({
  root: here('.'),
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: here('./.output/results.json') },
    server: { deps: { inline: [/@coaching-pairs\//] } },
    restoreMocks: true,
    // Many files wait for processes of their own rather than compute: six at a time keep two cores busy.
    maxWorkers: 6,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [
            ...['**/node_modules/**', 'dist/**', 'tab/**', 'browser/**', 'faults/**', 'nightly/**', 'bench/**'],
            ...byNight,
            ...signedIn,
          ],
          // What one file has loaded the next need not load again.
          isolate: false,
          // Long enough for a busy machine: how fast something is, is measured by npm run bench.
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'signed-in',
          environment: 'node',
          include: signedIn,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'tab',
          environment: 'jsdom',
          isolate: false,
          include: ['tab/**/*.test.{ts,tsx}'],
          testTimeout: minutes(2),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          environment: 'node',
          include: ['browser/**/*.test.{ts,tsx}'],
          // Of every page of the tab with all of axe's rules in every theme, browser/axe*.test.ts look at the real product's daily.
          exclude: byNight,
          isolate: false,
          // A browser waits as often as it computes: three at a time keep two cores busy.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: minutes(5),
          hookTimeout: minutes(3),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'faults',
          environment: 'node',
          include: ['faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: minutes(10),
          hookTimeout: minutes(2),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'nightly',
          environment: 'node',
          // All of axe's rules in every theme, and every story, where by day some stand for others.
          env: { ...shared.env, AXE_RULES: 'all', STORIES: 'all' },
          include: ['nightly/**/*.test.ts', 'bench/**/*.test.ts', 'browser/axe*.test.ts', ...inPartByDay, ...byNight],
          fileParallelism: false,
          testTimeout: minutes(30),
          hookTimeout: minutes(5),
        },
      },
    ],
  },
});
