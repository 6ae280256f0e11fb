import type { Named } from '@coaching-pairs/shared/wire/parts';

const functions = ['Finance', 'Operations', 'Sales', 'People', 'Technology', 'Legal'] as const;
const firstNames = [
  'Priya',
  'Sam',
  'Maya',
  'Tomás',
  'Ingrid',
  'Kwame',
  'Lucía',
  'Noor',
  'Jonas',
  'Aiko',
  'Femi',
  'Greta',
  'Omar',
  'Wanjiru',
];
const lastNames = [
  'Shah',
  'Byrne',
  'Okafor',
  'Silva',
  'Lind',
  'Mensah',
  'Ortega',
  'Haddad',
  'Weber',
  'Tanaka',
  'Adeyemi',
  'Novak',
  'Farouk',
  'Kamau',
];

/** So many invented leaders, always the same; each in the next of six functions. */
export const inventedLeaders = (count: number): readonly Named[] =>
  Array.from({ length: count }, (_none, place) => {
    const first = firstNames[place % firstNames.length] ?? 'Ada';
    const last = lastNames[(place + Math.floor(place / firstNames.length)) % lastNames.length] ?? 'Berg';
    const round = Math.floor(place / (firstNames.length * lastNames.length));
    return {
      id: `leader-${place + 1}`,
      name: round === 0 ? `${first} ${last}` : `${first} ${last} ${round + 1}`,
      functionName: functions[place % functions.length] ?? null,
    };
  });
