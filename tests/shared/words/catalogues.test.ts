import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const task = fileURLToPath(new URL('../../../infra/tasks/catalogues.mjs', import.meta.url));

const generate = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    execFileSync(process.execPath, [task, folder], { stdio: 'pipe' });
    return readFileSync(join(folder, 'catalogues.ts'), 'utf8');
  } catch (cause) {
    return cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the message catalogues', () => {
  it('need nothing but one more file for one more language', () => {
    const text = generate({ 'en.json': '{"a.b": "Hello {name}"}', 'fr.json': '{"a.b": "Bonjour {name}"}' });
    expect(text).toContain('"fr": {\n    "a.b": "Bonjour {name}"');
    expect(text).toContain('"a.b": { readonly name: string | number }');
  });

  it('refuse a message that is not valid ICU', () => {
    expect(generate({ 'en.json': '{"a.b": "Hello {name"}' })).toContain('en.json: "a.b" is not a valid ICU message');
  });

  it('refuse a key that stands there twice', () => {
    expect(generate({ 'en.json': '{"a.b": "One", "a.b": "Two"}' })).toContain('"a.b" stands there twice');
  });

  it('refuse a translation that loses an argument or has a key of its own', () => {
    const answer = generate({ 'en.json': '{"a.b": "Hello {name}"}', 'fr.json': '{"a.b": "Bonjour", "a.c": "Quoi"}' });
    expect(answer).toContain('fr.json: "a.b" uses {}, but en.json uses {name}');
    expect(answer).toContain('fr.json: "a.c" does not stand in en.json');
  });

  it('refuse a date format, because a message does not know the zone', () => {
    expect(generate({ 'en.json': '{"a.b": "On {day, date, long}"}' })).toContain('pass a formatted date');
  });
});
