import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { idOf } from './company.js';
import type { House } from './house.js';
import { pathOf } from './played-round.js';

/** Whatever can be asked for in a round without more than its id and somebody's name. */
const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET' && !['work', 'otherPartners', 'health'].includes(name));

const queryOf = (name: RouteName): string =>
  name.startsWith('search') || name.endsWith('eople') || name === 'peopleToName' ? '?q=an' : '';

/** Everything that somebody is answered in this round, by route, their own export included; a status where they are refused. */
export const everythingTo = async (
  house: House,
  viewer: string,
  roundId: string,
  without: readonly RouteName[] = [],
): Promise<Readonly<Record<string, string>>> => {
  const asked = reading.filter((name) => !without.includes(name));
  const texts = asked.map(async (name) => {
    const { status, text } = await house.call(viewer, 'GET', `${pathOf(name, { roundId, personId: idOf('Ana') })}${queryOf(name)}`);
    return [name, status === 200 ? text : String(status)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
};
