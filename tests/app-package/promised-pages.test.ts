import { existsSync, readFileSync } from 'node:fs';
import { keptKinds } from '@coaching-pairs/shared/privacy/notice';
import { pseudoLocale } from '@coaching-pairs/shared/words/locale';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Answer, ask, type House, openHouse } from '../bot/api/house.js';
import { untranslated } from '../pseudo.js';

const { developer } = z
  .object({ developer: z.object({ privacyUrl: z.string(), termsOfUseUrl: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8')));
const promised = [developer.privacyUrl, developer.termsOfUseUrl];

let house: House;

beforeAll(async () => {
  house = await openHouse({ store: 'memory' });
});
afterAll(() => house.close());

/** As anybody reads it who has not signed in. */
const read = (address: string, language = 'en-GB', more = ''): Promise<Answer> =>
  ask(`${address.replace('https://{{PUBLIC_HOST}}', house.origin)}${more}`, { headers: { 'accept-language': language } });

const textsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<(title|h1|h2|p|li|td role="cell"|th role="columnheader" scope="col")>(.*?)<\//gu)].map(([, , text = '']) => text);

describe('the pages that the app package promises', () => {
  it('[S-23] tell of storage, retention and deletion before anybody signs in', async () => {
    const page = await read(developer.privacyUrl);
    expect(page.status).toBe(200);
    const headings = [...page.text.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, text]) => text);
    expect(headings).toEqual([
      ...['Who answers for it', 'What for, and on what ground', 'What is kept, who reads it, and for how long', 'What is never kept'],
      ...['Where, and who else', 'Your rights, and how it is deleted', 'What this app cannot prevent'],
    ]);
    const cells = [...page.text.matchAll(/<td role="cell">(.*?)<\/td>/gu)];
    expect(cells.length).toBe(3 * keptKinds.length);
  });

  it.each(promised)('%s needs nothing from elsewhere and runs nothing', async (address) => {
    const { text, headers } = await read(address);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<script|style=|https?:|\bon[a-z]+=/u);
    expect(text).toMatch(/<html lang="en">[\s\S]*<title>[\s\S]*<h1>/u);
    const [, style = ''] = /href="([^"]+)"/u.exec(text) ?? [];
    expect(existsSync(new URL(`../../tab/public/${style}`, import.meta.url))).toBe(true);
  });

  it.each(promised)('%s speaks the language of its reader, wholly from the catalogue', async (address) => {
    const { text, headers } = await read(address, pseudoLocale);
    expect(headers.get('vary')).toContain('Accept-Language');
    expect(headers.get('content-language')).toBe(pseudoLocale);
    expect(textsOf(text).length).toBeGreaterThan(6);
    expect(untranslated(textsOf(text))).toEqual([]);
    expect((await read(address, 'en-GB', `?locale=${pseudoLocale}`)).text).toBe(text);
    const unspoken = await read(address, 'tlh');
    expect(unspoken.headers.get('content-language')).toBe('en');
    expect((await read(address, 'en', '?locale=%22%3E%3Cscript%3E')).text).not.toContain('<script');
  });
});
