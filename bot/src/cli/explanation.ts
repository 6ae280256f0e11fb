import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Deficiency, MatchResult, Unmatched } from '@coaching-pairs/shared/matching/outcome';
import { deficiencyText } from '@coaching-pairs/shared/words/finding-text';
import { namesText } from '@coaching-pairs/shared/words/names-text';
import type { NameOf } from '@coaching-pairs/shared/words/reason-text';
import type { Words } from '@coaching-pairs/shared/words/words';

/** A change of the rules or of who takes part that would let more people be paired, with what it would cost, in words. */
export type Relaxation = { readonly text: string };

/** A longer list of those who could help says nothing. */
const mostNamed = 12;

const withoutPartner = ({ unmatched }: MatchResult, ...whys: readonly Unmatched['why'][]): readonly PersonId[] =>
  unmatched.filter(({ why }) => whys.includes(why)).map(({ personId }) => personId);

/** The sentences about those who have possible partners, too many of them the same. */
const shortage = (words: Words, result: MatchResult, deficiency: Deficiency, nameOf: NameOf): readonly string[] => {
  const left = withoutPartner(result, 'numbers', 'odd');
  const names = namesText(words, deficiency.barrier.map(nameOf));
  const isShown = deficiency.barrier.length > 0 && deficiency.barrier.length <= mostNamed;
  return [
    deficiencyText(words, deficiency),
    ...(isShown ? [words.t('dryRun.explain.barrier', { names })] : []),
    ...(left.length === 0 ? [] : [words.t('dryRun.explain.left', { count: left.length, names: namesText(words, left.map(nameOf)) })]),
  ];
};

/** Why not everybody can be paired, with names and numbers; null when everybody can, but for an odd one out. */
export const explanationOf = (words: Words, result: MatchResult, nameOf: NameOf): string | null => {
  const { deficiency } = result;
  if (deficiency === null) return null;
  const alone = withoutPartner(result, 'nobody-possible');
  const counts = { unmatched: alone.length, participants: deficiency.participants, names: namesText(words, alone.map(nameOf)) };
  const sentences = [
    ...(alone.length === 0 ? [] : [words.t('dryRun.explain.nobodyPossible', counts)]),
    ...(deficiency.unmatched > alone.length || alone.length === 0 ? shortage(words, result, deficiency, nameOf) : []),
  ];
  return sentences.join(' ');
};

/** What could be changed so that more people are paired; the matching offers nothing of the kind so far. */
export const relaxationsOf = (_words: Words, _result: MatchResult): readonly Relaxation[] => [];

/** What the result shows of people whom the rules leave without any partner, by name. */
export const resultWarnings = (words: Words, result: MatchResult, nameOf: NameOf): readonly string[] => {
  const alone = withoutPartner(result, 'nobody-possible');
  const leader = result.leaderWithoutPartner;
  return [
    ...(alone.length === 0
      ? []
      : [words.t('dryRun.warning.nobodyPossible', { count: alone.length, names: namesText(words, alone.map(nameOf)) })]),
    ...(leader === null ? [] : [words.t('dryRun.warning.leaderAlone', { name: nameOf(leader) })]),
  ];
};
