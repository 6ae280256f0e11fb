import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botEnvironment } from '@coaching-pairs/local/process/environment';
import { openTrust } from '@coaching-pairs/local/trust/trust';
import { startStore } from '../../store-harness.js';
import { openSwitch } from './store-switch.js';

export const hanna = { id: '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b02', name: 'Hanna Vogt', roles: ['Round.Admin'] };

/** What a process of the product finds around it on one machine: a real store, an https origin that signs tokens, a managed identity. */
export const openSurroundings = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'process-'));
  const [store, trust] = await Promise.all([
    startStore(),
    openTrust({ folder, clock: { now: () => new Date() }, personOf: (id) => (id === hanna.id ? hanna : undefined) }),
  ]);
  const [tables, queues] = await Promise.all([openSwitch(store.tableUrl), openSwitch(store.queueUrl)]);
  const environment = botEnvironment(
    {
      ids: trust.ids,
      origin: trust.origin,
      authorityFile: trust.authorityFile,
      publicUrl: 'http://127.0.0.1:3978',
      tableUrl: tables.url,
      queueUrl: queues.url,
      identityEndpoint: trust.managedIdentity.endpoint,
      identityHeader: trust.managedIdentity.header,
    },
    { PATH: process.env['PATH'], LOG_LEVEL: 'info' },
  );
  return {
    trust,
    environment,
    cutStore: () => Promise.all([tables.cut(), queues.cut()]),
    restoreStore: () => Promise.all([tables.restore(), queues.restore()]),
    close: async () => {
      await Promise.all([tables.cut(), queues.cut()]);
      await Promise.all([trust.stop(), store.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
