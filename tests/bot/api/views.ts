import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { idOf } from './company.js';
import type { House } from './house.js';
import { type Cast, joiners, type PlayedRound, pathOf, playRound, spring } from './played-round.js';

/** Everybody of the company who may look: the round’s own people, and who has nothing to do with it. */
export const viewers = ['Stella', 'Toby', 'Quinn', 'Maya', 'Nils', 'Omar', 'Priya', ...joiners];
const reading = Object.keys(routes)
  .filter((name): name is RouteName => name in routes)
  .filter((name) => routes[name].method === 'GET' && name !== 'work');

/** What one person gets to see of everything that can be asked for, and of checking two people. */
export const viewOf = async (house: House, round: PlayedRound, viewer: string): Promise<ReadonlyMap<RouteName, string>> => {
  const view = new Map<RouteName, string>();
  for (const name of reading) {
    const query = name.startsWith('search') ? '?q=an' : '';
    const answer = await house.call(viewer, 'GET', `${pathOf(name, { roundId: round.id, personId: idOf('Ana') })}${query}`);
    if (answer.status === 200) view.set(name, answer.text);
  }
  const checked = await house.call(viewer, 'POST', pathOf('checkPeople', { roundId: round.id }), { memberIds: ['Ana', 'Edda'].map(idOf) });
  if (checked.status === 200) view.set('checkPeople', checked.text);
  return view;
};

export const everyView = async (house: House, round: PlayedRound) =>
  new Map(await Promise.all(viewers.map(async (viewer) => [viewer, await viewOf(house, round, viewer)] as const)));

/** A round whose matches have been sent. */
export const prepare = async (house: House, cast: Cast = spring): Promise<PlayedRound> => {
  const round = playRound(house, 'spring', cast);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  return round;
};
