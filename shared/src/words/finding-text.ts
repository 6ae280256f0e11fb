import type { PersonId } from '../ids.js';
import type { Deficiency } from '../matching/outcome.js';
import type { ChainDoubt } from '../organisation/confirmation.js';
import type { Findings } from '../organisation/findings.js';
import { namesText, pathOfNames } from './names-text.js';
import type { NameOf } from './reason-text.js';
import type { Words } from './words.js';

type Counted = { readonly count: number; readonly names: string };

/** What a reading of the organisation has found, a sentence each; one sentence when all is well. */
export const findingTexts = (words: Words, findings: Findings, nameOf: NameOf): readonly string[] => {
  const about = (ids: readonly PersonId[], say: (counted: Counted) => string): readonly string[] =>
    ids.length === 0 ? [] : [say({ count: ids.length, names: namesText(words, ids.map(nameOf)) })];
  const who = (entries: Findings['managerMissing']): readonly PersonId[] => entries.map(({ personId }) => personId);
  const found = [
    ...about(findings.withoutManager, (counted) => words.t('finding.withoutManager', counted)),
    ...about(who(findings.managerMissing), (counted) => words.t('finding.managerMissing', counted)),
    ...about(who(findings.managerDisabled), (counted) => words.t('finding.managerDisabled', counted)),
    ...about(findings.disabled, (counted) => words.t('finding.disabled', counted)),
    ...findings.cycles.map((cycle) => words.t('finding.cycle', { path: circleText(words, cycle, nameOf) })),
    ...about(findings.withoutDepartment, (counted) => words.t('finding.withoutDepartment', counted)),
  ];
  const count = { count: findings.people };
  return found.length === 0 ? [words.t('finding.allWell', count)] : [words.t('finding.people', count), ...found];
};

/** Each member reports to the next, so that the manager stands after the report; shown from manager to report. */
const circleText = (words: Words, members: readonly PersonId[], nameOf: NameOf): string => {
  const downwards = [...members, ...members.slice(0, 1)].reverse();
  return pathOfNames(words, downwards.map(nameOf));
};

/** Why somebody's chain is not confirmed (CP-24b), as a sentence. */
export const chainDoubtText = (words: Words, doubt: ChainDoubt, nameOf: NameOf): string => {
  const name = nameOf(doubt.personId);
  switch (doubt.code) {
    case 'manager-missing':
      return words.t('finding.doubt.managerMissing', { name });
    case 'manager-disabled':
      return words.t('finding.doubt.managerDisabled', { name, manager: nameOf(doubt.managerId) });
    case 'cycle':
      return words.t('finding.doubt.cycle', { path: circleText(words, doubt.members, nameOf) });
    case 'no-manager-given':
      return words.t('finding.doubt.noManagerGiven', { name });
    case 'unknown-person':
      return words.t('finding.doubt.unknownPerson', { name });
  }
};

/** Why not everybody can be paired, with numbers: by the function that is too large where that is the cause. */
export const deficiencyText = (words: Words, { unmatched, participants, barrier, components, byFunction }: Deficiency): string => {
  const largest = byFunction[0];
  const others = participants - (largest?.participants ?? 0);
  if (largest !== undefined && largest.functionName !== null && largest.participants - others === unmatched && unmatched > 1) {
    const { functionName } = largest;
    return words.t('deficiency.function', { functionName, count: largest.participants, participants, others, unmatched });
  }
  return words.t('deficiency.general', { unmatched, groups: components.length, barrier: barrier.length });
};
