import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import { type Problem, problemOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import { groupsOf, rematch } from '@coaching-pairs/shared/matching/rematch';
import { describe, expect, it } from 'vitest';
import { randomFrom } from './graphs.js';
import { inventedOrganisation, shuffled } from './organisations.js';

type Pairs = readonly (readonly [PersonId, PersonId])[];

/** Every way to pair some people under the rules. */
const everyMatching = (problem: Problem, ids: readonly PersonId[]): readonly Pairs[] => {
  const [one, ...others] = ids;
  if (one === undefined) return [[]];
  const together = others
    .filter((other) => whyNot(problem, one, other).length === 0)
    .flatMap((other) =>
      everyMatching(
        problem,
        others.filter((id) => id !== other),
      ).map((rest): Pairs => [[one, other], ...rest]),
    );
  return [...everyMatching(problem, others), ...together];
};

const keptOf = (before: ReadonlySet<string>, groups: readonly (readonly PersonId[])[]): number =>
  groups.filter((members) => before.has([...members].sort().join())).length;

describe('strict minimal change', () => {
  it('[CP-34] takes apart as few pairs as possible, of all ways to give as many people a partner', () => {
    let disturbed = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = randomFrom(seed);
      const { ids, rules: invented } = inventedOrganisation(random, 3 + Math.floor(random() * 7));
      // Without repeats and without a round leader, what counts before the change is only how many have a partner.
      const rules = { ...invented, repeatsAllowed: [], roundLeaderId: null };
      const first = match(ids, rules, { seed });
      if (!first.ok) throw new Error(first.error.code);
      const before = new Set(groupsOf(first.value).map((members) => members.join()));
      const participants = shuffled(random, ids).slice(Math.floor(random() * 3));
      const declined = first.value.pairs.slice(0, 1).map(({ members: [one, other] }) => [one as PersonId, other as PersonId] as const);
      const changes = { participants, kept: [], declined };
      const after = rematch(first.value, changes, rules, { seed, inertia: 'strict' });
      if (!after.ok) throw new Error(after.error.code);
      const all = everyMatching(problemOf(participants, rules, { seed, forbid: declined }), participants);
      const most = Math.max(...all.map((pairs) => pairs.length));
      const best = Math.max(...all.filter((pairs) => pairs.length === most).map((pairs) => keptOf(before, pairs)));
      expect([after.value.pairs.length, keptOf(before, groupsOf(after.value))], `seed ${seed}`).toEqual([most, best]);
      if (best < before.size - 1) disturbed += 1;
    }
    expect(disturbed).toBeGreaterThan(5);
  });
});
