import { wordsFor } from '@coaching-pairs/shared/words/words';
import { sandboxWordsFor } from './sandbox-words.js';

/** The language of a terminal as its environment names it, e.g. `en_GB.UTF-8`; nothing where it names none. */
export const localeOf = (environment: Readonly<Record<string, string | undefined>>): string | undefined => {
  const named = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((name) => name !== undefined && name !== '');
  return named?.split(/[.@]/u)[0];
};

const locale = localeOf(process.env);

/** What the sandbox says in the terminal, and to programs that drive it. */
export const terminal = sandboxWordsFor(locale);
/** The product's own words in the same language, e.g. for the faults of a file. */
export const productWords = wordsFor(locale);
