import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { type Problem, weightOf } from '@coaching-pairs/shared/matching/problem';
import { type Changes, groupsOf, rematch } from '@coaching-pairs/shared/matching/rematch';
import { openSession, rematchIn } from '@coaching-pairs/shared/matching/session';
import { expect } from 'vitest';
import { randomFrom } from './graphs.js';
import type { Invented } from './organisations.js';

type Random = () => number;

const oneOf = <T>(random: Random, items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
const isIn = (id: PersonId, groups: readonly (readonly PersonId[])[]): boolean => groups.some((members) => members.includes(id));

/** What may happen to a result: somebody leaves, joins, declines, or a pair is kept or let go; null where it cannot. */
const happenings: readonly ((random: Random, changes: Changes, result: MatchResult, all: readonly PersonId[]) => Changes | null)[] = [
  (random, changes, { pairs }) => {
    const [one, other, third] =
      oneOf(
        random,
        pairs.filter(({ locked }) => !locked),
      )?.members ?? [];
    if (one === undefined || other === undefined || third !== undefined) return null;
    return { ...changes, declined: [...changes.declined, [one, other]] };
  },
  (random, changes) => {
    const leaver = oneOf(random, changes.participants);
    const participants = changes.participants.filter((id) => id !== leaver);
    return { ...changes, participants, kept: changes.kept.filter((members) => leaver === undefined || !members.includes(leaver)) };
  },
  (random, changes, _, all) => {
    const joiner = oneOf(
      random,
      all.filter((id) => !changes.participants.includes(id)),
    );
    return joiner === undefined ? null : { ...changes, participants: [joiner, ...changes.participants] };
  },
  (random, changes, result) => {
    const group = oneOf(
      random,
      groupsOf(result).filter(([one]) => one !== undefined && !isIn(one, changes.kept)),
    );
    return group === undefined ? null : { ...changes, kept: [...changes.kept, group] };
  },
  (random, changes) => {
    const group = oneOf(random, changes.kept);
    return group === undefined ? null : { ...changes, kept: changes.kept.filter((members) => members !== group) };
  },
];

/** One thing, or several at once, as they come in while an organiser is away. */
const changed = (random: Random, changes: Changes, result: MatchResult, all: readonly PersonId[]): Changes => {
  const next = oneOf(random, happenings)?.(random, changes, result, all) ?? changes;
  if (random() < 0.25) return changed(random, next, result, all);
  const isDeclined = (members: readonly PersonId[]): boolean => next.declined.some((two) => two.every((id) => members.includes(id)));
  const areThere = (members: readonly PersonId[]): boolean => members.every((id) => next.participants.includes(id));
  return { ...next, kept: next.kept.filter((members) => areThere(members) && !isDeclined(members)) };
};

/** What was chosen is worth in all, a trio half of its three links. */
const worthOf = (problem: Problem, { certificate, trio }: MatchResult): number => {
  const links = (trio?.members ?? []).flatMap((one, index, members) =>
    members.slice(index + 1).map((other) => weightOf(problem, one, other)),
  );
  return certificate.primal + links.reduce((sum, weight) => sum + weight, 0) / 2;
};

const said = (problem: Problem, result: MatchResult) => ({
  worth: worthOf(problem, result),
  gap: result.certificate.gap,
  exact: result.exact,
  unmatched: result.unmatched.map(({ why }) => why).sort(),
  witness: result.deficiency?.unmatched,
});

const expectKept = (changes: Changes, result: MatchResult, what: string): void => {
  const groups = groupsOf(result);
  const names = new Set(groups.map(String));
  expect(
    changes.kept.filter((members) => !names.has([...members].sort().join())),
    what,
  ).toEqual([]);
  expect(
    changes.declined.filter((two) => groups.some((members) => two.every((id) => members.includes(id)))),
    what,
  ).toEqual([]);
};

const optionsFrom = (seed: number, ids: readonly PersonId[]): MatchOptions => {
  const odd = (['trio', 'leave', 'reserve'] as const)[seed % 3] ?? 'leave';
  const reserveId = ids[seed % 7];
  return {
    seed,
    odd,
    ...(odd === 'reserve' && seed % 2 === 0 && reserveId !== undefined ? { reserveId } : {}),
    ...(seed % 4 === 0 ? { inertia: 'strict' } : {}),
  };
};

/** Lets one thing after the other happen, and asks each time for the same from scratch. */
export const expectWarmEqualsCold = ({ ids, rules }: Pick<Invented, 'ids' | 'rules'>, seed: number, turns: number): void => {
  const random = randomFrom(seed + 1);
  const options = optionsFrom(seed, ids);
  const begun = ids.filter((id) => id === options.reserveId || random() < 0.8);
  const first = match(begun, rules, options);
  if (!first.ok) throw new Error(`seed ${seed}: ${first.error.code}`);
  let changes: Changes = { participants: begun, kept: [], declined: [] };
  const opened = openSession(first.value, changes, rules, options);
  if (!opened.ok) throw new Error(`seed ${seed}: ${opened.error.code}`);
  let standing = first.value;
  for (let turn = 0; turn < turns; turn += 1) {
    const next = changed(random, changes, standing, ids);
    const warm = rematchIn(opened.value, next);
    const cold = rematch(first.value, next, rules, options);
    const what = `seed ${seed}, turn ${turn}`;
    if (!warm.ok || !cold.ok) {
      // Only whoever was to stand by may be gone meanwhile; the session then stays as it was.
      expect(warm, what).toEqual(cold);
      expect(warm, what).toMatchObject({ error: { code: 'reserve-not-free' } });
      continue;
    }
    const { problem } = opened.value;
    expect(said(problem, warm.value), what).toEqual(said(problem, cold.value));
    expectKept(next, warm.value, what);
    [changes, standing] = [next, warm.value];
  }
};
