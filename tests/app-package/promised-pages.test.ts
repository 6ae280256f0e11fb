import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const { developer } = z
  .object({ developer: z.object({ privacyUrl: z.string(), termsOfUseUrl: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8')));

/** What is served at `/tab/…` without signing in lies in the tab's folder of public files. */
const pageAt = (address: string): string => {
  const file = new URL(address.replace('https://{{PUBLIC_HOST}}/tab/', '../../tab/public/'), import.meta.url);
  expect(existsSync(file)).toBe(true);
  return readFileSync(file, 'utf8');
};

describe('the pages that the app package promises', () => {
  it('[S-23] tell of storage, retention and deletion before anybody signs in', () => {
    const headings = [...pageAt(developer.privacyUrl).matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, text]) => text);
    expect(headings).toEqual(['What is stored', 'Where', 'Who sees it', 'For how long, and how it is deleted']);
  });

  it.each([developer.privacyUrl, developer.termsOfUseUrl])('%s needs nothing from elsewhere and runs nothing', (address) => {
    const page = pageAt(address);
    expect(page).not.toMatch(/<script|style=|https?:|\bon[a-z]+=/u);
    expect(page).toMatch(/<html lang="en">[\s\S]*<title>[\s\S]*<h1>/u);
  });
});
