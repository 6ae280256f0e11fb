import { senderPlace } from '@coaching-pairs/bot/ports/health';
import type { SendOutcome } from '@coaching-pairs/bot/ports/sender';
import { tellingOutage } from '@coaching-pairs/bot/watch-outages';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { noteSeen, seenAdministrators } from '@coaching-pairs/bot/workflows/seen-administrators';
import { outageWatch } from '@coaching-pairs/bot/workflows/tell-outage';
import type { Service } from '@coaching-pairs/shared/health';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { textsOf } from '../cards/every-card.js';
import { startingClock } from '../reminders/lived.js';
import { memoryTable } from './memory-table.js';
import { kickedOff } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const people = ['Ruth', 'Maya', 'Priya', 'Omar', 'Sam', 'Ines'].map((name) => personNamed(name, name === 'Ruth' ? {} : { under: 'Ruth' }));
const minute = 60_000;
const day = 24 * 60 * minute;

let clock: ReturnType<typeof startingClock>;
let table: ReturnType<typeof memoryTable>;
let process: ReturnType<typeof startProcess>;
let round: RoundId;
/** What people read, and what the connector answers. */
let heard: { readonly to: PersonId; readonly text: string }[];
let answer: SendOutcome;
let failing: Service | null;

const instance = () => {
  const { deps } = startProcess(table, plainDirectory([...people]), clock);
  const send = async (to: PersonId, message: { readonly kind: string; readonly card?: unknown }): Promise<SendOutcome> => {
    const text = textsOf((message.card ?? {}) as Parameters<typeof textsOf>[0]).join(' | ');
    if (answer.kind === 'sent') heard.push({ to, text });
    return answer;
  };
  return outageWatch(deps, tellingOutage(deps, send));
};
/** So many looks, a minute apart, of all these instances. */
const looks = async (count: number, ...instances: readonly (() => Promise<number>)[]): Promise<void> => {
  for (let look = 0; look < count; look += 1) {
    clock.advance(minute);
    if (failing !== null) process.deps.health.note(failing, 'unavailable');
    await Promise.all(instances.map((one) => one()));
  }
};
/** From now on the service fails with every use, or answers. */
const fails = (service: Service): void => {
  failing = service;
  process.deps.health.note(service, 'unavailable');
};
const answers = (): void => {
  if (failing !== null) process.deps.health.note(failing, null);
  failing = null;
};
const [broken, well] = ['Coaching Pairs has been broken for an hour', 'Coaching Pairs is well again'];
const told = () => heard.map(({ to, text }) => `${to}: ${[broken, well].filter((title) => text.includes(title))}`).sort();

// Saturday noon: at weekends it is told, too.
beforeEach(async () => {
  clock = startingClock(Date.parse('2026-11-21T12:00:00Z'));
  table = memoryTable();
  process = startProcess(table, plainDirectory([...people]), clock);
  round = await kickedOff(process, ids('Sam'));
  for (const message of await process.deps.rounds.unsent(round)) await process.deps.deliveries.takeOut(message.roundId, async () => true);
  heard = [];
  failing = null;
  answer = { kind: 'sent', activityId: 'a' };
  await noteSeen(process.deps, priya, true);
  await noteSeen(process.deps, actor('Omar'), true);
  await noteSeen(process.deps, actor('Sam'), false);
});

