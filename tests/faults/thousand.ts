const firstNames = ['Ada', 'Bruno', 'Chidi', 'Daria', 'Emeka', 'Farah', 'Goran', 'Hana', 'Ines', 'Jonas'];
const middleNames = ['Ann', 'Bea', 'Cleo', 'Dov', 'Eli', 'Fay', 'Gil', 'Hal', 'Ivo', 'Jo'];
const lastNames = ['Amari', 'Brandt', 'Costa', 'Dunne', 'Eriksen', 'Fofana', 'Garcia', 'Haddad', 'Ivanov', 'Jansen'];
const departments = [
  'Finance',
  'Marketing',
  'Operations',
  'Engineering',
  'Sales',
  'Legal',
  'People',
  'Information Technology',
  'Research',
  'Customer Service',
];
/** Direct reports below the heads of department. */
const span = 6;

export const thousand = 1_000;
export const chiefId = 'L0001';

const idOf = (number: number): string => `L${String(number).padStart(4, '0')}`;
const pick = (names: readonly string[], index: number): string => names[index % names.length] ?? '';
const nameOf = (number: number): string =>
  [pick(firstNames, number), pick(middleNames, Math.floor(number / 10)), pick(lastNames, Math.floor(number / 100))].join(' ');

/** The place in a department's own tree: its head is 0 and reports to the chief executive. */
const managerOf = (number: number): string => {
  const [department, place] = [(number - 2) % departments.length, Math.floor((number - 2) / departments.length)];
  if (place === 0) return chiefId;
  return idOf(2 + department + Math.floor((place - 1) / span) * departments.length);
};

const lineOf = (number: number): string =>
  number === 1
    ? `${chiefId},${nameOf(1)},Executive Office,`
    : `${idOf(number)},${nameOf(number)},${pick(departments, number - 2)},${managerOf(number)}`;

/** An invented organisation of a thousand leaders in ten departments below a chief executive, as a file for `--people`. */
export const thousandLeaders = (): string =>
  ['id,name,department,managerId', ...Array.from({ length: thousand }, (_, index) => lineOf(index + 1))].join('\n');
