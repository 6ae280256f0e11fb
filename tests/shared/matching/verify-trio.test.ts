import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchResult, TrioProof } from '@coaching-pairs/shared/matching/outcome';
import { type Problem, problemOf, weightOf } from '@coaching-pairs/shared/matching/problem';
import { verify } from '@coaching-pairs/shared/matching/verify';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { randomFrom } from './graphs.js';
import { type Invented, inventedOrganisation } from './organisations.js';

const { ids, rules } = largeOrganisation(101, 4);
const problem = problemOf(ids, rules, { seed: 3, odd: 'trio' });

const matched = (): MatchResult => {
  const result = match(ids, rules, { seed: 3, odd: 'trio' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** What was chosen is worth in all, a trio half of its three links. */
const worth = (asked: Problem, { certificate, trio }: MatchResult): number => {
  const links = (trio?.members ?? []).flatMap((one, index, members) =>
    members.slice(index + 1).map((other) => weightOf(asked, one, other)),
  );
  return certificate.primal + links.reduce((sum, weight) => sum + weight, 0) / 2;
};

const triosOf = (asked: Problem): readonly (readonly PersonId[])[] =>
  asked.ids.flatMap((a, i) =>
    asked.ids
      .slice(i + 1)
      .flatMap((b, j) =>
        asked.ids
          .slice(i + j + 2)
          .flatMap((c) =>
            [[a, b] as const, [a, c] as const, [b, c] as const].every(([u, v]) => weightOf(asked, u, v) > 0) ? [[a, b, c]] : [],
          ),
      ),
  );

/** Another trio, everybody else in their best pairs, and the proof of the best choice, which says nothing against it. */
const withTrio = (best: MatchResult, members: readonly PersonId[], { ids: people, rules: theirs }: Invented, seed: number): MatchResult => {
  const rest = match(
    people.filter((id) => !members.includes(id)),
    theirs,
    { seed },
  );
  if (!rest.ok || best.trio === null || best.certificate.trio === null) throw new Error('refused');
  const trio = { ...best.certificate.trio, ruledOut: [] };
  return { ...best, ...rest.value, trio: { ...best.trio, members }, certificate: { ...rest.value.certificate, trio } };
};

describe('the proof of a trio', () => {
  const result = matched();
  const proof = result.certificate.trio as TrioProof;
  const changed = (change: Partial<TrioProof>): readonly string[] =>
    verify(problem, { ...result, certificate: { ...result.certificate, trio: { ...proof, ...change } } });

  it('passes for the best choice, and not without what it says of everybody in pairs alone', () => {
    expect(result.trio?.members).toHaveLength(3);
    expect(verify(problem, result)).toEqual([]);
    expect(verify(problem, { ...result, certificate: { ...result.certificate, trio: null } })).toEqual(['the trio has no proof']);
    const { prices, ids: people } = proof.pairsAlone;
    const cheaper = prices.with(0, (prices[0] ?? 0) - 100_000_000);
    expect(changed({ pairsAlone: { ...proof.pairsAlone, prices: cheaper } })).not.toEqual([]);
    expect(changed({ pairsAlone: { ...proof.pairsAlone, ids: people.slice(1) } })).not.toEqual([]);
    expect(changed({ pairsAlone: { ...proof.pairsAlone, blossoms: [] } })).not.toEqual([]);
  });

  it('does not pass for any trio that is worth less than the best one, unless it says by how much', () => {
    let refused = 0;
    for (let seed = 1; seed <= 15; seed += 1) {
      const random = randomFrom(seed);
      const invented = inventedOrganisation(random, 5 + 2 * Math.floor(random() * 4));
      const best = match(invented.ids, invented.rules, { seed, odd: 'trio' });
      if (!best.ok || best.value.trio === null) continue;
      const asked = problemOf(invented.ids, invented.rules, { seed, odd: 'trio' });
      const gapTo = (other: MatchResult): number => worth(asked, best.value) - worth(asked, other);
      for (const members of triosOf(asked)) {
        const other = withTrio(best.value, members, invented, seed);
        if (gapTo(other) === 0) continue;
        refused += 1;
        expect(verify(asked, other).join(), `seed ${seed}`).toContain('is not ruled out');
        const open = { ...other, exact: false, certificate: { ...other.certificate, gap: 10 ** 12 } };
        expect(verify(asked, open), `seed ${seed}`).toEqual([]);
      }
    }
    expect(refused).toBeGreaterThan(30);
  });
});