describe('a product that is broken says so', () => {
  it('once to each administrator who was seen, by however many instances, and once more when it is well again', async () => {
    const [one, two] = [instance(), instance()];
    fails('graph');
    await looks(2, one, two);
    expect(told()).toEqual([]);
    clock.advance(60 * minute);
    await looks(10, one, two);
    expect(told()).toEqual([`omar: ${broken}`, `priya: ${broken}`]);
    expect(heard[0]?.text).toContain('Microsoft Graph has not answered for more than an hour');
    await looks(120, one, two);
    answers();
    await looks(3, one, two);
    expect(told()).toEqual([`omar: ${broken}`, `omar: ${well}`, `priya: ${broken}`, `priya: ${well}`]);
    fails('graph');
    clock.advance(60 * minute);
    await looks(10, one, two);
    expect(told().filter((text) => text.endsWith(broken))).toHaveLength(4);
    // Nobody and no round is named in any of it.
    for (const { text } of heard) expect(text).not.toMatch(/Sam|Omar|Priya|Ines|spring/u);
  });

  it('not for what mends itself within minutes, as all that is late does after a stop', async () => {
    const watch = instance();
    fails('graph');
    clock.advance(90 * minute);
    await looks(4, watch);
    answers();
    await looks(5, watch);
    expect(told()).toEqual([]);
  });

  it('and each look says how much waits and was given up, whatever is broken', async () => {
    const found: (readonly [number, number])[] = [];
    const quiet = async (): Promise<SendOutcome> => ({ kind: 'sent', activityId: 'a' });
    const look = outageWatch(process.deps, quiet, ({ backlog: { fresh, late, stuck }, givenUp }) => {
      found.push([fresh + late + stuck, givenUp.length]);
    });
    await looks(1, look);
    fails('storage');
    await looks(1, look);
    expect(found).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('[R-06] rather not than twice, but again where surely nothing arrived', async () => {
    const watch = instance();
    fails('graph');
    clock.advance(60 * minute);
    answer = { kind: 'unsent', code: 'TokenUnavailable' };
    await looks(8, watch);
    answer = { kind: 'sent', activityId: 'a' };
    await looks(2, watch);
    expect(told()).toHaveLength(2);
    answer = { kind: 'ambiguous' };
    answers();
    await looks(2, watch);
    answer = { kind: 'sent', activityId: 'a' };
    await looks(5, watch);
    expect(told()).toHaveLength(2);
  });

  it('[R-03] not while Teams has asked for silence, and then', async () => {
    const until = new Date(clock.millis() + 80 * minute).toISOString();
    const { partition, key } = senderPlace;
    await table.commit({ partition, writes: [{ kind: 'upsert', key, fields: { pausedUntil: until } }] });
    const watch = instance();
    fails('graph');
    clock.advance(60 * minute);
    await looks(10, watch);
    expect(told()).toEqual([]);
    await looks(15, watch);
    expect(told()).toHaveLength(2);
  });

  it('[R-16] at night to nobody, and in the morning', async () => {
    await process.deps.zones.note(id('Omar'), 'tab', 'Asia/Tokyo');
    const watch = instance();
    fails('graph');
    // Half past ten in the evening in Tokyo.
    clock.advance(90 * minute);
    await looks(10, watch);
    expect(told()).toEqual([`priya: ${broken}`]);
    clock.advance(9 * 60 * minute);
    await looks(1, watch);
    expect(told()).toEqual([`omar: ${broken}`, `priya: ${broken}`]);
  });

  it('while Teams takes no messages to nobody, and then that it is over to all', async () => {
    const watch = instance();
    fails('connector');
    clock.advance(60 * minute);
    await looks(8, watch);
    expect(told()).toEqual([]);
    answers();
    await looks(2, watch);
    expect(told()).toEqual([`omar: ${well}`, `priya: ${well}`]);
  });
});

describe('who was seen in the tab', () => {
  const seen = async () => (await process.deps.seen.all()).map(({ personId, on }) => `${personId} ${on}`).sort();

  it('is kept of administrators alone, by the day, and deleted when they administer nothing any more', async () => {
    expect(await seen()).toEqual(['omar 2026-11-21', 'priya 2026-11-21']);
    clock.advance(day);
    await noteSeen(process.deps, actor('Omar'), true);
    expect(await seen()).toEqual(['omar 2026-11-22', 'priya 2026-11-21']);
    await noteSeen(process.deps, actor('Omar'), false);
    expect(await seen()).toEqual(['priya 2026-11-21']);
  });

  it('is deleted with the last round that names them, and after thirty days', async () => {
    value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
    // Priya holds the role itself, of which nobody tells when it ends.
    await noteSeen(process.deps, actor('Omar'), true);
    expect(await seen()).toEqual(['priya 2026-11-21']);
    expect((await seenAdministrators(process.deps)).map(({ personId }) => personId)).toEqual(ids('Priya'));
    expect(await seen()).toEqual(['priya 2026-11-21']);
    clock.advance(31 * day);
    // Also while nothing is broken: the watch looks for it once a day.
    await looks(1, instance());
    expect(await seen()).toEqual([]);
  });
});
