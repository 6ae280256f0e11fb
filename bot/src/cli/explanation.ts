import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Deficiency, MatchResult, Unmatched } from '@coaching-pairs/shared/matching/outcome';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import { deficiencyText } from '@coaching-pairs/shared/words/finding-text';
import { namesText } from '@coaching-pairs/shared/words/names-text';
import type { NameOf } from '@coaching-pairs/shared/words/reason-text';
import { relaxationText } from '@coaching-pairs/shared/words/relaxation-text';
import type { Words } from '@coaching-pairs/shared/words/words';

/** A change of the rules or of who takes part that would let more people be paired, with what it would cost, also in words. */
export type ShownRelaxation = Relaxation & { readonly text: string };

/** A longer list of those who could help says nothing. */
const mostNamed = 12;

const withoutPartner = ({ unmatched }: MatchResult, ...whys: readonly Unmatched['why'][]): readonly PersonId[] =>
  unmatched.filter(({ why }) => whys.includes(why)).map(({ personId }) => personId);

const aloneWarnings = (words: Words, result: MatchResult, nameOf: NameOf): readonly string[] => {
  const alone = withoutPartner(result, 'nobody-possible').map(nameOf);
  return alone.length === 0 ? [] : [words.t('dryRun.warning.nobodyPossible', { count: alone.length, names: namesText(words, alone) })];
};

/** People whose possible partners are too few for all of them: how many stay unpaired, whose partners would be needed, and who it is here. */
const shortage = (words: Words, result: MatchResult, deficiency: Deficiency, nameOf: NameOf): readonly string[] => {
  const left = withoutPartner(result, 'numbers', 'odd', 'nobody-possible').map(nameOf);
  const names = namesText(words, deficiency.barrier.map(nameOf));
  const isShown = deficiency.barrier.length > 0 && deficiency.barrier.length <= mostNamed;
  return [
    deficiencyText(words, deficiency),
    ...(isShown ? [words.t('dryRun.explain.barrier', { names })] : []),
    words.t('dryRun.explain.left', { count: left.length, names: namesText(words, left) }),
    ...aloneWarnings(words, result, nameOf),
  ];
};

/** Why not everybody can be paired, with names and numbers; null when everybody can, but for an odd one out. */
export const explanationOf = (words: Words, result: MatchResult, nameOf: NameOf): string | null => {
  const { deficiency } = result;
  if (deficiency === null) return null;
  if (withoutPartner(result, 'numbers', 'odd').length > 0) return shortage(words, result, deficiency, nameOf).join(' ');
  const alone = withoutPartner(result, 'nobody-possible').map(nameOf);
  const counts = { unmatched: alone.length, participants: deficiency.participants };
  return words.t('dryRun.explain.nobodyPossible', { ...counts, names: namesText(words, alone) });
};

/** What could be changed so that more people are paired, each with what it brings and costs. */
export const shownRelaxations = (words: Words, relaxations: readonly Relaxation[], nameOf: NameOf): readonly ShownRelaxation[] =>
  relaxations.map((relaxation) => ({ text: relaxationText(words, relaxation, nameOf), ...relaxation }));

/** What the result shows of people whom the rules leave without any partner, by name. */
export const resultWarnings = (words: Words, result: MatchResult, nameOf: NameOf): readonly string[] => {
  const leader = result.leaderWithoutPartner;
  return [
    ...aloneWarnings(words, result, nameOf),
    ...(leader === null ? [] : [words.t('dryRun.warning.leaderAlone', { name: nameOf(leader) })]),
  ];
};
