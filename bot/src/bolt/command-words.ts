/** Words of this many letters or fewer must be typed as they are: one letter changed is usually another word. */
const exactUpTo = 3;

/** Lower-case words without accents, punctuation or the mention of the bot. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/<at>.*?<\/at>/gisu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** True when one letter added, dropped or changed, or two neighbours swapped, turns one word into the other; also when they are equal. */
export function withinOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const restOf = (letters: readonly string[], skipped: number): string => letters.slice(same + skipped).join('');
  if (long.length > short.length) return restOf(short, 0) === restOf(long, 1);
  if (restOf(short, 1) === restOf(long, 1)) return true;
  return short[same] === long[same + 1] && short[same + 1] === long[same] && restOf(short, 2) === restOf(long, 2);
}

/** Number of mistyped words (0 or 1) when the text begins with the phrase, undefined when it does not. */
function mistypedWords(phrase: readonly string[], typed: readonly string[]): number | undefined {
  let mistyped = 0;
  for (const [position, word] of phrase.entries()) {
    const typedWord = typed[position];
    if (typedWord === undefined) return undefined;
    if (typedWord === word) continue;
    if (word.length <= exactUpTo || !withinOneEdit(word, typedWord)) return undefined;
    mistyped += 1;
  }
  return mistyped <= 1 ? mistyped : undefined;
}

/** The phrase that a text begins with: the longest, among equals the one typed without a mistake. Case, accents and punctuation do not matter. */
export function matchCommand<Phrase extends string>(phrases: Iterable<Phrase>, text: string): Phrase | undefined {
  const typed = wordsOf(text);
  let best: { readonly phrase: Phrase; readonly length: number; readonly mistyped: number } | undefined;
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const mistyped = words.length === 0 ? undefined : mistypedWords(words, typed);
    if (mistyped === undefined) continue;
    const better = best === undefined || words.length > best.length || (words.length === best.length && mistyped < best.mistyped);
    if (better) best = { phrase, length: words.length, mistyped };
  }
  return best?.phrase;
}
