import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';

const page = textOf('docs/runbook.md');
const alerts = [...textOf('infra/bicep/alerts.bicep').matchAll(/^ {4}name: '([a-z-]+)'|^ {2}name: '\$\{name\}-([a-z-]+)'/gmu)].map(
  ([, listed, single]) => listed ?? single ?? '?',
);
const sources = readdirSync(join(root, 'bot/src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => textOf(join('bot/src', path)))
  .join('\n');
const eventsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\| (`[^|]+`) \|/gmu)].flatMap(([, cell = '']) => cell.match(/[a-z]+\.[a-zA-Z-]+/gu) ?? []);

describe('the runbook', () => {
  it('has a page for every alert, and for no other', () => {
    const headings = [...page.matchAll(/^## (`.*)$/gmu)].flatMap(([, heading = '']) => heading.match(/[a-z-]+/gu) ?? []);
    expect(alerts.length).toBeGreaterThan(7);
    expect(headings.toSorted()).toEqual(alerts.toSorted());
  });

  it('[S-20] has a row for every line that asks for somebody, and names no line that is not written', () => {
    const errors = [...sources.matchAll(/\.error\(\s*'([a-z]+\.[a-zA-Z-]+)'/gu)].map(([, event = '']) => event);
    const rows = eventsIn(page);
    expect(errors.length).toBeGreaterThan(8);
    expect([...new Set(errors)].filter((event) => !rows.includes(event))).toEqual([]);
    expect(rows.filter((event) => !sources.includes(`'${event}'`))).toEqual([]);
  });
});
