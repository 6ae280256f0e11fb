import type { PersonId } from '../ids.js';
import { points } from '../matching/preferences.js';
import type { Change, Relaxation } from '../matching/relaxations/relaxation.js';
import { namesText } from './names-text.js';
import type { NameOf } from './reason-text.js';
import type { Words } from './words.js';

/** More functions than this are not named one by one, nor more pairs than this. */
const mostFunctions = 3;
const mostPairs = 12;

const pairsText = (words: Words, pairs: readonly string[]): string =>
  [...pairs.slice(0, mostPairs), ...(pairs.length > mostPairs ? [words.t('finding.more', { count: pairs.length - mostPairs })] : [])].join(
    '; ',
  );

const twoText = (words: Words, members: readonly PersonId[], nameOf: NameOf): string => words.list(members.map(nameOf));

const inviteText = (words: Words, { count, functions }: Extract<Change, { readonly code: 'invite' }>): string =>
  functions.length === 0 || functions.length > mostFunctions
    ? words.t('relaxation.inviteAnybody', { count })
    : words.t('relaxation.invite', { count, functions: words.list(functions) });

/** What is to be changed, by name, as a sentence for organisers. */
const changeText = (words: Words, change: Change, nameOf: NameOf): string => {
  switch (change.code) {
    case 'invite':
      return inviteText(words, change);
    case 'repeats': {
      const pairs = change.pairs.map(({ members, roundsAgo }) =>
        words.t('relaxation.repeat', { names: twoText(words, members, nameOf), count: roundsAgo }),
      );
      return words.t('relaxation.repeats', { count: pairs.length, pairs: pairsText(words, pairs) });
    }
    case 'kept-apart': {
      const pairs = change.pairs.map((members) => twoText(words, members, nameOf));
      return words.t('relaxation.keptApart', { count: pairs.length, pairs: pairsText(words, pairs) });
    }
    case 'reach': {
      const decisions = change.decisions.map(({ personId, levels, partnerId }) =>
        words.t('relaxation.reach.one', { name: nameOf(personId), levels, partner: nameOf(partnerId) }),
      );
      return words.t('relaxation.reach', { count: decisions.length, decisions: pairsText(words, decisions) });
    }
    case 'split-function':
      return words.t('relaxation.split', { functionName: change.functionName, departments: namesText(words, change.departments) });
  }
};

const costText = (words: Words, lessPerPair: number): string =>
  lessPerPair <= 0 ? words.t('relaxation.cost.none') : words.t('relaxation.cost.some', { points: lessPerPair, language: points.language });

/** What would help, how many people more would have a partner, and what it costs: sentences for organisers, never for leaders (CP-24d). */
export const relaxationText = (words: Words, { change, paired, lessPerPair }: Relaxation, nameOf: NameOf): string =>
  [
    changeText(words, change, nameOf),
    words.t('relaxation.paired', { paired }),
    ...(lessPerPair === null ? [] : [costText(words, lessPerPair)]),
  ].join(' ');
