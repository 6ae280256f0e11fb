import type { PersonId } from '../ids.js';
import { type Knowledge, knowledgeOf } from '../matching/knowledge.js';
import { linked } from '../matching/links.js';
import { type MatchingRules, plainRules } from '../matching/rules.js';
import { functionKey } from '../organisation/functions.js';

/** With how many of the others somebody could be matched, and what stands against the rest; each counts once, in this order. */
export type Prospect = {
  /** In one line of management, as far as it is excluded (CP-22, CP-24a). */
  readonly line: number;
  /** Of the same function (CP-20). */
  readonly sameFunction: number;
  /** Partners of an earlier round (CP-15). */
  readonly earlier: number;
  /** In the line of a second manager (CP-22). */
  readonly otherLine: number;
  /** Kept apart by administrators. */
  readonly apart: number;
  readonly possible: number;
};

/** What organisers know of who may meet whom before anybody has answered (CP-24d); nothing that anybody has named in private is part of it. */
export type RecordedRules = Pick<
  MatchingRules,
  'organisation' | 'roundLeaderId' | 'reach' | 'pastPairs' | 'repeatsAllowed' | 'startsAt' | 'dottedLines' | 'keptApart'
>;

type Others = ReadonlyMap<PersonId, Set<PersonId>>;

const nobodyFor = (ids: readonly PersonId[]): Others => new Map(ids.map((id) => [id, new Set<PersonId>()]));

const enter = (others: Others, one: PersonId, other: PersonId): void => {
  const [mine, theirs] = [others.get(one), others.get(other)];
  if (one === other || mine === undefined || theirs === undefined) return;
  mine.add(other);
  theirs.add(one);
};

/** Everybody's line among these people, found from below: as many steps as the line has levels. */
const linesAmong = (known: Knowledge, ids: readonly PersonId[]): Others => {
  const lines = nobodyFor(ids);
  for (const id of ids) {
    for (const [upper, levels] of known.levelsUp(id)) if (levels <= known.reachOf(upper)) enter(lines, id, upper);
  }
  return lines;
};

const earlierAmong = (known: Knowledge, ids: readonly PersonId[]): Others => {
  const earlier = nobodyFor(ids);
  for (const { memberIds } of known.rules.pastPairs) {
    for (const one of memberIds) {
      for (const other of memberIds) if (linked(known.repeatAllowed, one, other) !== true) enter(earlier, one, other);
    }
  }
  return earlier;
};

/** Two who are named together, by a rule that is entered pair by pair. */
const entered = (ids: readonly PersonId[], pairs: Iterable<readonly [PersonId, PersonId]>): Others => {
  const others = nobodyFor(ids);
  for (const [one, other] of pairs) enter(others, one, other);
  return others;
};

const keyOf = ({ organisation }: Knowledge, id: PersonId): string | null => {
  const name = organisation.functionOf.get(id);
  return name === undefined ? null : functionKey(name);
};

const sizesOf = (known: Knowledge, ids: readonly PersonId[]): ReadonlyMap<string | null, number> => {
  const sizes = new Map<string | null, number>();
  for (const id of ids) sizes.set(keyOf(known, id), (sizes.get(keyOf(known, id)) ?? 0) + 1);
  return sizes;
};

const knownOf = ({ organisation, startsAt, ...recorded }: RecordedRules): Knowledge =>
  knowledgeOf({
    ...plainRules(organisation, startsAt),
    ...{ roundLeaderId: recorded.roundLeaderId, reach: recorded.reach, pastPairs: recorded.pastPairs },
    ...{ repeatsAllowed: recorded.repeatsAllowed, dottedLines: recorded.dottedLines, keptApart: recorded.keptApart },
  });

/** Everybody's prospect among these people, by what is on record alone; counted without asking about every two of them. */
export const prospectsAmong = (rules: RecordedRules, people: readonly PersonId[]): ReadonlyMap<PersonId, Prospect> => {
  const ids = [...new Set(people)];
  const known = knownOf(rules);
  const [lines, earlier, sizes] = [linesAmong(known, ids), earlierAmong(known, ids), sizesOf(known, ids)];
  const dotted = entered(
    ids,
    rules.dottedLines.map(({ upper, lower }) => [upper, lower]),
  );
  const kept = entered(ids, rules.keptApart);
  const prospectOf = (id: PersonId): Prospect => {
    const [mine, line] = [keyOf(known, id), lines.get(id) ?? new Set<PersonId>()];
    const isAlike = (other: PersonId): boolean => mine !== null && keyOf(known, other) === mine;
    const sameFunction = mine === null ? 0 : (sizes.get(mine) ?? 1) - 1 - [...line].filter(isAlike).length;
    const counted = new Set(line);
    const further = (others: Others): number => {
      const fresh = [...(others.get(id) ?? [])].filter((other) => !counted.has(other) && !isAlike(other));
      for (const other of fresh) counted.add(other);
      return fresh.length;
    };
    const [before, otherLine, apart] = [further(earlier), further(dotted), further(kept)];
    const possible = ids.length - 1 - line.size - sameFunction - before - otherLine - apart;
    return { line: line.size, sameFunction, earlier: before, otherLine, apart, possible };
  };
  return new Map(ids.map((id) => [id, prospectOf(id)]));
};
