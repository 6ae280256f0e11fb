import { parseEnv } from 'node:util';
import { unattendedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './documented.js';

type Task = { readonly scopeScript: (settings: Readonly<Record<string, string | undefined>>) => string };

const settings = parseEnv(textOf('appPackage/sample.env'));
let task: Task;
let script: string;
/** Without comments, and with what stands in quotes. */
let code: string;
beforeAll(async () => {
  task = await import(new URL('../../infra/tasks/exchange-scope.mjs', import.meta.url).href);
  script = task.scopeScript(settings);
  code = script.replace(/<#.*?#>/gsu, '').replace(/^\s*#.*$/gmu, '');
});

/** The parameters that Microsoft documents for each command that the script may use, and no other command. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'Set-StrictMode': ['Version'],
  'Connect-ExchangeOnline': ['ShowBanner'],
  'Get-DistributionGroup': ['Identity'],
  'Get-ServicePrincipal': [],
  'New-ServicePrincipal': ['AppId', 'ObjectId', 'DisplayName'],
  'Get-ManagementScope': [],
  'Set-ManagementScope': ['Identity', 'RecipientRestrictionFilter'],
  'New-ManagementScope': ['Name', 'RecipientRestrictionFilter'],
  'Get-ManagementRoleAssignment': [],
  'New-ManagementRoleAssignment': ['Name', 'App', 'Role', 'CustomResourceScope'],
  'Test-ServicePrincipalAuthorization': ['Identity', 'Resource'],
  'Where-Object': [],
  'Out-Null': [],
  'Write-Output': [],
  'Test-InScope': [],
};

/** Quotes and brackets that are left open, or closed by another kind. */
const unbalanced = (text: string): string => {
  const open: string[] = [];
  const bare = text.replace(/'(?:[^'\n]|'')*'|"[^"\n]*"/gu, '');
  if (/['"]/u.test(bare)) return 'a quote';
  const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (const sign of bare.match(/[()[\]{}]/gu) ?? []) {
    if (closing[sign] === undefined) open.push(sign);
    else if (open.pop() !== closing[sign]) return sign;
  }
  return open.join('');
};

describe('the script for Exchange', () => {
  it('[S-17] assigns the one role that the product needs, for one scope, and proves who is in it and who is not', () => {
    const [{ permission } = { permission: null }, ...others] = unattendedPaths;
    expect(others.every((one) => one.permission === permission)).toBe(true);
    expect(code).toContain(`$role = 'Application ${permission}'`);
    const assigned = [...code.matchAll(/New-ManagementRoleAssignment.*/gu)].map(([line]) => line);
    expect(assigned).toHaveLength(1);
    expect(assigned[0]).toMatch(/-App \$principal -Role \$role -CustomResourceScope \$name/u);
    expect(code).toMatch(/if \(-not \(Test-InScope \$MemberMailbox\)\) \{ throw/u);
    expect(code).toMatch(/if \(Test-InScope \$OtherMailbox\) \{ throw/u);
    expect(textOf('docs/guides/it.md')).toContain(/\$name = '([^']+)'/u.exec(code)?.[1] ?? '?');
  });

  it('[S-17] grants nothing in Entra and gives nobody a mailbox', () => {
    expect(code).not.toMatch(/Mg[A-Z]|AzureAD|AppRoleAssign|FullAccess|MailboxPermission|ApplicationAccessPolicy|Organization/iu);
  });

  it('uses commands and parameters that there are, and closes what it opens', () => {
    for (const line of code.split('\n')) {
      for (const [call = '', name = ''] of line.matchAll(/\b((?:Get|Set|New|Test|Connect|Write|Where|Out)-[A-Za-z]+)\b[^|)]*/gu)) {
        expect(Object.keys(commands)).toContain(name);
        const outside = call.replace(/\{.*\}/gu, '').replace(/"[^"]*"|'[^']*'/gu, '');
        for (const [, parameter = ''] of outside.slice(name.length).matchAll(/\s-([A-Z][A-Za-z]+)/gu)) {
          expect([name, commands[name]]).toEqual([name, expect.arrayContaining([parameter])]);
        }
      }
    }
    expect(unbalanced(code)).toBe('');
    expect(unbalanced(`${code}{`)).not.toBe('');
    expect(script).not.toContain('{{');
  });

  it('knows the tab’s registration and nothing else of the settings, and is refused without it', () => {
    expect(script).toContain(`$appId = '${settings['TAB_APP_ID']}'`);
    for (const name of ['BOT_APP_ID', 'TEAMS_APP_ID', 'PUBLIC_URL']) expect(script).not.toContain(settings[name] ?? '?');
    for (const TAB_APP_ID of [undefined, '', "x'; Remove-Mailbox"]) expect(() => task.scopeScript({ TAB_APP_ID })).toThrow(/TAB_APP_ID/u);
  });
});
