import { preparing } from '@coaching-pairs/bot/delivery/prepare';
import { startDelivery } from '@coaching-pairs/bot/delivery/start-delivery';
import { startWorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import type { Clock } from '@coaching-pairs/bot/ports/clock';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { Sender } from '@coaching-pairs/bot/ports/sender';
import { questionsOf } from '@coaching-pairs/bot/questions';
import { healthLedger } from '@coaching-pairs/bot/storage/health';
import { watchOutages } from '@coaching-pairs/bot/watch-outages';
import { watchedTable } from '@coaching-pairs/bot/watched';
import { suggestionClock } from '@coaching-pairs/bot/workflows/expire-suggestions';
import { reminderPlanner } from '@coaching-pairs/bot/workflows/plan-reminders';
import { reconciler } from '@coaching-pairs/bot/workflows/reconcile';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { plainDate } from '@coaching-pairs/shared/ids';
import { dayOf, daysAfter } from '@coaching-pairs/shared/time';
import { quietLog } from '../../bot/delivery/delivery-harness.js';
import { memoryTable } from '../../bot/workflows/memory-table.js';
import { kickedOff, stepsOf } from '../../bot/workflows/steps.js';
import { plainDirectory, startProcess, value } from '../../bot/workflows/world.js';
import { companyOf, leadersOf } from '../../faults/fleet/crowd.js';
import { countedQueue, countedTable, minus, noCounts } from './counted.js';
import { leapingTime } from './leaping-time.js';

export const hour = 3_600_000;
export const day = 24 * hour;

const sender = (sent: () => void): Sender => ({
  send: async () => {
    sent();
    return { kind: 'sent', activityId: 'activity' };
  },
  update: async () => ({ kind: 'precondition' }),
  open: async () => ({ kind: 'precondition' }),
});

/** The loops of the product as they run in production, or so seldom that only what there is to do is counted. */
const usually = { settings: {}, works: {}, watches: true };
const seldom = { settings: { pollEvery: 60_000, restFor: 60_000, sweepEvery: 600_000 }, works: { lookEvery: 600_000 }, watches: false };

/** The whole of the product but HTTP over a counted store in memory, in time that leaps, with so many leaders who have a chat each. */
export const openSmallLife = async (count: number) => {
  const time = leapingTime(Date.parse('2027-03-01T10:00:00Z'));
  const counts = noCounts();
  const clock: Clock = time.clock;
  const counted = countedTable(memoryTable(), counts);
  const table = watchedTable(counted, healthLedger(counted, clock));
  const queue = countedQueue(time.millis, counts);
  const leaders = leadersOf(count);
  const process = startProcess(table, plainDirectory([...companyOf(leaders)]), { ...clock, advance: () => undefined });
  const { deps } = process;
  let sent = 0;
  const tenantId = 'contoso';
  for (const { id: personId } of companyOf(leaders))
    await deps.conversations.remember({ tenantId, personId, conversationId: personId, serviceUrl: 'https://example.com/', botId: 'bot' });
  const partitions = async function* () {
    for (const round of await deps.rounds.list()) if (round.state !== 'closed') yield roundPartition(round.id);
  };
  const teams = sender(() => {
    sent += 1;
  });
  const [plan, look, lapse] = [reminderPlanner(deps), reconciler(deps), suggestionClock(deps)];
  const preparation = preparing({
    ...{ conversations: deps.conversations, reach: deps.reach, stillWanted: stillWanted(deps), sender: teams, tenantId },
    installations: { install: async () => ({ kind: 'installed', chatId: null }) },
    ...{ connectorUrl: 'https://example.com/', botId: 'bot' },
  });
  /** Runs everything that runs by itself for so long. */
  const lives = async (milliseconds: number, how: typeof usually | typeof seldom = seldom): Promise<void> => {
    const common = { table, queue, clock, log: quietLog, instance: 'one', sleep: time.sleep, partitions };
    const questions = questionsOf({
      ...{ deps, sender: teams, preparation, tenantId, newsAtAnyHour: false },
      watched: (send) => send,
    });
    const delivery = startDelivery({
      ...common,
      ...questions,
      beforeSweep: async () => {
        await look();
        await lapse();
        await plan();
      },
      unreachable: async () => undefined,
      settings: { ...how.settings, drainFor: 0 },
    });
    const runner = startWorkRunner({ ...common, handlers: {}, settings: how.works });
    const outages = how.watches ? watchOutages(deps, { log: quietLog, send: questions.send, sleep: time.sleep }) : null;
    await time.advance(milliseconds);
    const stopped = Promise.all([delivery.stop(), runner.stop(), outages?.stop()]);
    await time.advance(1);
    await stopped;
  };
  return { ...{ process, leaders, counts, lives }, sent: () => sent, now: () => time.clock.now() };
};

export type SmallLife = Awaited<ReturnType<typeof openSmallLife>>;

/** What one hour costs in which nothing happens. */
export const quietHour = async (life: SmallLife) => {
  await life.lives(hour, usually);
  const before = { ...life.counts };
  await life.lives(hour, usually);
  return minus(life.counts, before);
};

/**
 * A round: half of them join at once, four in ten after their first reminder, one in ten never; every match is accepted; the pairs
 * are announced. Answers what it cost, and an hour before the answers are in and one after everything.
 */
export const liveRound = async (count: number) => {
  const life = await openSmallLife(count);
  const today = dayOf(life.now());
  const dates = { answersBy: daysAfter(today, 14), startsOn: daysAfter(today, 28), endsOn: daysAfter(today, 210) };
  const ids = life.leaders.map(({ id }) => id);
  const round = await kickedOff(life.process, ids, { ...dates, answersBy: plainDate(dates.answersBy) });
  const steps = stepsOf(life.process, round);
  await life.lives(2 * hour);
  await steps.invite();
  await life.lives(2 * hour);
  const asking = await quietHour(life);
  const before = { ...life.counts };
  const joinedBy = async (from: number, to: number): Promise<void> => {
    for (const { name } of life.leaders.slice(count * from, count * to)) value(await steps.join(name));
  };
  await joinedBy(0, 0.5);
  await life.lives(8 * day);
  await joinedBy(0.5, 0.9);
  await life.lives(7 * day);
  await steps.draft();
  await steps.send();
  await life.lives(day);
  await steps.allAccept();
  await life.lives(day);
  await steps.announce();
  await life.lives(day);
  const spent = minus(life.counts, before);
  return { asking, spent, after: await quietHour(life), sent: life.sent(), days: 18 };
};
