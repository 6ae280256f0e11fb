import { parseLocale } from '@coaching-pairs/shared/words/locale';

/** What a terminal says of its language: `LC_ALL`, `LC_MESSAGES` and `LANG`, each like `de_AT.UTF-8`. */
export type LocaleVariables = Readonly<Record<string, string | undefined>>;

/** The locale for the words of a terminal. */
export const terminalLocale = ({ LC_ALL, LC_MESSAGES, LANG }: LocaleVariables): string =>
  parseLocale(([LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '').replace(/[.@].*$/u, ''));
