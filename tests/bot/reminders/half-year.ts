import { zoneAmong } from '@coaching-pairs/bot/workflows/whereabouts';
import { instant } from '@coaching-pairs/shared/ids';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { isWorkingTime, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { localTimeOf } from '@coaching-pairs/shared/time';
import { expect } from 'vitest';
import type { Store } from '../../store-harness.js';
import { ids } from '../workflows/world.js';
import { day, type Heard, hour, invitedRound, type Life, minute, openLife, remindersOf, silentWave } from './lived.js';

export type Lived = { readonly reminders: number; readonly late: number; readonly messages: number; readonly most: number };

const at = (milliseconds: number) => instant(new Date(milliseconds).toISOString());

const counted = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> =>
  all.reduce((counts, one) => counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1), new Map<string, number>());

/** All that and CP-73 ask of what was heard. `late`: how many came more than five minutes after they were due. */
const checked = async (life: Life): Promise<Lived> => {
  const organisation = organise(await life.deps.organisation.snapshot());
  const localOf = ({ to, at: when }: Heard): string => localTimeOf(at(when), zoneAmong(organisation, { timeZone: 'UTC' }, to).zone);
  const heard = await life.heard();
  const reminders = await remindersOf(life);
  for (const one of reminders) {
    const { zone } = zoneAmong(organisation, { timeZone: 'UTC' }, one.to);
    expect([one.kind, localOf(one), isWorkingTime(at(one.at), zone, usualWorkingTime)]).toEqual([one.kind, localOf(one), true]);
  }
  const perDay = counted(reminders, (one) => `${one.to} ${localOf(one).slice(0, 10)}`);
  expect([...perDay].filter(([, count]) => count > 1)).toEqual([]);
  const perQuestion = counted(reminders, ({ to, kind, about }) => `${to} ${kind} ${about}`);
  expect([...perQuestion].filter(([, count]) => count > 2)).toEqual([]);
  const perPerson = counted(heard, ({ to }) => to);
  // What a wave brings that nobody answers is news; reminders leave room for it and never take what is left.
  const most = Math.max(...perPerson.values());
  const late = reminders.filter((one) => one.at - one.dueAt > 5 * minute).length;
  return { reminders: reminders.length, late, messages: heard.length, most };
};

/** Silence for so many waves, with an outage of 24 hours in the middle of the time to answer an invitation and of every other wave. */
export const liveThrough = async (store: Store, waves: number): Promise<Lived> => {
  // A Monday; in half a year all four zones change their clocks, or have none to change.
  const life = await openLife(store, Date.parse('2027-02-01T10:00:00Z'));
  const first = life.startOne('one');
  const { round, steps } = await invitedRound(life, 11);
  for (const name of life.names.slice(0, 4)) await steps.join(name);
  // The first reminders are due at nine on Friday the 5th, in most zones while the product is away.
  await life.liveUntil(first, Date.parse('2027-02-04T12:00:00Z'));
  await first.stop();
  life.clock.advance(day);
  let delivery = life.startOne('two');
  await life.liveUntil(delivery, life.clock.millis() + hour);
  const afterOutage = counted(await remindersOf(life), ({ to }) => to);
  expect([...afterOutage.values()].filter((count) => count > 1)).toEqual([]);
  for (const name of life.names.slice(4, 8)) await steps.join(name);
  const joinedAt = life.clock.millis();
  await life.liveUntil(delivery, Date.parse('2027-02-15T10:00:00Z'));
  // Only the four who never answer hear again.
  const silent = new Set<string>(ids(...life.names.slice(8)));
  const later = (await remindersOf(life)).filter(({ at: when }) => when > joinedAt);
  expect(later.filter(({ to }) => !silent.has(to))).toEqual([]);
  expect(later.length).toBeGreaterThan(0);
  for (let wave = 0; wave < waves; wave += 1) {
    if ((await silentWave(life, delivery, round, 14)) === 0) break;
    if (wave % 2 === 1) {
      await delivery.stop();
      life.clock.advance(day);
      delivery = life.startOne(`wave-${wave}`);
    }
  }
  const rest = await checked(life);
  await delivery.stop();
  return rest;
};
