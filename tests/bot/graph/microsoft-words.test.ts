import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allowedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { userFields } from '@coaching-pairs/bot/graph/user-record';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const reference = (name: string): string => fileURLToPath(new URL(`../../../../shared/graph/${name}`, import.meta.url));
const permissionsFile = reference('msgraph-permissions.json');
const schemaFile = reference('msgraph-v1.0-csdl.xml');
const why = 'Microsoft’s own data is not beside this repository (../shared/graph).';

const permissions = z.object({
  permissions: z.record(
    z.string(),
    z.object({
      pathSets: z.array(
        z.object({ schemeKeys: z.array(z.string()), methods: z.array(z.string()), paths: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
});

describe('what the product asks of Graph, held against what Microsoft publishes', () => {
  it('[S-16] each permission lets an application call each path that it is asked for', (ctx) => {
    if (!existsSync(permissionsFile)) return ctx.skip(why);
    const published = permissions.parse(JSON.parse(readFileSync(permissionsFile, 'utf8'))).permissions;
    for (const { method, path, permission } of allowedPaths) {
      if (permission === null) continue;
      const asked = path.toLowerCase().replace('/microsoft.graph.user', '');
      const granted = published[permission]?.pathSets.some(
        ({ schemeKeys, methods, paths }) => schemeKeys.includes('Application') && methods.includes(method) && asked in paths,
      );
      expect([path, permission, granted]).toEqual([path, permission, true]);
    }
  });

  it('every field that is read is a property of people', (ctx) => {
    if (!existsSync(schemaFile)) return ctx.skip(why);
    const schema = readFileSync(schemaFile, 'utf8');
    const typeOf = (name: string): string => new RegExp(`<EntityType Name="${name}"[^>]*>(.*?)</EntityType>`, 's').exec(schema)?.[1] ?? '';
    const known = ['entity', 'directoryObject', 'user'].map(typeOf).join('');
    for (const field of [...userFields.split(','), 'manager']) expect([field, known.includes(` Name="${field}"`)]).toEqual([field, true]);
  });
});
