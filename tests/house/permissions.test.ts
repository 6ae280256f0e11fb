import { allowedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { consented } from '@coaching-pairs/local/trust/registrations';
import { expect, it } from 'vitest';
import { textOf } from './documented.js';

it('[S-16] what IT is asked to consent to is what the allowed paths need, no less and no more', () => {
  const needed = new Set(allowedPaths.flatMap(({ permission }) => permission ?? []));
  const rows = [...textOf('docs/guides/it.md').matchAll(/^\| `([A-Za-z]+(?:\.[A-Za-z]+)+)` \|/gmu)].map(
    ([, permission = '']) => permission,
  );
  expect(new Set(rows)).toEqual(needed);
  expect(new Set<string>(consented.application)).toEqual(needed);
});
