import { IntlMessageFormat } from 'intl-messageformat';
import { languagesOf, pseudoLocale, sourceLanguage } from './locale.js';
import { accentMessage, bracket } from './pseudo.js';

/** Texts by language and by message id. */
export type Catalogues = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Values = Readonly<Record<string, string | number>>;
export type Messages = (id: string, values: Values) => string;

const has = (catalogue: Readonly<Record<string, string>> | undefined, id: string): catalogue is Readonly<Record<string, string>> =>
  catalogue !== undefined && Object.hasOwn(catalogue, id);

const compile = (text: string, locale: string): IntlMessageFormat => new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });

const pseudo = (text: string): IntlMessageFormat =>
  new IntlMessageFormat(accentMessage(compile(text, sourceLanguage).getAst()), sourceLanguage);

/** The reader's own locale where it speaks the language of the message, so that numbers in it are written as the reader writes them. */
const localeFor = (locale: string, language: string): string => (locale.split('-')[0] === language.split('-')[0] ? locale : language);

/** Finds a message in the nearest language that has it and fills it in. An id that no language has comes back as itself in brackets. */
export const messagesFor = (catalogues: Catalogues, locale: string): Messages => {
  const compiled = new Map<string, IntlMessageFormat>();
  const isPseudo = locale === pseudoLocale;

  const find = (id: string): IntlMessageFormat | undefined => {
    for (const language of isPseudo ? [sourceLanguage] : languagesOf(locale)) {
      const catalogue = catalogues[language];
      const text = has(catalogue, id) ? catalogue[id] : undefined;
      if (text !== undefined) return isPseudo ? pseudo(text) : compile(text, localeFor(locale, language));
    }
    return undefined;
  };

  return (id, values) => {
    const message = compiled.get(id) ?? find(id);
    if (message === undefined) return bracket(id);
    compiled.set(id, message);
    const text = String(message.format(values));
    return isPseudo ? bracket(text) : text;
  };
};
