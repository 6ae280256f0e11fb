import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';

type Status = 'passed' | 'failed' | 'skipped';
type Report = {
  readonly startTime: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly ancestorTitles: readonly string[]; readonly title: string; readonly status: Status }[];
  }[];
};
type Evidence = {
  readonly evidencePage: (known: { ids: Readonly<Record<string, string>>; report: Report; commit: string; node: string }) => string;
  readonly checkRun: (
    report: Report,
    now: number,
    ids: Readonly<Record<string, string>>,
    here: { committedAt: number; changed: readonly string[] },
  ) => void;
};

const { evidencePage, checkRun }: Evidence = await import(new URL('../../infra/tasks/evidence.mjs', import.meta.url).href);

const one = (title: string, status: Status = 'passed', ...ancestorTitles: readonly string[]) => ({ ancestorTitles, title, status });
const startTime = Date.parse('2026-11-22T09:00:00.000Z');
const report: Report = {
  ...{ startTime, numPassedTests: 4, numFailedTests: 0 },
  testResults: [
    {
      name: `${root}/tests/bot/bolt/gate.test.ts`,
      assertionResults: [one('[S-01] [S-04] a genuine one'), one('no id', 'passed', '[S-01] the gate'), one('[S-04] later', 'skipped')],
    },
    { name: `${root}/tests/shared/audit/chain.test.ts`, assertionResults: [one('[S-20] chained'), one('speaks of [S-02] only')] },
  ],
};
const ids = { 'CP-01': 'Not asked here', 'S-01': 'Bot tokens', 'S-02': 'A gate', 'S-04': 'Own tenant', 'S-20': 'Audit' };
const page = (changed: Partial<Report> = {}) => evidencePage({ ids, report: { ...report, ...changed }, commit: 'c0ffee', node: '24.1.0' });

describe('evidence for a certification', () => {
  it('[S-25] says of which day, commit and Node it is, and of each rule what its tests said', () => {
    expect(page()).toContain('Tests of 2026-11-22, commit c0ffee, Node 24.1.0: 4 passed, 0 failed.');
    expect(page()).toContain('| S-01 | Bot tokens | 2 passed | gate.test.ts |');
    expect(page()).toContain('| S-02 | A gate | not in this run | |');
    expect(page()).toContain('| S-04 | Own tenant | 1 passed | gate.test.ts |');
    expect(page()).not.toContain('CP-01');
    const broken = [{ name: 'a/gate.test.ts', assertionResults: [one('[S-01] a forged one', 'failed')] }];
    expect(page({ testResults: broken })).toContain('| S-01 | Bot tokens | 0 passed, **1 failed** | gate.test.ts |');
  });

  it('[S-25] is refused of a run that is older than three months, in which something failed, that was of a part of the tests, or of other files', () => {
    const later = (days: number): number => startTime + days * 86_400_000;
    const { 'S-02': _untested, ...tested } = ids;
    const here = { committedAt: startTime - 1, changed: [] };
    expect(() => checkRun(report, later(89), tested, here)).not.toThrow();
    expect(() => checkRun(report, later(91), tested, here)).toThrow('older than 90 days');
    expect(() => checkRun({ ...report, numFailedTests: 2 }, later(0), tested, here)).toThrow('2 tests failed');
    expect(() => checkRun(report, later(0), ids, here)).toThrow('a part of the tests');
    expect(() => checkRun(report, later(1), tested, { ...here, committedAt: startTime + 1 })).toThrow('an earlier commit');
    expect(() => checkRun(report, later(0), tested, { ...here, changed: ['a.ts'] })).toThrow('no commit can be named: a.ts.');
  });

  it('[S-25] is gathered by every run of the workflow, and kept as long as it counts', () => {
    const workflow = textOf('.github/workflows/ci.yml');
    const steps = workflow.slice(workflow.indexOf('run: .ci/run'));
    expect(steps).toMatch(
      /npm run --silent evidence -- --out evidence\n[\s\S]*upload-artifact@[\s\S]*path: evidence\n\s+retention-days: 90/u,
    );
  });
});
