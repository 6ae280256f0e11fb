import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { roundId } from '@coaching-pairs/shared/ids';
import type { ChoosingNews } from '@coaching-pairs/shared/wire/choosing';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { idOf } from '../api/company.js';
import { openHouse } from '../api/house.js';
import { joiners, pathOf, playRound, spring } from '../api/played-round.js';
import { everythingTo, inPartsTo, recordOf } from '../api/reading.js';

const morning = Date.parse('2026-11-20T09:00:00.000Z');

export type ChoosingHouse = Awaited<ReturnType<typeof openChoosingHouse>>;

/** A round in Open choice whose board is open: eight have joined, Nils sits out, and Maya, its leader, is silent. */
export const openChoosingHouse = async () => {
  const house = await openHouse({ store: 'memory', now: morning, callsAMinute: 100_000 });
  const round = playRound(house, 'spring', spring);
  await round.does('Omar', 'openRound', { plan: { ...round.plan, mode: 'open-choice' } });
  await round.chooses();
  await round.invites();
  await round.joins();
  await round.does('Priya', 'openChoosing');
  const board = (who: string) => round.does(who, 'choosingBoard');
  const asks = (who: string, whom: string) => round.does(who, 'askPartner', { personId: idOf(whom) });
  /** Answers whoever asks first. */
  const answers = async (who: string, answer: 'accept' | 'decline') => {
    const [question] = (await board(who)).questions;
    return round.does(who, 'answerAsk', { answer }, { proposalId: question?.proposalId ?? 'nobody-asks' });
  };
  return {
    ...{ house, round, board, asks, answers },
    pairs: async (who: string, whom: string) => {
      await asks(who, whom);
      return answers(whom, 'accept');
    },
    /** Waits at the bot for another board than the one of this version. */
    news: async (who: string, version: string): Promise<ChoosingNews> => {
      const path = `${pathOf('choosingNews', { roundId: round.id })}?q=${encodeURIComponent(version)}`;
      return routes.choosingNews.answer.parse((await house.call(who, 'GET', path)).body);
    },
    tries: async (who: string, name: RouteName, body: object, params: Readonly<Record<string, string>> = {}) => {
      const asked = { opId: round.opId(), ...body };
      const { status, text } = await house.call(who, routes[name].method, pathOf(name, { roundId: round.id, ...params }), asked);
      return { status, code: /"code":"([a-z-]+)"/u.exec(text)?.[1], text };
    },
    /** Everything that these people can ask for, their own exports too. */
    views: async (viewers: readonly string[]) =>
      new Map(await Promise.all(viewers.map(async (viewer) => [viewer, await everythingTo(house, viewer, round.id)] as const))),
    parts: () => inPartsTo(house, round.id),
    record: () => recordOf(house, round.id, round.opId()),
    rows: async (): Promise<readonly string[]> => {
      const rows: string[] = [];
      for await (const row of house.table.list(roundPartition(roundId(round.id)), { prefix: '' }))
        rows.push(`${row.key} ${JSON.stringify(row.fields)}`);
      return rows;
    },
    freezes: () => round.works('announcePairs', { withoutPartner: [] }),
    named: (ids: readonly { readonly id: string }[]) => joiners.filter((name) => ids.some(({ id }) => id === idOf(name))),
  };
};
