import type { PersonId } from '../ids.js';
import type { PairReason, Reader, RuleReason } from '../matching/reasons.js';
import { readableBy, refusalFor } from '../matching/reasons.js';
import type { Words } from './words.js';

/** Turns the ids in a reason into names, as the reader knows them. */
export type NameOf = (id: PersonId) => string;

const pathText = (words: Words, path: readonly PersonId[], nameOf: NameOf): string =>
  path.map(nameOf).reduce((upper, lower) => words.t('reason.path', { upper, lower }));

const languageName = (words: Words, language: string): string =>
  new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'code' }).of(language) ?? language;

/** What speaks for a pair, as a sentence; null for what nobody is to read (CP-24c). */
const pairReasonText = (words: Words, reason: PairReason, nameOf: NameOf): string | null => {
  switch (reason.code) {
    case 'mutual-trust':
      return null;
    case 'distance':
      return reason.steps === null ? words.t('reason.distanceNone') : words.t('reason.distance', { steps: reason.steps });
    case 'tie': {
      const [one, other] = reason.functions;
      return reason.earlier === 0 ? words.t('reason.tieNew', { one, other }) : words.t('reason.tie', { one, other });
    }
    case 'shared-hours':
      return words.t('reason.sharedHours', { hours: Math.round(reason.minutes / 60) });
    case 'shared-language':
      return words.t('reason.sharedLanguage', { language: languageName(words, reason.language) });
    case 'same-place':
      return words.t('reason.samePlace', { place: reason.location });
    case 'beyond-reach': {
      const [upper] = reason.path;
      const about = { upper: upper === undefined ? '' : nameOf(upper), reach: reason.reach };
      return words.t('reason.beyondReach', { ...about, path: pathText(words, reason.path, nameOf) });
    }
    case 'partners-again':
      return words.t('reason.partnersAgain', { count: reason.roundsAgo });
    case 'kept':
      return words.t('reason.kept');
  }
};

/** Why a rule keeps people apart, as a sentence for whoever may read it. */
const ruleReasonText = (words: Words, reason: RuleReason, nameOf: NameOf): string => {
  switch (reason.code) {
    case 'same-person':
      return words.t('refusal.samePerson');
    case 'not-participating':
      return words.t('refusal.notParticipating', { name: nameOf(reason.personId) });
    case 'in-one-line': {
      const names = reason.path.map(nameOf);
      const ends = { one: names[0] ?? '', other: names.at(-1) ?? '' };
      return words.t('refusal.inOneLine', { ...ends, path: pathText(words, reason.path, nameOf) });
    }
    case 'dotted-line':
      return words.t('refusal.dottedLine', { upper: nameOf(reason.upper), lower: nameOf(reason.lower) });
    case 'same-function':
      return words.t('refusal.sameFunction', { functionName: reason.functionName });
    case 'past-partners':
      return words.t('refusal.pastPartners', { count: reason.roundsAgo });
    case 'works-closely':
      return words.t('refusal.worksClosely');
    case 'kept-apart':
      return words.t('refusal.keptApart');
    case 'declined':
      return words.t('refusal.declined');
  }
};

/** What speaks for a pair in the words of one reader, only what that reader may know (CP-24d); each sentence once. */
export const pairReasonTexts = (words: Words, reasons: readonly PairReason[], reader: Reader, nameOf: NameOf): readonly string[] => {
  const texts = readableBy(reasons, reader).map((reason) => pairReasonText(words, reason, nameOf));
  return [...new Set(texts.filter((text) => text !== null))];
};

/** Why people may not be paired in the words of one reader; what that reader may not know becomes "not available" (CP-24d). */
export const ruleReasonTexts = (words: Words, reasons: readonly RuleReason[], reader: Reader, nameOf: NameOf): readonly string[] => {
  const { readable, notAvailable } = refusalFor(reasons, reader);
  if (notAvailable) return [words.t('refusal.notAvailable')];
  return [...new Set(readable.map((reason) => ruleReasonText(words, reason, nameOf)))];
};
