import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { root, textOf } from '../house/documented.js';
import { openWorld } from './azure-world.js';
import { cliOf, load, reachIn } from './tasks.js';

const schemaFile = join(root, '../shared/graph/msgraph-v1.0-csdl.xml');
const why = 'Microsoft’s own data is not beside this repository (../shared/graph).';

const typeAt: readonly (readonly [path: RegExp, type: string])[] = [
  [/\/federatedIdentityCredentials/u, 'federatedIdentityCredential'],
  [/^\/applications/u, 'application'],
  [/\/appRoleAssignedTo$/u, 'appRoleAssignment'],
  [/^\/servicePrincipals$/u, 'servicePrincipal'],
  [/^\/oauth2PermissionGrants/u, 'oAuth2PermissionGrant'],
];

/** Properties that a type of Graph has not, by their paths. */
const unknownIn = (schema: string, type: string, value: unknown, path: string): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => unknownIn(schema, type, one, path));
  if (typeof value !== 'object' || value === null) return [];
  const [, own = ''] = new RegExp(`<(?:Entity|Complex)Type Name="${type}"[^>]*>(.*?)</(?:Entity|Complex)Type>`, 's').exec(schema) ?? [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const found = new RegExp(` Name="${name}" Type="(?:Collection\\()?(?:graph\\.|Edm\\.)(\\w+)`, 'u').exec(own);
    return found === null ? [`${path}.${name}`] : unknownIn(schema, found[1] ?? '', inner, `${path}.${name}`);
  });
};

it('what Entra is sent is so called there', async (ctx) => {
  if (!existsSync(schemaFile)) return ctx.skip(why);
  const schema = readFileSync(schemaFile, 'utf8');
  const { deploymentOf } = await load('deploy/settings');
  const { deploy } = await load('deploy/run');
  const sample = Object.fromEntries(Object.entries(parseEnv(textOf('infra/sample.env'))).map(([name, value]) => [name, value ?? '']));
  const { settings } = deploymentOf({ ...sample, ROUND_ADMINS: '3c1d7a52-8e0f-4b6a-9d24-5f7e1a0c8b93' });
  if (settings === undefined) throw new Error('The sample will not do.');
  const world = openWorld();
  const release = { mark: 'a'.repeat(32), bytes: Buffer.from(`tab/build.txt${'a'.repeat(32)}\n`) };
  const quiet = { say: () => undefined, sleep: async () => undefined, confirm: async () => true };
  await deploy({ az: await cliOf(world), settings, release, reach: reachIn(world), ...quiet });
  expect(world.sent.length).toBeGreaterThan(8);
  for (const { path, body } of world.sent) {
    const type = typeAt.find(([pattern]) => pattern.test(path))?.[1] ?? '?';
    expect(unknownIn(schema, type, body, path)).toEqual([]);
  }
  expect(unknownIn(schema, 'application', { api: { oauth2PermissionScope: [] } }, 'x')).toEqual(['x.api.oauth2PermissionScope']);
});
