import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deadPrefix,
  type OutboxMessage,
  outboxPrefix,
  parseRoundMessage,
  roundPartition,
  sentPrefix,
} from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { openTable } from '@coaching-pairs/bot/storage/table/open-table';
import { botEnvironment } from '@coaching-pairs/local/process/environment';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Compiled } from '../../local/from-sources.js';
import { devAccount } from '../../store-harness.js';
import { compileProcesses, type ProductProcess, startProductProcess, startStoreProcess } from './children.js';
import { companyOf, introduce, leadersOf, openCrowd } from './crowd.js';
import { openTenant, type Tenant } from './tenant.js';

/** `store`: where the table is reached, when not directly; given the table's own address. */
export type FleetOptions = { readonly leaders: number; readonly store?: (tableUrl: string) => Promise<string> };

export type Fleet = Awaited<ReturnType<typeof openFleet>>;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until it holds; how long that takes is no concern of the product's. */
export const until = async (what: string, holds: () => Promise<boolean> | boolean, withinMs = 540_000): Promise<void> => {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > withinMs) throw new Error(`${what}: not within ${Math.round(withinMs / 1000)} s`);
    await pause(200);
  }
};

type Close = () => Promise<void>;

/** What was opened first is closed last. */
const closing = () => {
  const left: Close[] = [];
  return {
    last: (close: Close): void => void left.unshift(close),
    all: async (): Promise<void> => {
      for (const close of left.splice(0)) await close();
    },
  };
};

/** The rows of a round's messages: what waits, what was sent, and what was given up. */
const messagesIn = (table: Table, round: RoundId) => {
  const rows = async (prefix: string): Promise<readonly OutboxMessage[]> => {
    const found: OutboxMessage[] = [];
    for await (const row of table.list(roundPartition(round), { prefix })) {
      const parsed = parseRoundMessage(row);
      if (!parsed.ok) throw new Error(`unreadable: ${parsed.error.field}`);
      found.push(parsed.value);
    }
    return found;
  };
  return { waiting: () => rows(outboxPrefix), sent: () => rows(sentPrefix), dead: () => rows(deadPrefix) };
};

type Addresses = { readonly tableUrl: string; readonly queueUrl: string };

const environmentOf = ({ trust }: Tenant, addresses: Addresses): Readonly<Record<string, string>> => {
  const { endpoint: identityEndpoint, header: identityHeader } = trust.managedIdentity;
  const { ids, origin, authorityFile } = trust;
  const publicUrl = 'http://127.0.0.1:3978';
  const surroundings = { ids, origin, authorityFile, publicUrl, identityEndpoint, identityHeader, ...addresses };
  return botEnvironment(surroundings, { PATH: process.env['PATH'], LOG_LEVEL: 'info' });
};

/** Starts processes under names that they keep over their restarts, on machines whose clocks may be wrong. */
const starter = (compiled: Compiled, environment: Readonly<Record<string, string>>, later: ReturnType<typeof closing>) => {
  const running = new Set<ProductProcess>();
  later.last(async () => {
    for (const one of running) one.signal('SIGKILL');
    await Promise.all([...running].map(({ ended }) => ended));
  });
  return async (instance: string, aheadMs = 0, file?: string): Promise<ProductProcess> => {
    const own = { WEBSITE_INSTANCE_ID: instance, CLOCK_AHEAD_MS: String(aheadMs) };
    const one = await startProductProcess(compiled, { ...environment, ...own }, file);
    running.add(one);
    void one.ended.then(() => running.delete(one));
    return one;
  };
};

const open = async ({ leaders: count, store: way = async (url) => url }: FleetOptions, later: ReturnType<typeof closing>) => {
  const folder = await mkdtemp(join(tmpdir(), 'coaching-pairs-fleet-'));
  later.last(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const compiled = await compileProcesses();
  later.last(compiled.remove);
  const store = await startStoreProcess(compiled, join(folder, 'store'));
  later.last(store.stop);
  const leaders = leadersOf(count);
  const people = leaders.map(({ id }) => id);
  const tenant = await openTenant(
    folder,
    companyOf(leaders).map(({ id, name }) => ({ id, name, roles: [] })),
  );
  later.last(tenant.stop);
  const table = await openTable({ url: store.tableUrl, name: 'coachingpairs', credential: devAccount });
  const crowd = await openCrowd(table, leaders);
  await introduce(table, tenant.trust.ids.tenantId, people, tenant.conversationOf);
  const environment = environmentOf(tenant, { tableUrl: await way(store.tableUrl), queueUrl: store.queueUrl });
  return {
    ...{ tenant, crowd, table, people, store, ...messagesIn(table, crowd.round) },
    start: starter(compiled, environment, later),
    tell: (whom: readonly PersonId[] = people) => crowd.tell(whom),
    close: later.all,
  };
};

/**
 * Several processes of the product over one store that is a process of its own, with sign-in and connector of the sandbox tenant here:
 * a round that invites so many leaders, each with a chat, and nothing to say yet.
 */
export const openFleet = async (options: FleetOptions): Promise<Awaited<ReturnType<typeof open>>> => {
  const later = closing();
  try {
    return await open(options, later);
  } catch (cause) {
    await later.all();
    throw cause;
  }
};
