import { pseudoLocale, sourceLanguage } from '@coaching-pairs/shared/words/locale';
import { bracket } from '@coaching-pairs/shared/words/pseudo';
import { type WordsOf, wordsFrom } from '@coaching-pairs/shared/words/words';
import { catalogues, type MessageId, type MessageValues } from './catalogues.js';

export type SandboxMessageId = MessageId;

/** The words of the sandbox tenant, from the catalogue beside this file, which never goes to production. */
export type SandboxWords = WordsOf<MessageValues> & {
  /** A moment as the reader writes it, in the style of `Intl.DateTimeFormat`. */
  readonly moment: (at: Date, style: Intl.DateTimeFormatOptions) => string;
};

const wordsIn = wordsFrom<MessageValues>(catalogues);

/** The sandbox's words for a reader, e.g. `sandboxWordsFor('en-GB')`. */
export const sandboxWordsFor = (reader: string | null | undefined): SandboxWords => {
  const words = wordsIn(reader);
  const isPseudo = words.locale === pseudoLocale;
  const moment: SandboxWords['moment'] = (at, style) => {
    const text = new Intl.DateTimeFormat(isPseudo ? sourceLanguage : words.locale, style).format(at);
    return isPseudo ? bracket(text) : text;
  };
  return { ...words, moment };
};
