import type { Words } from './words.js';

/** How many names a sentence holds before it says how many more there are. */
const mostNames = 12;

/** Names as a list of the reader's language; a long one ends with how many more there are. */
export const namesText = (words: Words, names: readonly string[]): string => {
  if (names.length <= mostNames) return words.list(names);
  return words.list([...names.slice(0, mostNames), words.t('finding.more', { count: names.length - mostNames })]);
};

/** Names along a line of management, the upper one first. */
export const pathOfNames = (words: Words, names: readonly string[]): string =>
  names.length === 0 ? '' : names.reduce((upper, lower) => words.t('reason.path', { upper, lower }));
