import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { crc32 } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesIn } from './zip-files.js';

type Settings = Readonly<Record<string, string | undefined>>;
type Made = { readonly bytes?: Buffer; readonly problems: readonly string[] };
type Picture = { readonly width: number; readonly height: number; readonly pixels: Buffer };
type Packaging = { readonly packageFrom: (given: { settings: Settings; version: string; folder?: string }) => Made };
type Pictures = { readonly readPng: (bytes: Buffer) => Picture; readonly writePng: (picture: Picture) => Buffer };
type Drawing = { readonly icons: () => Readonly<Record<string, Picture>> };

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'appPackage');
const task = async (name: string) => import(new URL(`../../infra/tasks/${name}.mjs`, import.meta.url).href);
const { packageFrom }: Packaging = await task('package');
const { readPng, writePng }: Pictures = await task('png');
const { icons }: Drawing = await task('icons');

const sample: Settings = parseEnv(readFileSync(join(source, 'sample.env'), 'utf8'));
const version = '1.4.0';
const made = (settings: Settings = {}, folder = source): Made => packageFrom({ settings: { ...sample, ...settings }, version, folder });

const manifestSchema = z.looseObject({
  id: z.string(),
  validDomains: z.array(z.string()),
  bots: z.array(z.looseObject({ botId: z.string() })),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.unknown()).optional() }),
});
const manifestIn = (bytes: Buffer | undefined) =>
  manifestSchema.parse(
    JSON.parse(
      filesIn(bytes ?? Buffer.alloc(0))
        .get('manifest.json')
        ?.data.toString('utf8') ?? '{}',
    ),
  );

describe('the app package', () => {
  it('[S-23] is accepted by Microsoft’s own schema, and by ours', async () => {
    const { bytes, problems } = made();
    expect(problems).toEqual([]);
    expect(await AppManifestUtils.validateAgainstSchema(JSON.parse(JSON.stringify(manifestIn(bytes))))).toEqual([]);
  });

  it('holds the manifest and the two icons, each with its checksum', () => {
    const files = filesIn(made().bytes ?? Buffer.alloc(0));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    for (const { data, checksum } of files.values()) expect(crc32(data)).toBe(checksum);
    expect(files.get('color.png')?.data).toEqual(readFileSync(join(source, 'color.png')));
  });

  it('says who we are with the settings alone', () => {
    const manifest = manifestIn(made({ PUBLIC_URL: 'https://Pairs.Contoso.com/' }).bytes);
    expect(manifest.id).toBe(sample['TEAMS_APP_ID']);
    expect(manifest.bots[0]?.botId).toBe(sample['BOT_APP_ID']);
    expect(manifest.validDomains).toEqual(['pairs.contoso.com']);
    expect(manifest.webApplicationInfo).toEqual({
      id: sample['TAB_APP_ID'],
      resource: `api://pairs.contoso.com/${sample['TAB_APP_ID']}`,
    });
  });

  it('is the same to the last byte when made twice', () => {
    const [once, again] = [made().bytes, made().bytes];
    expect(once?.length).toBeGreaterThan(4000);
    expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);
  });

  it('shows icons as they are drawn by the script', () => {
    for (const [name, drawn] of Object.entries(icons())) expect(readPng(readFileSync(join(source, name)))).toEqual(drawn);
  });
});

describe('settings that are refused', () => {
  it.each([
    ['a missing one', { BOT_APP_ID: ' ' }, 'BOT_APP_ID is missing.'],
    ['an id that is none', { TEAMS_APP_ID: 'coaching-pairs' }, 'TEAMS_APP_ID must be a GUID, not coaching-pairs.'],
    [
      'one registration for both',
      { TAB_APP_ID: sample['BOT_APP_ID']?.toUpperCase() },
      'TAB_APP_ID must be another registration than BOT_APP_ID.',
    ],
    ['http', { PUBLIC_URL: 'http://pairs.contoso.com' }, 'PUBLIC_URL must begin with https://, not http: http://pairs.contoso.com.'],
    [
      'a path',
      { PUBLIC_URL: 'https://contoso.com/pairs' },
      'PUBLIC_URL must be https:// and a host name, without a port or path, not https://contoso.com/pairs.',
    ],
    [
      'a wildcard',
      { PUBLIC_URL: 'https://*.contoso.com' },
      'PUBLIC_URL must be https:// and a host name, without a port or path, not https://*.contoso.com.',
    ],
    [
      'this machine',
      { PUBLIC_URL: 'https://127.0.0.1:3980' },
      'PUBLIC_URL must be https:// and a host name, without a port or path, not https://127.0.0.1:3980.',
    ],
    [
      'a tunnel',
      { PUBLIC_URL: 'https://blue-fox.ngrok.app' },
      'PUBLIC_URL leads through a tunnel (ngrok.app); give the process a name of your own.',
    ],
    ['a long name', { DEVELOPER_NAME: 'The Contoso Federation of Companies' }, 'DEVELOPER_NAME may have at most 32 characters, not 35.'],
  ])('[S-23] %s', (_what, settings, sentence) => {
    expect(made(settings)).toEqual({ problems: [sentence] });
  });
});

