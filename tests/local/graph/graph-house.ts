import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import type { TokenCredential } from '@azure/identity';
import { OnBehalfOfCredential } from '@azure/identity';
import { appOnlyCredential, clientAssertion, type GraphIdentity, graphScope } from '@coaching-pairs/bot/graph/credential';
import { type Graph, openGraph } from '@coaching-pairs/local/graph/graph';
import { audiences, type SandboxPerson } from '@coaching-pairs/local/parts';
import { inventedTenant } from '@coaching-pairs/local/people/invented';
import type { Tenant, TenantPerson } from '@coaching-pairs/local/people/tenant';
import { openTrust, type Trust } from '@coaching-pairs/local/trust/trust';

/** What NODE_EXTRA_CA_CERTS does at the start of a process, done later: connections of this process trust one more authority. */
const trustAlso = async (file: string): Promise<() => void> => {
  const pem = await readFile(file, 'utf8');
  const original = tls.createSecureContext;
  tls.createSecureContext = (options) => {
    const made = original(options);
    made.context.addCACert(pem);
    return made;
  };
  return () => {
    tls.createSecureContext = original;
  };
};

const signInOf = (person: TenantPerson | undefined): SandboxPerson | undefined =>
  person === undefined ? undefined : { id: person.id, name: person.name, roles: person.roles };

export type GraphHouse = {
  /** The server as it is now; another one after `renew`. */
  readonly graph: () => Graph;
  /** An organisation as new, in a folder of its own; the authority stays, for its tokens are remembered by the whole process. */
  readonly renew: (tenant?: Tenant) => Graph;
  readonly trust: Trust;
  readonly tenant: () => Tenant;
  readonly identity: GraphIdentity;
  /** The tab's registration, as production signs in. */
  readonly credential: TokenCredential;
  /** On behalf of somebody, as production does it. */
  readonly behalf: (personId: string) => Promise<TokenCredential>;
  /** One request to Graph as the tab's registration, or with the token given. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Asked>;
  readonly idOf: (name: string) => string;
  /** Opens a second server on the same folder, as a restart would. */
  readonly reopened: () => Graph;
  readonly close: () => Promise<void>;
};

export type AskOptions = {
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Asked = { readonly status: number; readonly headers: Headers; readonly body: any; readonly text: string };

const tokenOf = async (credential: TokenCredential): Promise<string> => (await credential.getToken(graphScope))?.token ?? '';

const askOver =
  (origin: string, usual: TokenCredential) =>
  async (path: string, { token, method = 'GET', body, headers = {} }: AskOptions = {}): Promise<Asked> => {
    const bearer = token === undefined ? await tokenOf(usual) : token;
    const response = await fetch(path.startsWith('https:') ? path : `${origin}/v1.0${path}`, {
      method,
      headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  };

/** The Graph-shaped server behind the sandbox's own https origin, with the tokens of its own authority. */
export const openGraphHouse = async (): Promise<GraphHouse> => {
  let tenant = inventedTenant();
  let count = 0;
  const folder = await mkdtemp(join(tmpdir(), 'graph-'));
  const clock = { now: () => new Date() };
  const trust = await openTrust({
    folder: join(folder, 'trust'),
    clock,
    personOf: (id) => signInOf(tenant.people.find((person) => person.id === id)),
  });
  const distrust = await trustAlso(trust.authorityFile);
  process.env.IDENTITY_ENDPOINT = trust.managedIdentity.endpoint;
  process.env.IDENTITY_HEADER = trust.managedIdentity.header;
  const open = (): Graph =>
    openGraph({
      origin: trust.origin,
      tenant,
      ids: trust.ids,
      now: clock.now,
      callerOf: (authorization) => trust.callerOf(authorization, audiences.graph),
      folder: join(folder, `graph-${count}`),
    });
  let graph = open();
  trust.app.use('/v1.0', (request, response, next) => graph.router(request, response, next));
  const renew = (wanted: Tenant = inventedTenant()): Graph => {
    count += 1;
    tenant = wanted;
    graph = open();
    return graph;
  };
  const { tenantId, tabAppId, managedIdentityClientId } = trust.ids;
  const trustRoots = { entra: trust.origin, graph: trust.origin, loopback: true };
  const identity = { tenantId, tabAppId, managedIdentityClientId, trustRoots };
  const credential = appOnlyCredential(identity);
  const behalf = async (personId: string): Promise<TokenCredential> =>
    new OnBehalfOfCredential({
      tenantId,
      clientId: tabAppId,
      getAssertion: clientAssertion(managedIdentityClientId),
      userAssertionToken: await trust.issueTabToken(personId),
      ...{ authorityHost: trust.origin, disableInstanceDiscovery: true },
    });
  const idOf = (name: string): string => tenant.people.find((person) => person.name === name)?.id ?? `nobody is called ${name}`;
  const close = async (): Promise<void> => {
    await trust.stop();
    distrust();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    graph: () => graph,
    renew,
    trust,
    tenant: () => tenant,
    identity,
    credential,
    behalf,
    ask: askOver(trust.origin, credential),
    idOf,
    reopened: open,
    close,
  };
};

export { tokenOf };
