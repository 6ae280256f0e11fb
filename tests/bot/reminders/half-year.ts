import type { Delivery } from '@coaching-pairs/bot/delivery/start-delivery';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { instant, personId, roundId } from '@coaching-pairs/shared/ids';
import { isWorkingTime, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { localTimeOf } from '@coaching-pairs/shared/time';
import { expect } from 'vitest';
import type { Store } from '../../store-harness.js';
import { ids, newOp, priya, value } from '../workflows/world.js';
import { day, type Heard, homeOf, hour, invitedRound, type Life, minute, openLife, remindersOf, silentWave } from './lived.js';

/** `late`: how many reminders came more than five minutes after they were due; `most`: messages to one person in one round. */
export type Lived = {
  readonly days: number;
  readonly messages: number;
  readonly reminders: number;
  readonly late: number;
  readonly most: number;
};

const at = (milliseconds: number) => instant(new Date(milliseconds).toISOString());
const localOf = ({ to, at: when }: Heard): string => localTimeOf(at(when), homeOf(to));

const counted = (all: readonly Heard[], keyOf: (one: Heard) => string): ReadonlyMap<string, number> =>
  all.reduce((counts, one) => counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1), new Map<string, number>());
const moreThan = (most: number, counts: ReadonlyMap<string, number>) => [...counts].filter(([, count]) => count > most);

/** Nine o'clock stays nine o'clock, but for what was overdue when the product came back. */
const atNine = (one: Heard): boolean => localOf(one).slice(11) >= '09:00' && localOf(one).slice(11) < '09:05';

/** All that and CP-73 ask of what was heard; `resumed`: when the product came back after a day. */
const checked = async (life: Life, resumed: readonly number[]): Promise<Omit<Lived, 'days'>> => {
  const heard = await life.heard();
  const reminders = await remindersOf(life);
  const untimely = reminders.filter((one) => !isWorkingTime(at(one.at), homeOf(one.to), usualWorkingTime));
  expect(untimely.map((one) => `${one.kind} ${one.to} ${localOf(one)}`)).toEqual([]);
  expect(
    moreThan(
      1,
      counted(reminders, (one) => `${one.to} ${localOf(one).slice(0, 10)}`),
    ),
  ).toEqual([]);
  expect(
    moreThan(
      2,
      counted(reminders, ({ to, kind, about, round }) => `${to} ${kind} ${about} ${round}`),
    ),
  ).toEqual([]);
  const overdue = (one: Heard): boolean => resumed.some((when) => one.at >= when && one.at < when + hour);
  const astray = reminders.filter((one) => !atNine(one) && !overdue(one));
  expect(astray.map((one) => `${one.kind} ${one.to} ${localOf(one)}`)).toEqual([]);
  for (const [who, count] of counted(heard, ({ to, round }) => `${to} ${round}`)) {
    const [to, round] = who.split(' ');
    expect(await life.deps.rounds.told(roundId(round ?? ''), personId(to ?? '')), who).toBe(count);
  }
  const most = Math.max(...counted(heard, ({ to, round }) => `${to} ${round}`).values());
  const late = reminders.filter((one) => one.at - one.dueAt > 5 * minute).length;
  return { messages: heard.length, reminders: reminders.length, late, most };
};

/** Four weeks from a Monday: invitations and one wave, mostly unanswered, with a day without the product when the first reminders are due. */
const liveRound = async (life: Life, before: Delivery, name: string, resumed: number[]): Promise<Delivery> => {
  const begin = life.clock.millis();
  const { round, steps } = await invitedRound(life, 11);
  for (const early of life.names.slice(0, 4)) value(await steps.join(early));
  // The first reminders are due at nine on Friday, in most zones while the product is away.
  await life.liveUntil(before, begin + 3 * day + 2 * hour);
  await before.stop();
  life.clock.advance(day);
  resumed.push(life.clock.millis());
  const delivery = life.startOne(name);
  await life.liveUntil(delivery, life.clock.millis() + hour);
  const mine = async () => (await remindersOf(life)).filter((one) => one.round === round);
  expect(
    moreThan(
      1,
      counted(await mine(), ({ to }) => to),
    ),
  ).toEqual([]);
  for (const late of life.names.slice(4, 8)) value(await steps.join(late));
  const joinedAt = life.clock.millis();
  await life.liveUntil(delivery, begin + 14 * day);
  // Only the four who never answer hear again.
  const silent = new Set<string>(ids(...life.names.slice(8)));
  const later = (await mine()).filter((one) => one.at > joinedAt);
  expect(later.filter(({ to }) => !silent.has(to))).toEqual([]);
  expect(later.length).toBeGreaterThan(0);
  expect(await silentWave(life, delivery, round, 13)).toBeGreaterThan(0);
  value(await endRound(life.deps, { roundId: round, opId: newOp(), actor: priya }));
  await life.liveUntil(delivery, begin + 28 * day);
  return delivery;
};

/** So many rounds of four weeks, one after the other, of people in four zones whose clocks change meanwhile. */
export const liveThrough = async (store: Store, rounds: number): Promise<Lived> => {
  const begin = Date.parse('2027-03-01T10:00:00Z');
  const life = await openLife(store, begin);
  const resumed: number[] = [];
  let delivery = life.startOne('one');
  for (let count = 1; count <= rounds; count += 1) delivery = await liveRound(life, delivery, `after-${count}`, resumed);
  const lived = { days: Math.round((life.clock.millis() - begin) / day), ...(await checked(life, resumed)) };
  await delivery.stop();
  return lived;
};
