import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Matched, MatchResult, Unmatched } from '@coaching-pairs/shared/matching/outcome';
import { groupsOf } from '@coaching-pairs/shared/matching/rematch';
import type { NameOf } from '@coaching-pairs/shared/words/reason-text';
import { pairReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { MatchingFound } from '../ports/matching.js';
import { explanationOf, resultWarnings, type ShownRelaxation, shownRelaxations } from './explanation.js';
import type { Inputs } from './inputs.js';

/** What the command answers with `--json`, and what its table is made of. People by their ids, texts in the reader's words. */
export type Report = {
  readonly participants: number;
  /** Two members each; three in a trio, which comes last. */
  readonly pairs: readonly { readonly members: readonly PersonId[]; readonly reasons: readonly string[] }[];
  readonly unmatched: readonly { readonly id: PersonId; readonly why: Unmatched['why'] }[];
  readonly proof: {
    readonly optimal: boolean;
    readonly value: number;
    readonly bound: number;
    readonly gap: number;
    readonly checkedPairs: number;
  };
  readonly infeasible: null | { readonly explanation: string; readonly relaxations: readonly ShownRelaxation[] };
  readonly warnings: readonly string[];
  /** What the matching itself took. */
  readonly seconds: number;
};

/** People by name, as a file of people has them. */
export const namesIn = (people: Inputs['people']): NameOf => {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

const proofOf = ({ certificate, exact }: MatchResult): Report['proof'] => {
  const { primal, gap, checkedPairs } = certificate;
  return { optimal: exact && gap === 0, value: primal, bound: primal + gap, gap, checkedPairs };
};

/** A dry run is read by somebody who makes the matches: what only its owner may read does not stand in a file of people anyway. */
const reader = { kind: 'organiser' } as const;

/** The result of a dry run, in words. */
export const reportOf = (words: Words, inputs: Inputs, result: MatchingFound): Report => {
  const nameOf = namesIn(inputs.people);
  const shown = ({ members, reasons }: Matched): Report['pairs'][number] => ({
    members,
    reasons: pairReasonTexts(words, reasons, reader, nameOf),
  });
  const explanation = explanationOf(words, result, nameOf);
  return {
    participants: inputs.people.length,
    pairs: [...result.pairs, ...(result.trio === null ? [] : [result.trio])].map(shown),
    unmatched: result.unmatched.map(({ personId, why }) => ({ id: personId, why })),
    proof: proofOf(result),
    infeasible: explanation === null ? null : { explanation, relaxations: shownRelaxations(words, result.relaxations, nameOf) },
    warnings: [...inputs.warnings, ...resultWarnings(words, result, nameOf)],
    seconds: Math.round(result.seconds * 1000) / 1000,
  };
};

/** The matches that lean on a reach (CP-24a), each as its names. */
export const leaningNames = (words: Words, { leaning }: MatchResult, nameOf: NameOf): readonly string[] =>
  groupsOf({ pairs: leaning, trio: null }).map((members) => words.list(members.map(nameOf)));
