import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AllowedPath, allowedPaths, delegatedPaths, unattendedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { consented } from '@coaching-pairs/local/trust/registrations';
import { expect, it } from 'vitest';
import { load } from '../infra/tasks.js';
import { root, textOf } from './documented.js';

it('[S-16] what IT is asked to consent to is what the allowed paths need, no less and no more', async () => {
  const permissionsOf = (paths: readonly AllowedPath[]) => new Set(paths.flatMap(({ permission }) => permission ?? []));
  const [needed, delegated] = [permissionsOf(allowedPaths), permissionsOf(delegatedPaths)];
  const rows = [...textOf('docs/guides/it.md').matchAll(/^\| `([A-Za-z]+(?:\.[A-Za-z]+)+)` \|/gmu)].map(
    ([, permission = '']) => permission,
  );
  expect(new Set(rows)).toEqual(new Set([...needed, ...delegated]));
  const granted = await load('deploy/permissions');
  expect(new Set(granted.applicationPermissions.map(({ name }) => name))).toEqual(needed);
  expect(new Set(granted.delegatedPermissions.map(({ name }) => name))).toEqual(delegated);
  expect(new Set<string>(consented.application)).toEqual(needed);
  for (const permission of delegated) expect(consented.delegated).toContain(permission);
});

it('[S-17] no calendar is granted to the application in Entra, neither here nor in what IT is told to consent to', () => {
  const granted = [...allowedPaths.flatMap(({ permission }) => permission ?? []), ...consented.application];
  expect(granted.filter((permission) => permission.startsWith('Calendars'))).toEqual([]);
  const guide = textOf('docs/guides/it.md');
  const [application = ''] = guide.split('It also needs two delegated permissions');
  expect(application).not.toMatch(/^\| `Calendars\./mu);
  expect(unattendedPaths).toEqual([{ method: 'POST', path: '/users/{id}/events/{id}/cancel', permission: 'Calendars.ReadWrite' }]);
});

it('[S-25] nothing asks a beta of Graph, which may change without notice', () => {
  const places = ['bot/src', 'shared/src', 'tab/src', 'infra/deploy', 'infra/doctor', 'infra/bicep', 'appPackage'];
  const files = places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((file) => `${place}/${file}`),
  );
  const read = files.filter((file) => /\.(ts|tsx|mjs|json|bicep)$/u.test(file));
  expect(read.length).toBeGreaterThan(500);
  expect(read.filter((file) => /graph\.microsoft\.com\/beta|['"`/]beta\//u.test(textOf(file)))).toEqual([]);
});
