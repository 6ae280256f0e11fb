import type { PersonId } from '../ids.js';
import { functionKey } from '../organisation/functions.js';
import { type Knowledge, whoWorksClosely } from './knowledge.js';
import { linked } from './links.js';
import type { Audience, RuleReason } from './reasons.js';

const everybody: Audience = { kind: 'public' };
const organisers: Audience = { kind: 'organisers' };

/** Somebody in the line of another: who is above, by how many levels, and the line from the upper one down. */
export type Line = { readonly upper: PersonId; readonly lower: PersonId; readonly levels: number };

/** The lines that join two people: none, one, or in a cycle both ways. */
export const linesOf = (known: Knowledge, one: PersonId, other: PersonId): readonly Line[] => {
  const lines: Line[] = [];
  const oneAbove = known.levelsUp(other).get(one);
  if (oneAbove !== undefined) lines.push({ upper: one, lower: other, levels: oneAbove });
  const otherAbove = known.levelsUp(one).get(other);
  if (otherAbove !== undefined) lines.push({ upper: other, lower: one, levels: otherAbove });
  return lines;
};

/** The people along a line, from the upper one down. */
export const pathOf = (known: Knowledge, line: Line): readonly PersonId[] => {
  const above = [...known.levelsUp(line.lower).keys()].slice(0, line.levels);
  return [...above.reverse(), line.lower];
};

/** The management chain (CP-22): the upper person's reach alone decides (CP-24a); in a cycle each is the upper one. */
const againstLine = (known: Knowledge, one: PersonId, other: PersonId): readonly RuleReason[] =>
  linesOf(known, one, other)
    .filter((line) => line.levels <= known.reachOf(line.upper))
    .slice(0, 1)
    .map((line) => ({ code: 'in-one-line', path: pathOf(known, line), audience: everybody }));

/** Another function (CP-20), unless the people partner has tapped this pair through (CP-31). Who has no function shares none. */
const againstFunction = (known: Knowledge, one: PersonId, other: PersonId): readonly RuleReason[] => {
  const functionOf = known.organisation.functionOf;
  const [mine, theirs] = [functionOf.get(one), functionOf.get(other)];
  if (mine === undefined || theirs === undefined || functionKey(mine) !== functionKey(theirs)) return [];
  if (linked(known.sameFunctionAllowed, one, other) === true) return [];
  return [{ code: 'same-function', functionName: mine, audience: everybody }];
};

/** A different partner every round (CP-15), unless an organiser has recorded that nobody else is possible. */
const againstRepeat = (known: Knowledge, one: PersonId, other: PersonId): readonly RuleReason[] => {
  const roundsAgo = linked(known.roundsAgo, one, other);
  if (roundsAgo === undefined || linked(known.repeatAllowed, one, other) === true) return [];
  return [{ code: 'past-partners', roundsAgo, audience: everybody }];
};

const againstEntries = (known: Knowledge, one: PersonId, other: PersonId): readonly RuleReason[] => {
  const reasons: RuleReason[] = [];
  const dotted = linked(known.dotted, one, other);
  if (dotted !== undefined) reasons.push({ code: 'dotted-line', upper: dotted.upper, lower: dotted.lower, audience: organisers });
  for (const by of whoWorksClosely(known, one, other)) {
    reasons.push({ code: 'works-closely', by, audience: { kind: 'own', personId: by } });
  }
  if (linked(known.apart, one, other) === true) reasons.push({ code: 'kept-apart', audience: organisers });
  return reasons;
};

/** Every rule that keeps two people from being partners, whatever the matching; empty when they may be (CP-15, CP-20 to CP-22, CP-24a). */
export const rulesAgainst = (known: Knowledge, one: PersonId, other: PersonId): readonly RuleReason[] => {
  if (one === other) return [{ code: 'same-person', audience: everybody }];
  return [
    ...againstLine(known, one, other),
    ...againstFunction(known, one, other),
    ...againstRepeat(known, one, other),
    ...againstEntries(known, one, other),
  ];
};
