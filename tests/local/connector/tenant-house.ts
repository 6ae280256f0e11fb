import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientPart } from '@coaching-pairs/local/client/part';
import { openClock } from '@coaching-pairs/local/clock/clock';
import { type Connector, createConnector } from '@coaching-pairs/local/connector/part';
import { type Graph, openGraph } from '@coaching-pairs/local/graph/graph';
import { pageRouter } from '@coaching-pairs/local/graph/page';
import { audiences, type SandboxContext, type SandboxIds } from '@coaching-pairs/local/parts';
import { inventedTenant } from '@coaching-pairs/local/people/invented';
import { storeTenant } from '@coaching-pairs/local/people/stored';
import type { Tenant } from '@coaching-pairs/local/people/tenant';
import { openApps } from '@coaching-pairs/local/process/apps';
import { controlRoutes } from '@coaching-pairs/local/process/control-routes';
import { openPublicServer } from '@coaching-pairs/local/process/public-server';
import { openTrust } from '@coaching-pairs/local/trust/trust';
import { Router } from 'express';
import { managedIdentityToken } from '../trust/trust-house.js';
import { type Asked, type Call, callConnector, openScriptedBot, type ScriptedBot } from './scripted-bot.js';

export type TenantHouse = {
  readonly url: string;
  readonly folder: string;
  readonly tenant: Tenant;
  readonly bot: ScriptedBot;
  readonly connector: () => Connector;
  readonly graph: Graph;
  /** The connector as the bot calls it. */
  readonly connect: Call;
  /** `/sandbox/…` as a program calls it. */
  readonly sandbox: (path: string, body?: unknown, method?: string) => Promise<Asked>;
  /** A token of the bot's identity for another audience. */
  readonly tokenFor: (audience: string) => Promise<string>;
  readonly ids: SandboxIds;
  readonly idOf: (name: string) => string;
  /** The connector again from what it kept, as after a kill. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  /** Only people of these names, in place of everybody. */
  readonly names?: readonly string[];
  readonly tabPage?: string;
  /** Give everybody the app at the start. */
  readonly install?: boolean;
};

const tenantWith = (names: readonly string[] | undefined): Tenant => {
  const tenant = inventedTenant();
  return names === undefined ? tenant : { ...tenant, people: tenant.people.filter(({ name }) => names.includes(name)) };
};

const askOver =
  (url: string): TenantHouse['sandbox'] =>
  async (path, body, method = body === undefined ? 'GET' : 'POST') => {
    const response = await fetch(`${url}/sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: /^[[{]/.test(text) ? JSON.parse(text) : text };
  };

/** A sandbox tenant on free ports and in a folder of its own, whole but for the bot, which is a scripted one. */
export const openTenantHouse = async ({ names, tabPage, install = false }: Options = {}): Promise<TenantHouse> => {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-'));
  const tenant = tenantWith(names);
  storeTenant(folder, tenant);
  const people = tenant.people.map(({ id, name, roles, mail }) => ({ id, name, roles, ...(mail === null ? {} : { mail }) }));
  const clock = await openClock(join(folder, 'clock'));
  const trust = await openTrust({ folder, clock, personOf: (id) => people.find((person) => person.id === id) });
  const bot = await openScriptedBot(trust, tabPage);
  const server = await openPublicServer(0);
  const url = `http://127.0.0.1:${server.port}`;
  const context: SandboxContext = {
    origin: trust.origin,
    publicUrl: url,
    botUrl: () => bot.url,
    ids: trust.ids,
    people,
    guests: [],
    clock,
    trust,
    apps: openApps(),
    dataFolder: folder,
  };
  const { origin, ids } = trust;
  const callerOf = (authorization: string | undefined) => trust.callerOf(authorization, audiences.graph);
  const graph = openGraph({ origin, tenant, ids, now: clock.now, callerOf, apps: context.apps, folder: join(folder, 'graph') });

  let connector = createConnector(context);
  const doors = { trust: Router(), page: Router() };
  doors.trust.use((request, response, next) => connector.part.trust?.(request, response, next));
  doors.page.use((request, response, next) => connector.part.page?.(request, response, next));
  trust.app.use(doors.trust);
  server.serve([doors.page, pageRouter(graph), clientPart(context).page ?? Router(), controlRoutes(context)], () => bot.url);
  if (install) await connector.part.start?.();

  return {
    url,
    folder,
    tenant,
    bot,
    graph,
    connector: () => connector,
    connect: callConnector(trust),
    sandbox: askOver(url),
    ids,
    tokenFor: (audience) => managedIdentityToken(trust, audience),
    idOf: (name) => tenant.people.find((person) => person.name === name)?.id ?? '',
    restart: async () => {
      await connector.part.stop?.();
      connector = createConnector(context);
      await connector.part.start?.();
    },
    close: async () => {
      await connector.part.stop?.();
      await Promise.all([server.stop(), trust.stop(), bot.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
