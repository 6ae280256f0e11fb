import { instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { type MatchingRules, type PastPair, plainRules, type Two } from '@coaching-pairs/shared/matching/rules';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { randomFrom } from '../shared/matching/graphs.js';

type Random = () => number;

const below = (random: Random, most: number): number => Math.floor(random() * most);

/** A number from 0 to `count` − 1 of which small ones come more often: sites and functions are never of one size. */
const skewed = (random: Random, count: number, by: number): number => Math.min(count - 1, Math.floor(count * random() ** by));

const sites = ['Europe/Berlin', 'Europe/London', 'Europe/Paris', 'Asia/Kolkata', 'America/New_York', 'Asia/Shanghai'].concat([
  'America/Los_Angeles',
  'Europe/Madrid',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Africa/Nairobi',
  'Australia/Sydney',
]);
const languages = ['de', 'en', 'fr', 'en', 'en', 'zh', 'en', 'es', 'ja', 'pt', 'en', 'en'];

/** Ids as the directory has them: long, and in no order. */
const idOf = (random: Random): PersonId => {
  const part = (digits: number): string => Array.from({ length: digits }, () => below(random, 16).toString(16)).join('');
  return personId([8, 4, 4, 4, 12].map(part).join('-'));
};

type Place = { readonly manager: number; readonly depth: number; functionNumber: number; site: number };

/** Everybody has five to nine reports until there are enough; functions are given to whole branches, a few sit elsewhere. */
const placesOf = (random: Random, size: number): readonly Place[] => {
  const functions = Math.max(8, Math.min(30, Math.round(8 + 2.6 * Math.log2(size / 60))));
  const offices = Math.max(3, Math.min(40, Math.round(3 + 2.2 * Math.log2(size / 60) + size / 1500)));
  const top = 6 + below(random, 4);
  const places: Place[] = [];
  const put = (manager: number, depth: number): void => {
    const above = places[manager];
    const own = depth <= 2 || above === undefined || random() < 0.05;
    const functionNumber = own ? skewed(random, functions, 1.6) : above.functionNumber;
    places.push({ manager, depth, functionNumber, site: above !== undefined && random() < 0.6 ? above.site : skewed(random, offices, 2) });
  };
  for (let index = 0; index < Math.min(top, size); index += 1) put(-1, 1);
  for (let manager = 0; places.length < size; manager += 1) {
    const reports = Math.min(5 + below(random, 5), size - places.length);
    for (let index = 0; index < reports; index += 1) put(manager, (places[manager]?.depth ?? 1) + 1);
  }
  return places;
};

/** Who may be partners is not looked at: what stands in the history of a real organisation may be against today's rules too. */
const historyOf = (random: Random, ids: readonly PersonId[], rounds: number): readonly PastPair[] =>
  Array.from({ length: rounds }, (_, index) => {
    const mixed = ids.map((id) => [random(), id] as const).sort(([a], [b]) => a - b);
    return Array.from({ length: Math.floor(ids.length / 2) }, (_, pair) => ({
      memberIds: mixed.slice(2 * pair, 2 * pair + 2).map(([, id]) => id),
      roundsAgo: index + 1,
    }));
  }).flat();

const nothing = { enabled: true, jobTitle: null, mail: null, timeZone: null, language: null, location: null, functionName: null } as const;

export type Large = { readonly ids: readonly PersonId[]; readonly rules: MatchingRules };

/**
 * An invented organisation of any size as a large company has it: lines of management, functions glued to branches, offices
 * with their zones and languages, four earlier rounds, some who work closely, trust each other or are kept apart.
 */
export const largeOrganisation = (size: number, seed = 1): Large => {
  const random = randomFrom(seed * 7919 + size);
  const ids = Array.from({ length: size }, () => idOf(random));
  const head = personId('00000000-0000-0000-0000-000000000000');
  const somebody = (): PersonId => ids[below(random, size)] ?? head;
  const people = placesOf(random, size).map(({ manager, functionNumber, site }, index): Person => {
    const english = random() < 0.45;
    const department = `Function ${functionNumber}`;
    const where = { timeZone: sites[site % sites.length] ?? null, location: `Office ${site}` };
    const language = english ? 'en-GB' : (languages[site % languages.length] ?? null);
    return { id: ids[index] ?? head, name: `Leader ${index}`, department, managerId: ids[manager] ?? head, ...nothing, language, ...where };
  });
  const chief: Person = { id: head, name: 'Head', managerId: null, department: 'Board', ...nothing };
  const two = (): Two => [somebody(), somebody()];
  const trusting = Array.from({ length: Math.floor(size * 0.1) }, two);
  const rules = {
    ...plainRules(organise({ people: [chief, ...people], corrections: [], functions: [] }), instant('2026-11-20T00:00:00.000Z')),
    pastPairs: historyOf(random, ids, 4),
    worksClosely: Array.from({ length: size * 2 }, () => ({ by: somebody(), with: somebody() })),
    keptApart: Array.from({ length: Math.floor(size * 0.01) }, two),
    trusts: trusting.flatMap(([one, other], index) => [{ by: one, in: other }, ...(index % 3 === 0 ? [{ by: other, in: one }] : [])]),
  };
  return { ids, rules };
};
