import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';

/** Where the process itself connects to in production, beside the customer's storage account, vault and managed identity. */
const called = [
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'login.botframework.com',
  'smba.trafficmanager.net',
  '*.botframework.com',
];

/** Names that are compared, written into a card or allowed to a browser, and never called by the process. */
const onlyNamed = {
  'api.botframework.com': 'the issuer of the Bot Framework’s tokens, and the resource they are for',
  'sts.windows.net': 'an older name of the tenant’s issuer, by which guests are told from members',
  'vault.azure.net': 'the resource of the vault’s tokens',
  'adaptivecards.io': 'the schema that a card names',
  'teams.microsoft.com': 'links into Teams, and who may show the tab',
  '*.teams.microsoft.com': 'who may show the tab',
  '*.cloud.microsoft': 'who may show the tab',
  'res.cdn.office.net': 'where Teams’ library in the browser asks for the hosts that it trusts',
};

const sources = readdirSync(join(root, 'bot/src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

const withoutComments = (text: string): string => text.replace(/(?<=^|\s)\/\*[\s\S]*?\*\//gmu, '').replace(/^\s*\/\/.*$/gmu, '');
const hostsIn = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(/['"`]https?:\/\/([\w*.-]+\.\w[\w-]*)/gu)].map(([, host = '']) => host);

describe('hosts', () => {
  it('[S-05] [S-22] that the process knows of are Microsoft’s, a short list, each for a reason', () => {
    const found = new Set(sources.flatMap((path) => hostsIn(textOf(path))));
    expect([...found].toSorted()).toEqual([...called, ...Object.keys(onlyNamed)].toSorted());
    expect(sources.length).toBeGreaterThan(200);
  });

  it('[S-05] that would be added are noticed', () => {
    expect(hostsIn("const usage = 'https://stats.contoso.example/v2';")).toEqual(['stats.contoso.example']);
    expect(hostsIn("/** See `https://learn.microsoft.com`. */\n  // 'https://example.com'")).toEqual([]);
  });

  it('[S-22] are told to a reviewer', () => {
    const page = textOf('docs/security.md');
    for (const host of called) expect(page).toContain(`\`${host}\``);
  });
});
