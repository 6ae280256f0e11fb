// Runs the tests and ends with one plain line of figures: npm test [-- filters and options of vitest]
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { inRoot, json, main, program, runNode } from './project.mjs';

const everyday = ['node', 'signed-in', 'tab', 'browser'];

/** A file that could not even be loaded counts as one failed test, or it would not be counted at all. */
const figuresOf = (report) => {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

const nothing = { passed: 0, failed: 0, skipped: 0 };

const lineOf = ({ passed, failed, skipped }) => `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;

const prepare = async () => {
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  await ensureBuilt();
};

await main(async () => {
  try {
    await prepare();
  } catch (fault) {
    process.once('exit', () => process.stdout.write(lineOf({ ...nothing, failed: 1 })));
    throw fault;
  }
  const args = process.argv.slice(2);
  const projects = args.some((arg) => arg.startsWith('--project')) ? [] : everyday.flatMap((name) => ['--project', name]);
  const report = inRoot('tests/.output', `results-${process.pid}.json`);
  mkdirSync(inRoot('tests/.output'), { recursive: true });
  const code = await runNode([
    program('vitest', 'vitest', inRoot('tests')),
    'run',
    '--root',
    inRoot('tests'),
    `--outputFile.json=${report}`,
    ...projects,
    ...args,
  ]);
  const found = existsSync(report) ? figuresOf(json(report)) : nothing;
  if (existsSync(report)) renameSync(report, inRoot('tests/.output/results.json'));
  rmSync(report, { force: true });
  // What went wrong outside of any test is still something that failed.
  const failed = code !== 0 && found.failed === 0 ? 1 : found.failed;
  process.stdout.write(lineOf({ ...found, failed }));
  return code === 0 && failed > 0 ? 1 : code;
});
