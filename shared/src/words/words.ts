import { catalogues, type MessageValues } from './catalogues.js';
import { type Formats, formatsFor } from './formats.js';
import { languagesOf, parseLocale, pseudoLocale, sourceLanguage, writtenLocale } from './locale.js';
import { type Catalogues, messagesFor } from './messages.js';

export type { MessageId } from './catalogues.js';

type AllOf<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer Both) => void ? Both : never;
type ValuesOf<Shapes, Id extends keyof Shapes> = AllOf<Shapes[Id]>;
type Arguments<Shapes, Id extends keyof Shapes> = keyof ValuesOf<Shapes, Id> extends never
  ? [values?: Record<string, never>]
  : [values: ValuesOf<Shapes, Id>];

/** Everything that turns facts into the words of one reader; `Shapes` says what each message of a catalogue needs to be filled in. */
export type WordsOf<Shapes> = Formats & {
  /** The locale these words are written in, as a tag for `lang` attributes and for Intl. */
  readonly locale: string;
  /** A message of the catalogue, filled in. Dates, names and lists are passed as text already formatted. */
  readonly t: <Id extends keyof Shapes & string>(id: Id, ...values: Arguments<Shapes, Id>) => string;
};

/** The words of the product. */
export type Words = WordsOf<MessageValues>;

/** Locales whose words are kept; beyond them words are made anew, lest invented locales fill the memory. */
const mostKept = 100;

/** Words from the given catalogues, made once for a locale; the product's own are `wordsFor`. */
export const wordsFrom = <Shapes = MessageValues>(texts: Catalogues) => {
  const kept = new Map<string, WordsOf<Shapes>>();
  const made = (reader: string | null | undefined): WordsOf<Shapes> => {
    const locale = writtenLocale(parseLocale(reader), Object.keys(texts));
    const known = kept.get(locale);
    if (known !== undefined) return known;
    const message = messagesFor(texts, locale);
    const t = <Id extends keyof Shapes & string>(id: Id, ...[values]: Arguments<Shapes, Id>): string => message(id, values ?? {});
    const words = { locale, t, ...formatsFor(locale, locale === pseudoLocale) };
    if (kept.size < mostKept) kept.set(locale, words);
    return words;
  };
  // What readers call their locale is read once too: every call names one.
  const called = new Map<string | null | undefined, WordsOf<Shapes>>();
  return (reader: string | null | undefined): WordsOf<Shapes> => {
    const known = called.get(reader);
    if (known !== undefined) return known;
    const words = made(reader);
    if (called.size < mostKept) called.set(reader, words);
    return words;
  };
};

/** The words of a reader, e.g. `wordsFor('de-AT')`: each message in de-AT, else de, else en; dates, numbers and lists in the same language, as
 * they are written where the reader is. */
export const wordsFor: (reader: string | null | undefined) => Words = wordsFrom(catalogues);

/** The language in which a reader's messages come: the nearest that has a catalogue, for `lang` attributes around nothing but messages. */
export const languageFor = (locale: string): string =>
  locale === pseudoLocale ? locale : (languagesOf(locale).find((language) => Object.hasOwn(catalogues, language)) ?? sourceLanguage);
