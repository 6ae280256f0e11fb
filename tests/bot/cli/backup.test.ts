import { backupCommand, restoreCommand } from '@coaching-pairs/bot/cli/backup';
import type { Backups, RestoreRefused } from '@coaching-pairs/bot/ports/backups';
import { err, ok } from '@coaching-pairs/shared/result';
import { expect, it } from 'vitest';

const table = 'https://contoso.table.core.windows.net';

type Answers = { readonly [Act in keyof Backups]?: () => ReturnType<Backups[Act]> };

const unexpected = (): never => {
  throw new Error('not asked for');
};

/** What somebody reads at the terminal who starts it with these arguments. */
const said = async (command: typeof backupCommand, args: readonly string[], answers: Answers = {}) => {
  const lines = { result: '', notes: '' };
  const stream = (name: keyof typeof lines) => ({
    columns: 100,
    write: (text: string): void => {
      lines[name] += text;
    },
  });
  const backups = { backUp: unexpected, backUpKeys: unexpected, restore: unexpected, ...answers };
  const code = await command({
    ...{ args, folder: '/srv', variables: { LANG: 'en_GB.UTF-8' }, now: new Date('2026-11-22T09:00:00.000Z') },
    streams: { result: stream('result'), notes: stream('notes') } as never,
    open: async () => backups as Backups,
  });
  return { code, ...lines };
};

const backup = ['--table', table, '--to', 'backups'];
const restore = ['--table', table, '--from', 'backups/2026-11-22T09-00-00Z'];
const failing = (fault: Error) => ({ backUp: () => Promise.reject(fault), restore: () => Promise.reject(fault) });
const named = (name: string, more: object = {}): Error => Object.assign(new Error('a long story'), { name }, more);

it('a backup says how much is where, and the keys alone are a file of their own', async () => {
  const whole = { folder: '/srv/backups/now', rows: 223, partitions: 4, moving: 0 };
  expect(await said(backupCommand, backup, { backUp: async () => whole })).toEqual({
    ...{ code: 0, result: '223 rows of 4 partitions in /srv/backups/now\n', notes: '' },
  });
  const moving = await said(backupCommand, backup, { backUp: async () => ({ ...whole, moving: 1 }) });
  expect([moving.code, moving.notes]).toEqual([0, expect.stringMatching(/^1 partition was written to all the time\./u)]);
  const keys = await said(backupCommand, [...backup, '--keys-only'], { backUpKeys: async () => 3 });
  expect(keys).toMatchObject({ code: 0, result: '3 rows in the file of keys in /srv/backups\n' });
});

it.each([[[]], [['--table', table]], [['--table', 'http://contoso.example.com', '--to', 'backups']], [[...backup, '--colour', 'blue']]])(
  'asked wrongly, %j, it does nothing and says how to ask',
  async (args) => {
    const { code, result, notes } = await said(backupCommand, args);
    expect([code, result]).toEqual([2, '']);
    expect(notes).toContain('npm run --silent backup -- --table ADDRESS --to FOLDER');
  },
);

it('[R-22] nobody signed in, and a role that is missing, are said with what helps, and without a stack', async () => {
  for (const [command, args] of [[backupCommand, backup] as const, [restoreCommand, restore] as const]) {
    const nobody = await said(command, args, failing(new Error('outer', { cause: named('CredentialUnavailableError') })));
    expect(nobody).toEqual({
      ...{ code: 1, result: '' },
      notes: 'Nobody is signed in to Azure here. Install the Azure CLI (az), run az login, and start this again.\n',
    });
    const refused = await said(command, args, failing(named('RestError', { statusCode: 403 })));
    expect([refused.code, refused.notes]).toEqual([1, expect.stringContaining('Storage Table Data Contributor')]);
    expect(refused.notes).toContain(table);
    const odd = await said(command, args, failing(named('Error', { code: 'ENOSPC' })));
    expect(odd).toMatchObject({ code: 1, notes: 'It could not be done: ENOSPC\n' });
  }
});

const refusals: readonly (readonly [RestoreRefused, RegExp])[] = [
  [{ code: 'no-backup' }, /^This is no backup of Coaching Pairs/u],
  [{ code: 'damaged', file: 'rows.jsonl' }, /^rows\.jsonl is missing, or is not as it was written\. Nothing was changed\./u],
  [{ code: 'too-new', form: 3, reads: 2 }, /form 3, and this version reads up to form 2/u],
  [{ code: 'running', count: 2 }, /^2 processes are running/u],
  [{ code: 'not-empty' }, /Say --over to replace it/u],
];

it.each(refusals)('[R-22] a restore that is refused says why: %j', async (refused, words) => {
  const { code, result, notes } = await said(restoreCommand, restore, { restore: async () => err(refused) });
  expect([code, result]).toEqual([1, '']);
  expect(notes).toMatch(words);
});

it('[R-22] a restore says what is back and which messages are held back', async () => {
  const { code, result } = await said(restoreCommand, restore, { restore: async () => ok({ rows: 223, keys: 4, heldBack: 51 }) });
  expect(code).toBe(0);
  expect(result).toMatch(/^223 rows are back, and 4 keys\. The product can be started\.\n51 messages were due/u);
});
