import type { Instant } from '@coaching-pairs/shared/ids';
import { instant, roundId } from '@coaching-pairs/shared/ids';
import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { type House, openHouse } from '../api/house.js';
import { type PlayedRound, pathOf, playRound, spring } from '../api/played-round.js';

export type ClosingHouse = Awaited<ReturnType<typeof openClosingHouse>>;

/** A round of eight in four pairs that were announced, over real HTTP; Nils sits out, Maya leads it and has not answered. */
export const openClosingHouse = async (
  from = '2026-11-20T09:00:00.000Z',
  asJoined: (round: PlayedRound) => Promise<unknown> = async () => undefined,
) => {
  const house: House = await openHouse({ store: 'memory', now: Date.parse(from), callsAMinute: 100_000 });
  const round = playRound(house, 'spring', spring);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await asJoined(round);
  await round.proposes();
  for (const { id, members } of await round.sent()) for (const who of members) await round.says(who, id, 'accept');
  await round.works('announcePairs', { withoutPartner: [] });
  const id = roundId(round.id);
  const at = { roundId: round.id };
  return {
    ...{ house, round, id },
    reads: (who: string, name: RouteName) => house.call(who, 'GET', pathOf(name, at)),
    tries: (who: string, name: RouteName, body: object) => house.call(who, 'POST', pathOf(name, at), { opId: round.opId(), ...body }),
    /** The use cases when it is another day. */
    on: (day: string) => ({ ...house.deps, clock: { now: (): Instant => instant(`${day}T09:00:00.000Z`) } }),
    close: house.close,
  };
};
