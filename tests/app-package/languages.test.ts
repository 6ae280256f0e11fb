import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, textOf } from '../house/documented.js';
import { filesIn } from './zip-files.js';

type Made = { readonly bytes?: Buffer; readonly problems: readonly string[] };
type Packaging = { readonly packageFrom: (given: { settings: object; version: string; folder: string }) => Made };

const { packageFrom }: Packaging = await import(new URL('../../infra/tasks/package.mjs', import.meta.url).href);
const settings = parseEnv(textOf('appPackage/sample.env'));

/** The package in another language too. */
const german = {
  $schema: 'https://developer.microsoft.com/en-us/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
  'name.short': 'Coaching Pairs',
  'name.full': 'Coaching Pairs: Führungskräfte, die einander coachen',
  'description.short': 'Zwei Führungskräfte, zwei Funktionen, sechs Monate: Coaching auf Augenhöhe.',
  'description.full': 'Coaching Pairs bringt Führungskräfte zusammen, die weit voneinander arbeiten.',
  'bots[0].commandLists[0].commands[0].description': 'Wo Sie in der Runde stehen',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'languages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const made = (name: string, content: string): Made => {
  count += 1;
  const place = join(folder, String(count));
  mkdirSync(join(place, 'languages'), { recursive: true });
  for (const file of ['manifest.json', 'color.png', 'outline.png']) copyFileSync(join(root, 'appPackage', file), join(place, file));
  writeFileSync(join(place, 'languages', name), content);
  return packageFrom({ settings, version: '1.4.0', folder: place });
};

describe('another language of the app package', () => {
  it('is taken up when its file is there, and named in the manifest', () => {
    const { bytes, problems } = made('de.json', JSON.stringify(german));
    expect(problems).toEqual([]);
    const files = filesIn(bytes ?? Buffer.alloc(0));
    expect(JSON.parse(files.get('languages/de.json')?.data.toString('utf8') ?? '{}')).toEqual(german);
    const manifest: unknown = JSON.parse(files.get('manifest.json')?.data.toString('utf8') ?? '{}');
    expect(manifest).toMatchObject({ localizationInfo: { additionalLanguages: [{ languageTag: 'de', file: 'languages/de.json' }] } });
    expect(bytes?.equals(made('de.json', JSON.stringify(german)).bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    ['not JSON', 'de.json', 'Coaching', 'languages/de.json is not a JSON object.'],
    [
      'no language',
      'deutsch_1.json',
      JSON.stringify(german),
      'languages/deutsch_1.json is not named by a language tag such as de or pt-BR.',
    ],
    ['English again', 'en.json', JSON.stringify(german), 'languages/en.json is the language of the manifest itself.'],
    [
      'no schema',
      'de.json',
      JSON.stringify({ ...german, $schema: undefined }),
      `languages/de.json must name its schema: ${german.$schema}.`,
    ],
    ['half', 'de.json', JSON.stringify({ ...german, 'name.full': undefined }), 'languages/de.json lacks name.full.'],
    ['an empty text', 'de.json', JSON.stringify({ ...german, 'name.short': ' ' }), 'languages/de.json has no text for name.short.'],
    [
      'a text too long',
      'de.json',
      JSON.stringify({ ...german, 'name.short': 'C'.repeat(31) }),
      'languages/de.json may have at most 30 characters for name.short, not 31.',
    ],
    [
      'a place that is none',
      'de.json',
      JSON.stringify({ ...german, 'staticTabs[9].name': 'Start' }),
      'languages/de.json says staticTabs[9].name, which the manifest has not.',
    ],
    [
      'an address',
      'de.json',
      JSON.stringify({ ...german, 'bots[0].supportsFiles': 'ja' }),
      'languages/de.json says bots[0].supportsFiles, which the manifest has not.',
    ],
  ])('[S-23] is refused: %s', (_what, name, content, sentence) => {
    expect(made(name, content)).toEqual({ problems: [sentence] });
  });

  it('is one of none today: the product itself speaks English alone, and the package promises no more', () => {
    expect(readFileSync(join(root, 'appPackage/manifest.json'), 'utf8')).not.toContain('additionalLanguages');
  });
});
