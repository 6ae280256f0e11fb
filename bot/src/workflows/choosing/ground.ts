import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { type Problem, problemOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { isUnpaired } from '@coaching-pairs/shared/round/choosing';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Boards } from '../../ports/boards.js';
import type { VersionedContent } from '../../ports/rounds.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';
import { notBlocked, rulesOf } from '../rules.js';

/** Who may be partners as things stand, by every rule: the same function too, whoever would pass it elsewhere (CP-20, tension 2). */
export type Possible = {
  readonly problem: Problem;
  readonly mayMeet: (one: PersonId, other: PersonId) => boolean;
  /** That they were worked out from. */
  readonly organisation: Organisation;
};

/** Of these people: whoever is blocked, or of whose chain nothing certain is known, may be nobody's partner yet (CP-24b). */
const possibleAmong = async (deps: Deps, round: Round, ids: readonly PersonId[]): Promise<Possible> => {
  const [rules, organisation, able] = await Promise.all([rulesOf(deps, round), organisationOf(deps), notBlocked(deps, ids)]);
  const certain = able.filter((id) => confirmation(organisation, id, round.topId).status !== 'unconfirmed');
  const problem = problemOf(certain, rules, { seed: round.seed });
  return { problem, organisation, mayMeet: (one, other) => one !== other && whyNot(problem, one, other).length === 0 };
};

/** Of all who are in no pair. */
export const possibleIn = (deps: Deps, { round, content }: VersionedContent): Promise<Possible> =>
  possibleAmong(
    deps,
    round.value,
    content.participants.filter(isUnpaired).map(({ personId }) => personId),
  );

/** Whether two who are asked and answer may still be partners as things stand now, whatever has been declared or changed since the ask. */
export const mayStillMeet = async (deps: Deps, round: Round, [one, other]: readonly PersonId[]): Promise<boolean> => {
  if (one === undefined || other === undefined) return false;
  return (await possibleAmong(deps, round, [one, other])).mayMeet(one, other);
};

/** A round and its rules as the pages of all phones are made from them; a moment old at the most. */
export type Ground = { readonly all: VersionedContent; readonly possible: Possible };

type Kept = { readonly any: string; readonly all: Promise<VersionedContent | null> };
type Rules = { readonly shown: string; readonly at: number; readonly possible: Promise<Possible> };

/** Rules that change elsewhere, in the directory or in what somebody names in private, are seen after so many milliseconds. */
const rulesLast = 5_000;

const kept = new WeakMap<Boards, Map<RoundId, Kept>>();
const rules = new WeakMap<Boards, Map<RoundId, Rules>>();

const mapOf = <T>(maps: WeakMap<Boards, Map<RoundId, T>>, boards: Boards): Map<RoundId, T> => {
  const known = maps.get(boards) ?? new Map<RoundId, T>();
  maps.set(boards, known);
  return known;
};

const contentAt = (deps: Deps, id: RoundId, any: string): Kept => {
  const known = mapOf(kept, deps.boards);
  const before = known.get(id);
  if (before !== undefined && before.any === any && any !== '') return before;
  const made = { any, all: deps.rounds.everything(id) };
  known.set(id, made);
  made.all.catch(() => known.delete(id));
  return made;
};

const rulesAt = (deps: Deps, all: VersionedContent, shown: string): Promise<Possible> => {
  const { id } = all.round.value;
  const known = mapOf(rules, deps.boards);
  const before = known.get(id);
  if (before !== undefined && before.shown === shown && performance.now() - before.at < rulesLast) return before.possible;
  const made = { shown, at: performance.now(), possible: possibleIn(deps, all) };
  known.set(id, made);
  made.possible.catch(() => known.delete(id));
  return made.possible;
};

/**
 * What the pages of one board are made from, read once for all phones for as long as nothing changes: three hundred of them that look
 * again at one new pair are one reading. Whoever asks or answers is decided on what is read then, not on this.
 */
export const groundOf = async (
  deps: Deps,
  id: RoundId,
  marks: { readonly any: string; readonly shown: string },
): Promise<Ground | null> => {
  const all = await contentAt(deps, id, marks.any).all;
  if (all === null) return null;
  return { all, possible: await rulesAt(deps, all, marks.shown) };
};
