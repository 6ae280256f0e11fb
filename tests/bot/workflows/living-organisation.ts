import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { personNamed } from '../../shared/organisation/company.js';

const functions = ['Sales', 'Legal', 'Technology', 'Finance', 'Marketing', 'People', 'Operations', 'Research'] as const;

/** Numbers from 0 to below 1, the same ones for the same seed (Park and Miller's generator). */
export const numbersFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const pickFrom =
  (random: () => number) =>
  <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error('There is nobody to choose from.');
    return picked;
  };

/** An organisation that goes on living: a chief, heads of eight functions, and leaders below them who come, go and move. */
export const livingOrganisation = (size: number, random: () => number) => {
  const pick = pickFrom(random);
  const heads = functions.map((name) => personNamed(`Head-of-${name}`, { under: 'Ruth', department: name }));
  const organisers = ['Maya', 'Priya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth', department: 'Board' }));
  const people: Person[] = [personNamed('Ruth', { department: 'Board' }), ...heads, ...organisers];
  const leaders = (): readonly Person[] => people.filter(({ name }) => name.startsWith('Leader'));
  const isManager = (id: PersonId): boolean => people.some(({ managerId }) => managerId === id);
  const withoutReports = () => pick(leaders().filter(({ id }) => !isManager(id)));
  let hired = 0;
  const hire = (): void => {
    hired += 1;
    const department = pick(functions);
    const colleagues = leaders().filter((one) => one.department === department && one.managerId?.startsWith('head') === true);
    const under = pick([`Head-of-${department}`, ...colleagues.map(({ name }) => name)]);
    people.push(personNamed(`Leader-${hired}`, { under, department }));
  };
  for (let count = 0; count < size; count += 1) hire();
  return {
    people,
    leaders,
    hire,
    leave: (): void => {
      people.splice(people.indexOf(withoutReports()), 1);
    },
    /** Somebody goes to the head of another function. */
    move: (): void => {
      const moved = withoutReports();
      const department = pick(functions.filter((name) => name !== moved.department));
      people[people.indexOf(moved)] = personNamed(moved.name, { under: `Head-of-${department}`, department });
    },
  };
};
