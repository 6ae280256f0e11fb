import { type AllowedPath, allowedPaths, delegatedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { consented } from '@coaching-pairs/local/trust/registrations';
import { expect, it } from 'vitest';
import { textOf } from './documented.js';

it('[S-16] what IT is asked to consent to is what the allowed paths need, no less and no more', () => {
  const permissionsOf = (paths: readonly AllowedPath[]) => new Set(paths.flatMap(({ permission }) => permission ?? []));
  const [needed, delegated] = [permissionsOf(allowedPaths), permissionsOf(delegatedPaths)];
  const rows = [...textOf('docs/guides/it.md').matchAll(/^\| `([A-Za-z]+(?:\.[A-Za-z]+)+)` \|/gmu)].map(
    ([, permission = '']) => permission,
  );
  expect(new Set(rows)).toEqual(new Set([...needed, ...delegated]));
  expect(new Set<string>(consented.application)).toEqual(needed);
  for (const permission of delegated) expect(consented.delegated).toContain(permission);
});
