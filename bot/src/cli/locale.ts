import { catalogues } from '@coaching-pairs/shared/words/catalogues';
import { defaultLocale, languagesOf, parseLocale, pseudoLocale, sourceLanguage } from '@coaching-pairs/shared/words/locale';

/** What a terminal says of its language: `LC_ALL`, `LC_MESSAGES` and `LANG`, each like `de_AT.UTF-8`. */
export type LocaleVariables = Readonly<Record<string, string | undefined>>;

/** The locale for the words of a terminal: its own where a catalogue speaks its language, otherwise English. */
export const terminalLocale = ({ LC_ALL, LC_MESSAGES, LANG }: LocaleVariables): string => {
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  const locale = parseLocale(named.replace(/[.@].*$/u, ''));
  const isSpoken = languagesOf(locale).some((language) => Object.hasOwn(catalogues, language) && language !== sourceLanguage);
  const isEnglish = locale.split('-')[0] === sourceLanguage;
  return isSpoken || isEnglish || locale === pseudoLocale ? locale : defaultLocale;
};
