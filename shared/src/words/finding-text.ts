import type { PersonId } from '../ids.js';
import type { Deficiency } from '../matching/outcome.js';
import type { ChainDoubt } from '../organisation/confirmation.js';
import { pathOfNames } from './names-text.js';
import type { NameOf } from './reason-text.js';
import type { Words } from './words.js';

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
      return words.t('chain.managerMissing', { name });
    case 'manager-disabled':
      return words.t('chain.managerDisabled', { name, manager: nameOf(doubt.managerId) });
    case 'cycle':
      return words.t('chain.cycle', { path: circleText(words, doubt.members, nameOf) });
    case 'no-manager-given':
      return words.t('chain.noManager', { name });
    case 'unknown-person':
      return words.t('chain.unknownPerson');
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
