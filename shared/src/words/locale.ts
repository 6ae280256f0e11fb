/** The locale of a reader of whom nothing is known. */
export const defaultLocale = 'en-GB';
/** Runs the product in accents and brackets, so that a text which is not in the catalogue stands out. */
export const pseudoLocale = 'qps-ploc';
/** The language every message exists in. */
export const sourceLanguage = 'en';

/** What a client or a directory calls a locale (`de_AT`, `en-gb`, nothing at all) as a tag that Intl takes. */
export const parseLocale = (text: string | null | undefined): string => {
  const tag = (text ?? '').trim().replaceAll('_', '-');
  if (tag.toLowerCase() === pseudoLocale) return pseudoLocale;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? defaultLocale;
  } catch (_notATag) {
    return defaultLocale;
  }
};

/** The languages to look for a message in, nearest first: de-AT, de, en. */
export const languagesOf = (locale: string): readonly string[] => {
  const parts = locale.split('-');
  const nearest = parts.map((_part, index) => parts.slice(0, parts.length - index).join('-'));
  return [...new Set([...nearest, sourceLanguage])];
};

/**
 * The locale a reader's texts are written in: their own where a message file speaks their language, otherwise English as it is written
 * where they are, so that no sentence is half in one language and half in another. `es-ES` is en-ES where there are no Spanish texts.
 */
export const writtenLocale = (locale: string, languages: readonly string[]): string => {
  const { language, region } = new Intl.Locale(locale).maximize();
  const isSpoken = language === sourceLanguage || languagesOf(locale).some((one) => one !== sourceLanguage && languages.includes(one));
  return isSpoken || locale === pseudoLocale ? locale : [sourceLanguage, region].filter((part) => part !== undefined).join('-');
};

/** An IANA zone that Intl knows, or UTC. */
export const knownZone = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (_unknownZone) {
    return 'UTC';
  }
};
