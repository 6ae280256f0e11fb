import { existsSync, readFileSync } from 'node:fs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { groupsOf } from '@coaching-pairs/shared/matching/rematch';
import { type MatchingRules, type PastPair, plainRules } from '@coaching-pairs/shared/matching/rules';
import { lineBetween } from '@coaching-pairs/shared/organisation/chains';
import { type Organisation, organise } from '@coaching-pairs/shared/organisation/organisation';
import { parsePeople } from '@coaching-pairs/shared/organisation/people-file';
import { widestSpan } from '@coaching-pairs/shared/organisation/span';
import { describe, expect, it } from 'vitest';
import { someday } from '../organisation/company.js';
import { csvRows } from '../organisation/csv-rows.js';

const invented = new URL('../../data/organisation-350.csv', import.meta.url);
/** A real public organisation, kept beside the repository where it is at hand. */
const published = new URL('../../../../shared/data/revenue-346.csv', import.meta.url);

const readOrganisation = (file: URL): Organisation => {
  const parsed = parsePeople(csvRows(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return organise({ people: parsed.value.people, corrections: [], functions: [] });
};

const rulesFor = (organisation: Organisation, pastPairs: readonly PastPair[] = []): MatchingRules => ({
  ...plainRules(organisation, someday),
  roundLeaderId: widestSpan(organisation),
  pastPairs,
});

const matched = (organisation: Organisation, pastPairs: readonly PastPair[] = []): MatchResult => {
  const result = match([...organisation.people.keys()], rulesFor(organisation, pastPairs), { seed: 2026, odd: 'trio' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const linksOf = (result: MatchResult): readonly (readonly [PersonId, PersonId])[] =>
  groupsOf(result).flatMap((members) => members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const)));

/** Nobody in a pair with anybody of their line or function, but for the listed pairs of the leader; everybody accounted for. */
const expectRulesKept = (organisation: Organisation, result: MatchResult): void => {
  for (const [one, other] of linksOf(result)) {
    expect(organisation.functionOf.get(one)).not.toBe(organisation.functionOf.get(other));
    const listed = result.leaning.some(({ members }) => members.includes(one) && members.includes(other));
    expect(lineBetween(organisation, one, other) === null || listed).toBe(true);
  }
  const everybody = [...groupsOf(result).flat(), ...result.unmatched.map(({ personId }) => personId)];
  expect(everybody.sort()).toEqual([...organisation.people.keys()]);
  expect(result.certificate.dual).toBe(result.certificate.primal);
};

describe('350 invented leaders', () => {
  const organisation = readOrganisation(invented);

  it('[CP-20] [CP-22] [CP-24a] everybody is in a pair, the leader in one that is listed as leaning on their reach', () => {
    const result = matched(organisation);
    expectRulesKept(organisation, result);
    expect([result.pairs.length, result.trio, result.unmatched]).toEqual([175, null, []]);
    const leader = widestSpan(organisation);
    expect(result.leaning.map(({ members }) => members.includes(leader as PersonId))).toEqual([true]);
  });

  it('[CP-15] have a new partner in each of eight rounds', () => {
    let past: readonly PastPair[] = [];
    for (let round = 1; round <= 8; round += 1) {
      const result = matched(organisation, past);
      expect(result.unmatched).toEqual([]);
      const groups = groupsOf(result);
      past = [
        ...past.map((pair) => ({ ...pair, roundsAgo: pair.roundsAgo + 1 })),
        ...groups.map((memberIds) => ({ memberIds, roundsAgo: 1 })),
      ];
      expect(new Set(past.map(({ memberIds }) => String(memberIds))).size).toBe(past.length);
    }
  });
});

describe('346 leaders of a real public organisation', () => {
  it('[CP-20] [CP-22] [CP-24a] everybody is in a pair', (ctx) => {
    if (!existsSync(published))
      return ctx.skip('The published organisation is not beside this repository (../shared/data/revenue-346.csv).');
    const organisation = readOrganisation(published);
    const result = matched(organisation);
    expectRulesKept(organisation, result);
    expect([result.pairs.length, result.trio, result.unmatched]).toEqual([173, null, []]);
  });
});
