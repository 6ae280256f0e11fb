import { catalogues, type MessageId, type MessageValues } from './catalogues.js';
import { type Formats, formatsFor } from './formats.js';
import { parseLocale, pseudoLocale } from './locale.js';
import { type Catalogues, messagesFor } from './messages.js';

export type { MessageId } from './catalogues.js';

type AllOf<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer Both) => void ? Both : never;
type ValuesOf<Id extends MessageId> = AllOf<MessageValues[Id]>;
type Arguments<Id extends MessageId> = keyof ValuesOf<Id> extends never ? [values?: Record<string, never>] : [values: ValuesOf<Id>];

/** Everything that turns facts into the words of one reader. */
export type Words = Formats & {
  /** The reader's locale as a tag, for `lang` attributes and for Intl. */
  readonly locale: string;
  /** A message of the catalogue, filled in. Dates, names and lists are passed as text already formatted. */
  readonly t: <Id extends MessageId>(id: Id, ...values: Arguments<Id>) => string;
};

/** Words from the given catalogues; the product's own are `wordsFor`. */
export const wordsFrom =
  (texts: Catalogues) =>
  (reader: string | null | undefined): Words => {
    const locale = parseLocale(reader);
    const message = messagesFor(texts, locale);
    const t = <Id extends MessageId>(id: Id, ...[values]: Arguments<Id>): string => message(id, values ?? {});
    return { locale, t, ...formatsFor(locale, locale === pseudoLocale) };
  };

/** The words of a reader, e.g. `wordsFor('de-AT')`: each message in de-AT, else de, else en; dates, numbers and lists as that locale writes them. */
export const wordsFor: (reader: string | null | undefined) => Words = wordsFrom(catalogues);
