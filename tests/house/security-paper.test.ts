import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';

const papers = ['docs/security.md', 'docs/asvs.md'];

const rowsOf = (page: string): readonly string[] =>
  textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:---|\| Asked)/u.test(line));

const testsIn = (row: string): readonly string[] =>
  [...row.matchAll(/\]\(\.\.\/(tests\/[^)#]+)\)/gu)].map(([, path = '']) => normalize(path));

const idsIn = (row: string): readonly string[] => [...row.matchAll(/\b(?:CP|TT|S|R|C)-\d+[a-d]?\b/gu)].map(([id]) => id);

/** The rules that a row names and none of its tests bears. */
const unproven = (row: string): readonly string[] => {
  const tests = testsIn(row).map(textOf).join('\n');
  return idsIn(row).filter((id) => !new RegExp(`\\[[^\\]]*\\b${id}\\b[^\\]]*\\]`, 'u').test(tests));
};

describe('what a security reviewer reads', () => {
  it.each(papers)('%s names tests that are there, and rules beside tests that bear their ids', (page) => {
    const rows = rowsOf(page).filter((row) => testsIn(row).length > 0);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.flatMap(testsIn).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(rows.flatMap((row) => unproven(row).map((id) => `${id}: ${row.slice(0, 80)}`))).toEqual([]);
  });

  it('says of every threat by which test it is answered', () => {
    const [, threats = ''] = /## Threats, and what answers them\n(.*?)\n## /su.exec(textOf('docs/security.md')) ?? [];
    const rows = threats.split('\n').filter((line) => /^\| [a-z]/u.test(line));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => testsIn(row).length === 0 || idsIn(row).length === 0)).toEqual([]);
  });

  it('says nothing is done without a test that shows it, and of the rest what is missing or whose it is', () => {
    const rows = rowsOf('docs/asvs.md').filter((row) => /^\| \d+\.\d/u.test(row));
    const answerOf = (row: string): string => row.split(' | ')[2] ?? '';
    expect(new Set(rows.map(answerOf))).toEqual(new Set(['Yes', 'In part', 'Yours', 'None']));
    expect(rows.filter((row) => answerOf(row) === 'Yes' && testsIn(row).length === 0)).toEqual([]);
    expect(rows.filter((row) => ['In part', 'Yours'].includes(answerOf(row)) && (row.split(' | ')[3] ?? '').length < 4)).toEqual([]);
  });

  it('lists every requirement of the standard that the threats name by its section', () => {
    const [, threats = ''] = /## Threats, and what answers them\n(.*?)\n## /su.exec(textOf('docs/security.md')) ?? [];
    const sections = new Set([...threats.matchAll(/\b(\d{1,2}\.\d)(?=[,| ])/gu)].map(([, section = '']) => section));
    const listed = new Set([...textOf('docs/asvs.md').matchAll(/\b(\d{1,2}\.\d)\.\d/gu)].map(([, section = '']) => section));
    expect(sections.size).toBeGreaterThan(12);
    expect([...sections].filter((section) => !listed.has(section))).toEqual([]);
  });
});
