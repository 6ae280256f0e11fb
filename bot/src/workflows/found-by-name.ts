import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';

/** Shown at once; the rest is found by typing more of a name. */
export const mostShown = 20;

const withAccents = /\P{ASCII}/u;

/** Without accents and in small letters, so that whatever somebody can type finds it. */
export const folded = (text: string): string => {
  // Most names have none, and taking accents away costs ten times as much as looking for them.
  const plain = withAccents.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  return plain.toLowerCase();
};

/** Whether a name, or a word of it, begins so. */
const beginsSo = (name: string, text: string): boolean => {
  const [whole, sought] = [folded(name), folded(text.trim())];
  return whole.startsWith(sought) || whole.split(/[\s'-]+/u).some((word) => word.startsWith(sought));
};

/** People by the beginning of a name or of a word of it, in the order of the reader's alphabet, and how many were found beyond those. */
export const foundByName = (words: Words, people: readonly Named[], query: string): { readonly people: Named[]; readonly more: number } => {
  const found = people.filter(({ name }) => beginsSo(name, query)).sort((one, other) => words.compare(one.name, other.name));
  const shown = found.slice(0, mostShown);
  return { people: shown, more: found.length - shown.length };
};
