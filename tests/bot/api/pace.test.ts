import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '@coaching-pairs/bot/bolt/app';
import type { Turn } from '@coaching-pairs/bot/bolt/turn';
import { startDelivery } from '@coaching-pairs/bot/delivery/start-delivery';
import { wakeUpThrough } from '@coaching-pairs/bot/delivery/wake-up';
import { actorOf, type ListenerContext } from '@coaching-pairs/bot/listeners/context';
import { listen } from '@coaching-pairs/bot/listeners/index';
import { rememberConversation } from '@coaching-pairs/bot/middleware/remember-conversation';
import { roundPartition, type WakeUp } from '@coaching-pairs/bot/ports/outbox';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { instant, type PersonId } from '@coaching-pairs/shared/ids';
import { dayOf } from '@coaching-pairs/shared/time';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedLog } from '../sign-in/recorded-log.js';
import { fullName, idOf } from './company.js';
import { type House, openHouse, tenantId } from './house.js';
import { type PlayedRound, playRound } from './played-round.js';

const slowness = 3_000;

/** Everything with a connector that takes three seconds for every message, and a store of conversations that takes as long. */
const openSlowHouse = async () => {
  let wake: WakeUp = async () => undefined;
  const house = await openHouse({ wakeUp: (messages) => wake(messages) });
  const { deps, table, queue } = house;
  if (queue === null) throw new Error('This house has no queue.');
  // Sending keeps to so many a second, so its clock has to run.
  const started = Date.now();
  const from = Date.parse(house.clock.now());
  const clock = { now: () => instant(new Date(from + Date.now() - started).toISOString()) };
  const log = recordedLog();
  wake = wakeUpThrough(queue, clock, log);
  const arrived: PersonId[] = [];
  const delivery = startDelivery({
    ...{ table, queue, clock, log, instance: 'slow', stillWanted: stillWanted(deps) },
    partitions: async function* () {
      for (const round of await deps.rounds.list()) yield roundPartition(round.id);
    },
    render: renderMessage(deps, 'app', async () => wordsFor('en')),
    send: async (to) => {
      await wait(slowness);
      arrived.push(to);
      return { kind: 'sent', activityId: 'sent' };
    },
    unreachable: async () => undefined,
    settings: { pollEvery: 20, sweepEvery: 200 },
  });
  return { house, delivery, arrived, log };
};

/** A click on a card, as the endpoint hands it to the app. */
const clickOf = (who: string, verb: string, data: object): Turn => ({
  activityId: crypto.randomUUID(),
  actor: { personId: idOf(who), tenantId, name: fullName(who) },
  conversation: {
    tenantId,
    personId: idOf(who),
    conversationId: `a:${who}`,
    serviceUrl: 'https://smba.trafficmanager.net/',
    botId: '28:bot',
  },
  locale: 'en-GB',
  request: { kind: 'action', verb, data, trigger: 'manual', asMessage: false },
});

const botOf = ({ deps }: House, log: ReturnType<typeof recordedLog>) => {
  const app = createApp<ListenerContext>({
    logger: log,
    contextOf: (turn) => {
      const words = wordsFor(turn.locale);
      return { deps, words, maker: { words, teamsAppId: 'app', today: dayOf(deps.clock.now()) }, actor: actorOf(turn) };
    },
    texts: { notUnderstood: () => 'not understood', failed: (_locale, number) => number },
  });
  app.use(rememberConversation({ ...deps.conversations, remember: () => wait(slowness) }));
  listen(app);
  return app;
};

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

describe('the pace of an answer', () => {
  let slow: Awaited<ReturnType<typeof openSlowHouse>>;
  let round: PlayedRound;
  beforeAll(async () => {
    slow = await openSlowHouse();
    round = playRound(slow.house, 'slow');
    await round.opens();
    await round.chooses();
    await round.invites();
    await round.joins();
    await round.proposes();
  });
  afterAll(async () => {
    await slow.delivery.stop();
    await slow.house.close();
  });

  const arrives = async (who: string, before: number): Promise<void> => {
    const until = Date.now() + 15_000;
    while (slow.arrived.filter((id) => id === idOf(who)).length <= before && Date.now() < until) await wait(50);
    expect(slow.arrived.filter((id) => id === idOf(who)).length, `nothing reached ${who}`).toBeGreaterThan(before);
  };

  it('[R-09] a click is answered before a message could have gone, each of which takes three seconds, and it arrives later', async () => {
    const [first] = await round.sent();
    const [one = '', other = ''] = first?.members ?? [];
    const app = botOf(slow.house, slow.log);
    const about = { roundId: round.id, proposalId: first?.id ?? '' };
    let result = '';
    const ofClick = async (who: string, verb: string) => {
      ({ result } = await app.handle(clickOf(who, verb, about)));
    };
    expect(await took(() => ofClick(one, 'acceptProposal'))).toBeLessThan(slowness);
    expect(result).toBe('done');
    const before = slow.arrived.filter((id) => id === idOf(one)).length;
    expect(await took(() => ofClick(other, 'acceptProposal'))).toBeLessThan(slowness);
    expect(result).toBe('done');
    // The pair is formed already; its card is still on the way.
    expect((await round.does(one, 'me')).rounds[0]?.match.kind).toBe('paired');
    expect(slow.arrived.filter((id) => id === idOf(one)).length).toBe(before);
    await arrives(one, before);
  });

  it('[R-09] so is an answer in the tab, and the order to tell a whole population', async () => {
    const [second] = await round.sent();
    const [one = '', other = ''] = second?.members ?? [];
    const before = slow.arrived.filter((id) => id === idOf(other)).length;
    expect(await took(() => round.says(one, second?.id ?? '', 'decline'))).toBeLessThan(slowness);
    await arrives(other, before);
    expect(await took(() => round.does('Priya', 'draftAgain'))).toBeLessThan(slowness);
  });
});
