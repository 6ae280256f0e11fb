import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { type MatchingRules, plainRules } from '@coaching-pairs/shared/matching/rules';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { personNamed, someday } from '../organisation/company.js';

type Random = () => number;

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const zones = ['Europe/London', 'Asia/Kolkata', 'America/New_York', null] as const;

export type Invented = { readonly people: readonly Person[]; readonly ids: readonly PersonId[]; readonly rules: MatchingRules };

/** An invented organisation with everything that can be entered: trees, cycles, absent managers, history, trust, close work. */
export const inventedOrganisation = (random: Random, size: number): Invented => {
  const names = Array.from({ length: size }, (_, index) => `P${index}`);
  const people = names.map((name, index): Person => {
    const roll = random();
    const under =
      roll < 0.1 ? undefined : roll < 0.15 ? 'absent' : roll < 0.2 ? pick(random, names) : names[Math.floor(random() * Math.max(1, index))];
    return {
      ...personNamed(name, under === undefined || index === 0 ? {} : { under }),
      department: random() < 0.05 ? null : `D${Math.floor(random() * 4)}`,
      jobTitle: `Title ${Math.floor(random() * 5)}`,
      timeZone: pick(random, zones),
      language: pick(random, ['en-GB', 'de', null]),
      location: pick(random, ['Pune', 'Leeds', null]),
    };
  });
  const ids = people.map((person) => person.id);
  const somebody = (): PersonId => pick(random, ids);
  const some = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: Math.floor(random() * (count + 1)) }, make);
  const pastPairs = some(size / 2, () => ({ memberIds: [somebody(), somebody()], roundsAgo: 1 + Math.floor(random() * 3) }));
  const organisation = organise({
    people,
    corrections: [],
    functions: [{ name: 'F', departments: ['D0', 'D1'] }].slice(random() < 0.8 ? 1 : 0),
  });
  const rules: MatchingRules = {
    ...plainRules(organisation, someday),
    roundLeaderId: random() < 0.8 ? somebody() : null,
    reach: some(2, () => ({ personId: somebody(), levels: Math.floor(random() * 4) })),
    dottedLines: some(2, () => ({ upper: somebody(), lower: somebody() })),
    worksClosely: some(3, () => ({ by: somebody(), with: somebody() })),
    keptApart: some(2, () => [somebody(), somebody()] as const),
    pastPairs,
    repeatsAllowed: pastPairs
      .filter(() => random() < 0.2)
      .map(({ memberIds: [one, other] }) => [one ?? somebody(), other ?? somebody()] as const),
    trusts: some(size, () => ({ by: somebody(), in: somebody() })),
  };
  return { people, ids, rules };
};

export const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] =>
  items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

export const idsOf = (...names: readonly string[]): readonly PersonId[] => names.map((name) => personId(name.toLowerCase()));
