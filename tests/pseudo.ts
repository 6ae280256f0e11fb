const withoutBrackets = (text: string): string => {
  const shorter = text.replace(/\[[^[\]]*\]/gu, '');
  return shorter === text ? text : withoutBrackets(shorter);
};

/**
 * What of some texts, shown in the pseudo-locale `qps-ploc`, did not come from the catalogue: every text that has letters outside of
 * brackets. Facts that are shown as they are, such as names and functions, are passed in `facts`. Empty when nothing was missed.
 */
export const untranslated = (texts: readonly string[], facts: readonly string[] = []): readonly string[] => {
  const longestFirst = [...facts].sort((left, right) => right.length - left.length);
  const strange = (text: string): boolean => {
    const rest = longestFirst.reduce((left, fact) => left.replaceAll(fact, ''), withoutBrackets(text));
    return /\p{L}/u.test(rest);
  };
  return texts.filter(strange);
};
