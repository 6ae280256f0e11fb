import { type Delivery, startDelivery } from '@coaching-pairs/bot/delivery/start-delivery';
import { roundPartition } from '@coaching-pairs/bot/ports/outbox';
import { renderMessage } from '@coaching-pairs/bot/render-message';
import { isReminder } from '@coaching-pairs/bot/workflows/messages';
import { reminderPlanner } from '@coaching-pairs/bot/workflows/plan-reminders';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { waitsForWork } from '@coaching-pairs/bot/workflows/waits-for-work';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { type Instant, instant, type PersonId, plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { dayOf, daysAfter } from '@coaching-pairs/shared/time';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { personNamed } from '../../shared/organisation/company.js';
import type { Store } from '../../store-harness.js';
import { briefSleep, eventually, quietLog } from '../delivery/delivery-harness.js';
import { kickedOff, stepsOf } from '../workflows/steps.js';
import { id, ids, newOp, plainDirectory, priya, startProcess } from '../workflows/world.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const zones = ['Europe/London', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe'] as const;
const names = ['Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Nora', 'Vera', 'Kofi', 'Ines', 'Emil', 'Ruben', 'Greta'] as const;
const zoneOfName = (name: string): string => zones[(names as readonly string[]).indexOf(name) % zones.length] ?? 'Europe/London';
const homes = new Map(names.map((name) => [id(name), zoneOfName(name)] as const));
/** Where somebody lives in these stories. */
export const homeOf = (person: PersonId): string => homes.get(person) ?? 'Europe/London';

/** A clock that begins at an instant, runs, and can be put forward. */
export const startingClock = (start: number) => {
  let ahead = start - Date.now();
  const millis = (): number => Date.now() + ahead;
  return {
    now: (): Instant => instant(new Date(millis()).toISOString()),
    advance: (milliseconds: number): void => {
      ahead += milliseconds;
    },
    millis,
  };
};

export type Heard = {
  readonly round: RoundId;
  readonly to: PersonId;
  readonly kind: string;
  readonly about: string;
  readonly at: number;
  readonly dueAt: number;
};

/** The product over a real store, with people in four zones, whose clock leaps from one moment to the next at which something is to happen. */
export const openLife = async (store: Store, start: number) => {
  const [table, queue] = await Promise.all([store.table(), store.queue()]);
  const clock = startingClock(start);
  const people = [
    personNamed('Ruth'),
    ...['Maya', 'Priya', 'Omar'].map((name) => ({ ...personNamed(name, { under: 'Ruth' }), timeZone: 'Europe/London' })),
    ...names.map((name) => ({ ...personNamed(name, { under: 'Ruth' }), timeZone: zoneOfName(name) })),
  ];
  const process = startProcess(table, plainDirectory(people), clock);
  const { deps } = process;
  let sends = 0;
  const render = renderMessage(deps, 'app', async () => wordsFor('en-GB'));

  const startOne = (instance: string): Delivery =>
    startDelivery({
      ...{ table, queue, clock, log: quietLog, instance, sleep: briefSleep },
      partitions: async function* () {
        for (const round of await deps.rounds.list()) yield roundPartition(round.id);
      },
      stillWanted: stillWanted(deps),
      waitsUntil: waitsForWork(deps),
      beforeSweep: reminderPlanner(deps),
      render,
      send: async () => {
        sends += 1;
        return { kind: 'sent', activityId: `activity-${sends}` };
      },
      unreachable: async () => undefined,
      settings: { pollEvery: 5, leaseEvery: 3_600_000, sweepEvery: 3_600_000, drainFor: 5_000 },
    });

  const roundIds = async (): Promise<readonly RoundId[]> => (await deps.rounds.list()).map(({ id }) => id);
  const unsent = async () => (await Promise.all((await roundIds()).map((id) => deps.rounds.unsent(id)))).flat();

  /** Everything that was sent, each once. */
  const heard = async (): Promise<readonly Heard[]> => {
    const told = (await Promise.all((await roundIds()).map((id) => deps.rounds.messages(id)))).flat();
    const sent = told.filter(({ state }) => state === 'sent');
    if (sent.length !== sends) throw new Error(`${sends} sends of ${sent.length} messages`);
    return sent.map(({ roundId, to, kind, subject, finishedAt, dueAt }) => ({
      ...{ round: roundId, to, kind, about: subject.about ?? '' },
      ...{ at: Date.parse(finishedAt ?? ''), dueAt: Date.parse(dueAt) },
    }));
  };

  /** Looks until nothing is left that is due now. */
  const settle = async (delivery: Delivery): Promise<void> => {
    await delivery.sweepNow();
    await eventually(async () => {
      const left = (await unsent()).filter(({ dueAt }) => Date.parse(dueAt) <= clock.millis());
      if (left.length > 0) throw new Error(`still to send: ${left.map(({ kind, to }) => `${kind} ${to}`).join(', ')}`);
    });
  };

  /** Lives on until an instant, looking every two and a half hours and whenever something is due. */
  const liveUntil = async (delivery: Delivery, until: number): Promise<void> => {
    await settle(delivery);
    while (clock.millis() < until) {
      const due = (await unsent()).map(({ dueAt }) => Date.parse(dueAt)).filter((at) => at > clock.millis());
      const next = Math.min(until, clock.millis() + 2.5 * hour, ...due);
      clock.advance(Math.max(0, next - clock.millis()));
      await settle(delivery);
    }
  };
  return { ...process, clock, heard, startOne, liveUntil, audience: ids(...names), names };
};
export type Life = Awaited<ReturnType<typeof openLife>>;

/** A round whose invitations go out now; the first four join at once, four more after their first reminder, four never answer. */
export const invitedRound = async (life: Life, days: number) => {
  const today = dayOf(life.clock.now());
  const dates = { answersBy: daysAfter(today, days), startsOn: daysAfter(today, days + 7), endsOn: daysAfter(today, days + 190) };
  const round = await kickedOff(life, life.audience, { ...dates, answersBy: plainDate(dates.answersBy) });
  const steps = stepsOf(life, round);
  await steps.invite();
  return { round, steps };
};

/** A wave in which one of each match says yes at once and the other never answers; then all that is open is withdrawn. */
export const silentWave = async (life: Life, delivery: Delivery, round: RoundId, days: number): Promise<number> => {
  const steps = stepsOf(life, round);
  await steps.draft();
  if ((await steps.proposals('draft')).length === 0) return 0;
  await steps.send();
  const sent = await steps.proposals('sent');
  for (const proposal of sent) {
    const first = life.names.find((name) => proposal.memberIds.includes(ids(name)[0] ?? priya.personId));
    if (first !== undefined) await steps.accept(first, proposal);
  }
  await life.liveUntil(delivery, life.clock.millis() + days * day);
  for (const proposal of await steps.proposals('sent'))
    await withdrawMatch(life.deps, { roundId: round, opId: newOp(), actor: priya, proposalId: proposal.id });
  return sent.length;
};

export const remindersOf = async (life: Life): Promise<readonly Heard[]> => (await life.heard()).filter(isReminder);
