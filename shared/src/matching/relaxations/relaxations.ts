import type { PersonId } from '../../ids.js';
import { type Field, fieldOf, idsAt } from '../columns/field.js';
import { type Core, solveCore } from '../core.js';
import type { MatchOptions, MatchResult } from '../outcome.js';
import { preferencesFor } from '../preferences.js';
import { type Problem, problemOf } from '../problem.js';
import { readableBy } from '../reasons.js';
import { changesFor, inviting } from './changes.js';
import type { Change, Relaxation } from './relaxation.js';
import { type Asked, relaxed } from './relaxed.js';

/** Above so many people nothing is offered: each offer is solved for, which would take long. */
export const mostForRelaxations = 2_000;

/** A matching of those who are in no locked group, in pairs alone. */
type Tried = { readonly problem: Problem; readonly field: Field; readonly free: Int32Array; readonly core: Core };

const tried = ({ participants, rules }: Asked, options: MatchOptions): Tried => {
  const problem = problemOf(participants, rules, options);
  const field = fieldOf(problem);
  const taken = new Set((options.locks ?? []).flat());
  const free = Int32Array.from(problem.ids.keys()).filter((place) => idsAt(field, [place]).every((id) => !taken.has(id)));
  return { problem, field, free, core: solveCore(field, free) };
};

/** What a pair is worth on average by what organisers may read: trust is nobody's to see, also not in a sum (CP-24c). */
const averageOf = ({ problem, core }: Tried): number => {
  const worth = ([one, other]: Core['pairs'][number]): number =>
    readableBy(preferencesFor(problem.knowledge, one, other), { kind: 'organiser' }).reduce((sum, { points }) => sum + points, 0);
  return core.pairs.length === 0 ? 0 : core.pairs.reduce((sum, pair) => sum + worth(pair), 0) / core.pairs.length;
};

const givenUpBy = (change: Exclude<Change, { readonly code: 'invite' }>): number => {
  switch (change.code) {
    case 'repeats':
    case 'kept-apart':
      return change.pairs.length;
    case 'reach':
      return change.decisions.length;
    case 'split-function':
      return 1;
  }
};

/** The most help first, and of the same help what gives up least. */
const byHelp = (a: Relaxation, b: Relaxation): number => b.paired - a.paired || a.givenUp - b.givenUp;

/**
 * The smallest changes that would give more people a partner, where not everybody can have one: each kind of change by itself,
 * with as few exceptions as it takes. Each is solved for, so that matching with it (`relaxed`) pairs just as many more as it
 * says. Empty where numbers are odd at most, and above `mostForRelaxations` people. Nothing goes against CP-22.
 */
export const relaxationsFor = (asked: Asked, options: MatchOptions, result: Pick<MatchResult, 'deficiency'>): readonly Relaxation[] => {
  const { deficiency } = result;
  if (deficiency === null || asked.participants.length > mostForRelaxations) return [];
  const plain: MatchOptions = { ...options, odd: 'leave' };
  const now = tried(asked, plain);
  const aloneOf = ({ core }: Tried): readonly PersonId[] => core.alone.filter((id) => now.problem.participants.has(id));
  const before = averageOf(now);
  const offered = (change: Change): readonly Relaxation[] => {
    const then = tried(relaxed(asked, change), plain);
    const paired = now.core.alone.length - aloneOf(then).length;
    if (paired <= 0) return [];
    if (change.code === 'invite') {
      // Whoever has no partner even now is helped by nobody who could come, such as somebody above everybody.
      return paired < change.count ? offered(inviting(deficiency, paired)) : [{ change, paired, givenUp: paired, lessPerPair: null }];
    }
    return [{ change, paired, givenUp: givenUpBy(change), lessPerPair: Math.round(before - averageOf(then)) }];
  };
  return [inviting(deficiency, now.core.alone.length), ...changesFor(now.field, now.free, deficiency)].flatMap(offered).sort(byHelp);
};
