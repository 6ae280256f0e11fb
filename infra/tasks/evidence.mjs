// Gathers what a reviewer asks for, from the last run of the tests: npm run evidence [-- --out folder]
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { inRoot, isMain, json, main, Refusal, root } from './project.mjs';
import { billOf, billText } from './sbom.mjs';

const day = 86_400_000;
/** Whoever certifies wants evidence of the last three months (S-25). */
const oldest = 90 * day;

/** What the Microsoft 365 certification asks about, and where the answer stands. Its control numbers are not public. */
const domains = [
  ['Application security', ['security.md', 'asvs.md', 'api.md', 'lockfile-sbom.json', 'licences.md']],
  ['Operational security', ['it.md', 'runbook.md', 'faults.md']],
  ['Data security and privacy', ['privacy-notice.md', 'dpia.md']],
];
const pages = ['security', 'asvs', 'api', 'licences', 'runbook', 'faults', 'privacy-notice', 'dpia', 'mission-coverage', 'guides/it'];

const idsOf = (titles) =>
  titles.flatMap((title) => [...(/^(?:\[[^\]]+\] ?)+/u.exec(title)?.[0].matchAll(/\b(?:S|R|C)-\d+[a-d]?\b/gu) ?? [])]);

/** By the id of a rule: how many tests that bear it passed and failed, in which files. */
export const resultsByRule = (report) => {
  const found = new Map();
  for (const { name, assertionResults } of report.testResults)
    for (const { ancestorTitles, title, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue;
      for (const [id] of idsOf([...ancestorTitles, title])) {
        const own = found.get(id) ?? { passed: 0, failed: 0, files: new Set() };
        own[status] += 1;
        own.files.add(basename(name));
        found.set(id, own);
      }
    }
  return found;
};

const rulesIn = (ids) => Object.keys(ids).filter((id) => /^[SRC]-/u.test(id));

const row = (id, asks, own) =>
  own === undefined
    ? `| ${id} | ${asks} | not in this run | |`
    : `| ${id} | ${asks} | ${own.passed} passed${own.failed > 0 ? `, **${own.failed} failed**` : ''} | ${[...own.files].sort().join(', ')} |`;

/** The first page: when, of what, and for each rule of security, reliability and confidentiality what the tests said. */
export const evidencePage = ({ ids, report, commit, node }) => {
  const results = resultsByRule(report);
  return [
    '# Evidence',
    '',
    `Tests of ${new Date(report.startTime).toISOString().slice(0, 10)}, commit ${commit}, Node ${node}: ${report.numPassedTests} passed, ${report.numFailedTests} failed.`,
    '',
    '| Domain | Where |',
    '| --- | --- |',
    ...domains.map(([domain, files]) => `| ${domain} | ${files.map((file) => `[${file}](${file})`).join(', ')} |`),
    '',
    '| Rule | What it asks | Its tests | In |',
    '| --- | --- | --- | --- |',
    ...rulesIn(ids).map((id) => row(id, ids[id], results.get(id))),
    '',
    'What is not in this run is tested at night or by `npm run faults`; [mission-coverage.md](mission-coverage.md) names the files.',
    '',
  ].join('\n');
};

/**
 * Refuses a run in which something failed, that was of a part of the tests, that is older than whoever certifies accepts, or that was of
 * other files than those of the commit it would be shown for. `here`: `{ committedAt, changed }`, in milliseconds and as a list.
 */
export const checkRun = (report, now, ids, here) => {
  const results = resultsByRule(report);
  const rules = rulesIn(ids);
  if (rules.filter((id) => results.has(id)).length < rules.length * 0.8)
    throw new Refusal('The last run was of a part of the tests: run npm test first.');
  if (now - report.startTime > oldest) throw new Refusal('The last run of the tests is older than 90 days: run npm test first.');
  if (report.startTime < here.committedAt) throw new Refusal('The last run was of an earlier commit: run npm test first.');
  if (here.changed.length > 0)
    throw new Refusal(`Files are not as they were committed, so that no commit can be named: ${here.changed.slice(0, 5).join(', ')}.`);
  if (report.numFailedTests > 0) throw new Refusal(`${report.numFailedTests} tests failed in the last run: mend them first.`);
};

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const whatIsHere = () => ({
  committedAt: Number(git('log', '-1', '--format=%ct')) * 1000,
  changed: git('diff', '--name-only', 'HEAD')
    .split('\n')
    .filter((name) => name !== ''),
});

if (isMain(import.meta.url))
  await main(() => {
    const at = inRoot('tests/.output/results.json');
    if (!existsSync(at)) throw new Refusal('There is no run of the tests to show: run npm test first.');
    const report = json(at);
    const ids = json(inRoot('docs/mission-ids.json'));
    checkRun(report, Date.now(), ids, whatIsHere());
    const position = process.argv.indexOf('--out');
    const target = resolve(process.env.INIT_CWD ?? '.', position < 0 ? 'evidence' : (process.argv[position + 1] ?? 'evidence'));
    mkdirSync(target, { recursive: true });
    const known = { ids, report, commit: git('rev-parse', 'HEAD'), node: process.versions.node };
    writeFileSync(join(target, 'index.md'), evidencePage(known));
    writeFileSync(join(target, 'lockfile-sbom.json'), billText(billOf(json(inRoot('package-lock.json')))));
    for (const page of pages) copyFileSync(inRoot('docs', `${page}.md`), join(target, `${basename(page)}.md`));
    process.stdout.write(`${target}\n`);
  });
