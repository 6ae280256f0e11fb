import type { MatchingAsked } from '@coaching-pairs/bot/ports/matching';
import { instant, personId } from '@coaching-pairs/shared/ids';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';

/** Eight to a manager, nine functions; a matching of four hundred takes a second or more. */
export const crowdOf = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    name: `Person ${index}`,
    department: `Department ${index % 9}`,
    managerId: index === 0 ? null : idOf(Math.floor((index - 1) / 8)),
    enabled: true,
    jobTitle: null,
    mail: `person${index}@example.com`,
    timeZone: 'Europe/London',
    language: 'en',
    location: null,
    functionName: null,
  }));

const idOf = (index: number) => personId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);

/** The matching of such a crowd, as a draft asks for it. */
export const askedOf = (count: number): MatchingAsked => {
  const people = crowdOf(count);
  const organisation = organise({ people, corrections: [], functions: [] });
  return {
    participants: people.map(({ id }) => id),
    rules: plainRules(organisation, instant('2027-01-11T00:00:00.000Z')),
    options: { seed: 7, odd: 'trio' },
  };
};
