import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueue, type WakeQueue } from '@coaching-pairs/bot/delivery/queue';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { openTable, type TableOptions } from '@coaching-pairs/bot/storage/table/open-table';
import { createQueueServer, createTableServer } from '@coaching-pairs/local/store/azurite';

/** The account and key that every copy of Azurite is born with; they open nothing else. */
export const devAccount = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
} as const;

export type Store = {
  readonly tableUrl: string;
  readonly queueUrl: string;
  /** A table of its own, by that or a random name; `url` may lead through a proxy. */
  readonly table: (settings?: { readonly name?: string; readonly url?: string } & Pick<TableOptions, 'patience'>) => Promise<Table>;
  readonly queue: (name?: string) => Promise<WakeQueue>;
  readonly stop: () => Promise<void>;
};

const names = (): string => `t${randomUUID().replaceAll('-', '')}`;

/** A real Azurite in this process, in a folder of its own, on ports of its own. */
export const startStore = async (): Promise<Store> => {
  const folder = await mkdtemp(join(tmpdir(), 'coaching-pairs-store-'));
  const tables = createTableServer(join(folder, 'tables.json'));
  const queues = createQueueServer({
    queues: join(folder, 'queues.json'),
    extents: join(folder, 'extents.json'),
    messages: join(folder, 'queue'),
  });
  await Promise.all([tables.start(), queues.start()]);
  const tableUrl = `${tables.getHttpServerAddress()}/${devAccount.account}`;
  const queueUrl = `${queues.getHttpServerAddress()}/${devAccount.account}`;
  return {
    tableUrl,
    queueUrl,
    table: ({ name = names(), url = tableUrl, ...rest } = {}) => openTable({ url, name, credential: devAccount, ...rest }),
    queue: (name = names()) => openQueue({ url: queueUrl, name, credential: devAccount }),
    stop: async () => {
      await Promise.all([tables.close(), queues.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
