import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { audiences } from '@coaching-pairs/local/parts';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../from-sources.js';
import { ask, managedIdentityToken, openTrustHouse, priya, type TrustHouse } from './trust-house.js';

const entry = 'tests/local/trust/sign-in-child.ts';
const graph = `${audiences.graph}/.default`;
let compiled: Compiled;
let house: TrustHouse;

beforeAll(async () => {
  compiled = await compileForChild([entry]);
});
afterAll(() => compiled.remove());
beforeEach(async () => {
  house = await openTrustHouse();
});
afterEach(() => house.close());

type Outcome = { readonly token?: string; readonly expires?: number; readonly error?: string };
type Step = {
  readonly kind: 'managed' | 'application' | 'on-behalf-of';
  readonly scope: string;
  readonly userToken?: string;
  readonly clientId?: string;
};

/** Runs @azure/identity in a process that trusts the authority file, as the bot's does. */
const signIn = async (...steps: readonly Step[]): Promise<readonly Outcome[]> => {
  const { origin, ids, authorityFile, managedIdentity } = house.trust;
  const order = { origin, tenantId: ids.tenantId, tabAppId: ids.tabAppId, clientId: ids.managedIdentityClientId, steps };
  const child = spawn(process.execPath, [compiled.file(entry), JSON.stringify(order)], {
    env: {
      PATH: process.env['PATH'],
      NODE_EXTRA_CA_CERTS: authorityFile,
      IDENTITY_ENDPOINT: managedIdentity.endpoint,
      IDENTITY_HEADER: managedIdentity.header,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  await once(child, 'close');
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

const callerWith = (outcome: Outcome | undefined, audience: string) => house.trust.callerOf(`Bearer ${outcome?.token}`, audience);

describe('@azure/identity against the sandbox authority, without a secret', () => {
  it('gets tokens for the connector and for Graph, each with what that identity may do', async () => {
    const userToken = await house.trust.issueTabToken(priya.id);
    const [connector, application, delegated] = await signIn(
      { kind: 'managed', scope: `${audiences.connector}/.default` },
      { kind: 'application', scope: graph },
      { kind: 'on-behalf-of', scope: graph, userToken },
    );

    expect(await callerWith(connector, audiences.connector)).toMatchObject({ appId: house.trust.ids.botAppId, kind: 'app' });
    expect(await callerWith(application, audiences.graph)).toMatchObject({
      appId: house.trust.ids.tabAppId,
      kind: 'app',
      permissions: expect.arrayContaining(['User.Read.All']),
    });
    expect(await callerWith(delegated, audiences.graph)).toMatchObject({
      kind: 'user',
      personId: priya.id,
      permissions: expect.arrayContaining(['Calendars.ReadWrite']),
    });
  });

  it('is told when consent is missing or claims are demanded, by AADSTS code', async () => {
    const userToken = await house.trust.issueTabToken(priya.id);
    house.trust.setConsent(priya.id, { kind: 'refused' });
    const [refused] = await signIn({ kind: 'on-behalf-of', scope: graph, userToken });
    house.trust.setConsent(priya.id, { kind: 'claims', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' });
    const [challenged] = await signIn({ kind: 'on-behalf-of', scope: graph, userToken });
    house.trust.setConsent(priya.id, { kind: 'granted' });
    const [granted] = await signIn({ kind: 'on-behalf-of', scope: graph, userToken });

    expect(refused?.error).toContain('AADSTS65001');
    expect(challenged?.error).toMatch(/AADSTS50076|interaction/i);
    expect(granted?.token).toBeDefined();
  });

  it('is refused with a user token that is not for the tab, and as another registration', async () => {
    const wrongUser = await managedIdentityToken(house.trust, house.trust.ids.tabAppId);
    const [notAPerson, otherClient] = await signIn(
      { kind: 'on-behalf-of', scope: graph, userToken: wrongUser },
      { kind: 'application', scope: graph, clientId: '11111111-2222-4333-8444-555555555555' },
    );

    expect(notAPerson?.error).toContain('AADSTS500133');
    expect(otherClient?.error).toContain('AADSTS700016');
  });
});

describe('the token endpoint', () => {
  const form = async (change: Readonly<Record<string, string>>) => {
    const { trust } = house;
    const assertion = await managedIdentityToken(trust, 'api://AzureADTokenExchange');
    return ask(trust, `/${trust.ids.tenantId}/oauth2/v2.0/token`, {
      client_id: trust.ids.tabAppId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      grant_type: 'client_credentials',
      scope: graph,
      ...change,
    });
  };

  it('answers the grant as Entra does', async () => {
    const { status, body } = await form({});

    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({ aud: audiences.graph, idtyp: 'app' });
  });

  it.each([
    ['a secret instead of the assertion', { client_assertion_type: '', client_secret: 's' }, 401, 7000218],
    ['an assertion that is no token', { client_assertion: 'x' }, 401, 700213],
    ['an unknown grant', { grant_type: 'password' }, 400, 70003],
    ['no scope', { scope: '' }, 400, 70011],
    ['scopes of two resources', { scope: `${graph} https://storage.azure.com/.default` }, 400, 70011],
    ['a single permission for the application itself', { scope: `${audiences.graph}/User.Read.All` }, 400, 1002012],
  ])('refuses %s', async (_what, change, status, code) => {
    const answer = await form(change);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error_codes: [code] });
    expect(answer.body).not.toHaveProperty('access_token');
  });
});