describe('packages that are refused', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-package-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const original = readFileSync(join(source, 'manifest.json'), 'utf8');
  const variant = (name: string, replaced: readonly [string, string] = ['', ''], put: Readonly<Record<string, Buffer>> = {}): string => {
    const place = join(folder, name);
    mkdirSync(place);
    for (const icon of ['color.png', 'outline.png']) copyFileSync(join(source, icon), join(place, icon));
    expect(original).toContain(replaced[0]);
    writeFileSync(join(place, 'manifest.json'), original.replace(...replaced));
    for (const [file, bytes] of Object.entries(put)) writeFileSync(join(place, file), bytes);
    return place;
  };
  const square = (side: number, pixel: readonly number[]): Buffer =>
    writePng({ width: side, height: side, pixels: Buffer.from(Array.from({ length: side * side }, () => pixel).flat()) });

  it.each([
    [
      'http-link',
      ['https://{{PUBLIC_HOST}}/tab/privacy.html', 'http://{{PUBLIC_HOST}}/privacy'],
      'developer.privacyUrl must begin with https://: http://coaching-pairs.example.com/privacy.',
    ],
    [
      'foreign-link',
      ['https://{{PUBLIC_HOST}}/tab/terms.html', 'https://contoso.com/terms'],
      'developer.termsOfUseUrl leads away from coaching-pairs.example.com: https://contoso.com/terms.',
    ],
    [
      'wildcard',
      ['"validDomains": ["{{PUBLIC_HOST}}"]', '"validDomains": ["*.example.com"]'],
      'validDomains may not contain a wildcard: *.example.com.',
    ],
    [
      'foreign-domain',
      ['"validDomains": ["{{PUBLIC_HOST}}"]', '"validDomains": ["example.org"]'],
      'validDomains may only contain our own host coaching-pairs.example.com: example.org.',
    ],
    [
      'placeholder',
      ['"short": "Coaching Pairs"', '"short": "{{SHORT_NAME}}"'],
      'name.short has a placeholder that no setting fills: {{SHORT_NAME}}.',
    ],
    ['version', ['{{VERSION}}', '1.0-beta'], 'The version must be three whole numbers such as 1.4.0, not 1.0-beta.'],
    ['no-home', ['"entityId": "home"', '"entityId": "start"'], 'There is no tab “home”, which links on cards open.'],
    [
      'resource',
      ['api://{{PUBLIC_HOST}}/', 'api://'],
      `webApplicationInfo.resource must be api://coaching-pairs.example.com/${sample['TAB_APP_ID']}.`,
    ],
    ['no-icon', ['"outline": "outline.png"', '"outline": "white.png"'], 'white.png is missing.'],
  ] as const)('[S-23] %s', (name, replaced, sentence) => {
    expect(made({}, variant(name, replaced))).toEqual({ problems: [sentence] });
  });

  it.each([
    ['small', 'color.png', square(96, [61, 58, 140, 255]), 'color.png must be 192 × 192 pixels, not 96 × 96.'],
    ['see-through', 'color.png', square(192, [61, 58, 140, 0]), 'color.png must fill its square: some of its pixels are transparent.'],
    [
      'grey',
      'outline.png',
      square(32, [200, 200, 200, 255]),
      'outline.png must be pure white on transparent: 1024 of its pixels have another colour.',
    ],
    ['full', 'outline.png', square(32, [255, 255, 255, 255]), 'outline.png has no transparent ground.'],
    ['empty', 'outline.png', square(32, [255, 255, 255, 0]), 'outline.png is empty.'],
    ['not-a-picture', 'outline.png', Buffer.from('<svg/>'), 'outline.png is not a PNG file.'],
    ['cut-short', 'color.png', readFileSync(join(source, 'color.png')).subarray(0, 400), 'color.png is damaged.'],
  ])('[S-23] %s', (name, file, bytes, sentence) => {
    expect(made({}, variant(name, undefined, { [file]: bytes }))).toEqual({ problems: [sentence] });
  });
});
