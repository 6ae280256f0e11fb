import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { roundId } from '@coaching-pairs/shared/ids';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { idOf } from '../api/company.js';
import { openHouse } from '../api/house.js';
import { joiners, pathOf, playRound, spring } from '../api/played-round.js';
import { everythingTo, inPartsTo, recordOf } from '../api/reading.js';

/** Her round leader, somebody who sits out and names her, both administrators, and one of those who joined. */
const viewers = ['Maya', 'Nils', 'Omar', 'Priya', 'Ben'];
/** What Nils said is in his own export, and whatever somebody has said they read again. */
const ownOf = (viewer: string): readonly RouteName[] => (viewer === 'Nils' ? ['myFeedback', 'myData'] : ['myFeedback']);

/** A quarter to midnight on the last day for names, so that they are closed soon and everybody is still signed in. */
const late = Date.parse('2026-11-20T23:20:00.000Z');
export const lastDay = '2026-11-20';

export type FeedbackHouse = Awaited<ReturnType<typeof openFeedbackHouse>>;

/** A round whose four pairs are announced; Nils sits it out and Maya, its leader, is silent. */
export const openFeedbackHouse = async () => {
  const house = await openHouse({ store: 'memory', now: late, callsAMinute: 100_000 });
  const round = playRound(house, 'spring', spring);
  await round.opens();
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.proposes();
  for (const { id, members } of await round.sent()) for (const who of members) await round.says(who, id, 'accept');
  await round.works('announcePairs', { withoutPartner: [] });
  const partnerOf = async (who: string): Promise<string> => {
    const { partners } = await round.does(who, 'myFeedback');
    return joiners.find((name) => idOf(name) === partners[0]?.id) ?? '';
  };
  const viewOf = (viewer: string) => everythingTo(house, viewer, round.id, ownOf(viewer));
  return {
    ...{ house, round, partnerOf },
    names: (who: string, first: string, second: string) =>
      round.does(who, 'saveFeedback', { attends: true, named: { first: idOf(first), second: idOf(second) } }),
    tries: async (who: string, name: RouteName, body: object): Promise<readonly [number, string | undefined]> => {
      const asked = { opId: round.opId(), ...body };
      const { status, text } = await house.call(who, routes[name].method, pathOf(name, { roundId: round.id }), asked);
      return [status, /"code":"([a-z-]+)"/u.exec(text)?.[1]];
    },
    /** Everything that anybody can ask for, exports too, but for what they have said themselves. */
    everyView: async () => new Map(await Promise.all(viewers.map(async (viewer) => [viewer, await viewOf(viewer)] as const))),
    parts: () => inPartsTo(house, round.id),
    record: () => recordOf(house, round.id, round.opId()),
    /** Every row of the round, by its key. */
    stored: async (): Promise<ReadonlyMap<string, string>> => {
      const rows = new Map<string, string>();
      for await (const row of house.table.list(roundPartition(roundId(round.id)), { prefix: '' }))
        rows.set(row.key, JSON.stringify(row.fields));
      return rows;
    },
    told: async (kind: string): Promise<readonly string[]> =>
      (await house.deps.rounds.messages(roundId(round.id))).filter((one) => one.kind === kind).map(({ to }) => to),
    /** Until names are closed. */
    waits: (): void => house.clock.advance(45 * 60),
  };
};
