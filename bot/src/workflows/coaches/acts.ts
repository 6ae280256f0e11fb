import { isOpenAct } from '@coaching-pairs/shared/audit/acts';
import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { TwoTwoActs } from '@coaching-pairs/shared/wire/two-two';
import type { Words } from '@coaching-pairs/shared/words/words';
import { twoTwoPlace } from '../../ports/audit.js';
import { namingFor } from '../audit/read-audit.js';
import type { Deps } from '../deps.js';

/** Lines shown at once. */
const mostLines = 200;

/** Who did what with the switch and the register, for coordinators; administrators of rounds never read this book (S-20). */
export const twoTwoActsOf = async (deps: Deps, words: Words): Promise<TwoTwoActs> => {
  const [book, people, named] = await Promise.all([deps.audit.open(twoTwoPlace), deps.audit.people(), namingFor(deps, words)]);
  const personOf = (name: string): PersonId => people.get(name) ?? personId(name);
  const lines = [...book.links, ...book.waiting].flatMap(({ at, by, action, subject }) =>
    isOpenAct(action)
      ? [{ at, by: named(personOf(by)), action, about: subject.personId === undefined ? null : named(personOf(subject.personId)).name }]
      : [],
  );
  const newest = lines.reverse();
  return { lines: newest.slice(0, mostLines), more: Math.max(0, newest.length - mostLines) };
};
