import type { PersonId } from '@coaching-pairs/shared/ids';
import { isUnpaired } from '@coaching-pairs/shared/round/choosing';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { VersionedContent } from '../../ports/rounds.js';
import { namedIn } from '../organisation.js';
import type { Ground, Possible } from './ground.js';

/** What the boards of all who read in one language are made from. It holds whom nobody reads of as a whole: each board takes its own part. */
export type Common = {
  readonly named: ReturnType<typeof namedIn>;
  /** The latest first. */
  readonly pairs: readonly Pair[];
  readonly pairsNamed: Named[][];
  /** Everybody who is in no pair, as a dictionary orders them. */
  readonly unpaired: readonly { readonly personId: PersonId; readonly named: Named }[];
};

type Kept = { readonly possible: Possible; readonly byLocale: Map<string, Common> };
const kept = new WeakMap<VersionedContent, Kept>();

const latestFirst = ({ content }: VersionedContent): readonly Pair[] =>
  [...standingPairs(content)].sort((one, other) => (one.formedAt < other.formedAt ? 1 : -1));

const made = ({ all, possible }: Ground, words: Words): Common => {
  const named = namedIn(possible.organisation);
  const pairs = latestFirst(all);
  const unpaired = all.content.participants.filter(isUnpaired).map(({ personId }) => ({ personId, named: named(personId) }));
  return {
    ...{ named, pairs },
    pairsNamed: pairs.map(({ memberIds }) => memberIds.map(named)),
    unpaired: unpaired.sort((one, other) => words.compare(one.named.name, other.named.name)),
  };
};

/** Worked out once for each reading of a round, whoever looks at it: three hundred phones do not each sort the same three hundred names. */
export const commonOf = (ground: Ground, words: Words): Common => {
  const { all, possible } = ground;
  const before = kept.get(all);
  const here = before?.possible === possible ? before : { possible, byLocale: new Map<string, Common>() };
  if (here !== before) kept.set(all, here);
  const common = here.byLocale.get(words.locale) ?? made(ground, words);
  here.byLocale.set(words.locale, common);
  return common;
};
