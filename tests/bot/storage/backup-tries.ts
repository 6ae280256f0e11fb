import { join } from 'node:path';
import { runBackup, runRestore } from '@coaching-pairs/bot/backup-commands';
import type { Row, Table } from '@coaching-pairs/bot/ports/store';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { expect } from 'vitest';

/** Everything but what tells of the form, in one order. */
export const rowsOf = async (table: Table): Promise<readonly Pick<Row, 'partition' | 'key' | 'fields'>[]> => {
  const rows: Row[] = [];
  for (let continuation: string | undefined, more = true; more; more = continuation !== undefined) {
    const page = await table.everything(continuation === undefined ? {} : { continuation });
    rows.push(...page.rows);
    continuation = page.continuation;
  }
  const place = ({ partition, key }: Row): string => `${partition} ${key}`;
  return rows
    .filter(({ partition }) => partition !== 'stored')
    .sort((one, other) => (place(one) < place(other) ? -1 : 1))
    .map(({ partition, key, fields }) => ({ partition, key, fields }));
};

/** `first`: a backup that holds back so many messages. */
type Given = { readonly folder: string; readonly first: string; readonly tableUrl: string; readonly heldBack: number };

/** The same from the command line, which says what it did or why not. */
export const byCommand = async ({ folder, first, tableUrl, heldBack }: Given): Promise<void> => {
  const { t } = wordsFor('en-GB');
  let said = '';
  const stream = {
    write: (text: string) => {
      said += text;
      return true;
    },
  } as unknown as NodeJS.WriteStream;
  const given = (...args: readonly string[]) => ({
    args,
    folder,
    variables: {},
    now: new Date(),
    streams: { result: stream, notes: stream },
  });
  const restored = given('--table', tableUrl, '--from', first);
  expect(await runRestore(restored)).toBe(0);
  expect(said).toContain(t('restore.heldBack', { count: heldBack }));
  expect(await runRestore(restored)).toBe(1);
  expect(said).toContain(t('restore.notEmpty'));
  const to = join(folder, 'by-command');
  expect(await runBackup(given('--table', tableUrl, '--to', to))).toBe(0);
  expect(said).toContain(to);
  expect(await runBackup(given('--table', tableUrl, '--to', to, '--keys-only'))).toBe(0);
  for (const wrong of [
    ['--to', to],
    ['--table', 'http://tables.example.com', '--to', to],
    ['--table', tableUrl, '--to', to, '--over'],
  ])
    expect(await runBackup(given(...wrong))).toBe(2);
};
