import type { PersonId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies, mostToOne, mostWithin, perSecond } from './fleet/arrivals.js';
import type { ProductProcess } from './fleet/children.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';
import type { Fate } from './fleet/tenant.js';

/** A thousand, unless fewer are asked for: `LEADERS=200 npm run faults -- limits`. */
const leaders = Number(process.env['LEADERS'] ?? 1_000);
const each = 20;
/** So many of them are sent all of theirs at one moment. */
const chatty = leaders / 20;
const messages = leaders * each;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 600_000);
afterAll(() => fleet?.close());

/** Everybody in turn, again and again, and now and then one person twenty times in a row. */
const order = (people: readonly PersonId[]): readonly PersonId[] => {
  const [bursts, others] = [people.slice(0, chatty), people.slice(chatty)];
  const turns = Array.from({ length: each }, () => others).flat();
  const every = Math.floor(turns.length / chatty);
  return turns.flatMap((one, place) => {
    const burst = place % every === 0 ? bursts[place / every] : undefined;
    return burst === undefined ? [one] : [...Array.from({ length: each }, () => burst), one];
  });
};

type Pause = { readonly from: number; readonly until: number };

/** Three times the whole app is told to wait: in seconds, by a date, and once more just before the process that heard it is killed. */
const throttling = (pauses: Pause[], kill: () => void): Fate => {
  const seconds = (wait: number): string => {
    pauses.push({ from: Date.now(), until: Date.now() + wait * 1000 });
    return String(wait);
  };
  const date = (wait: number): string => {
    const text = new Date(Date.now() + wait * 1000).toUTCString();
    pauses.push({ from: Date.now(), until: Date.parse(text) });
    return text;
  };
  return (_to, count) => {
    if (count === Math.round(messages * 0.15)) return { kind: 'throttled', retryAfter: seconds(7) };
    if (count === Math.round(messages * 0.45)) return { kind: 'throttled', retryAfter: date(8) };
    if (count !== Math.round(messages * 0.75)) return undefined;
    // It hears the answer, and has time to write it down.
    setTimeout(kill, 1_500);
    return { kind: 'throttled', retryAfter: seconds(30) };
  };
};

/** What was on its way when the refusal left may still come. */
const onItsWayMs = 2_000;

describe('twenty messages for each of a thousand leaders through three processes', () => {
  it('[R-02] [R-03] keep every limit, and all of them wait when one is told to', { timeout: 1_800_000 }, async () => {
    const { tenant, people } = fleet;
    const pauses: Pause[] = [];
    const processes = new Map<string, ProductProcess>();
    const restart = async (name: string): Promise<void> => {
      processes.get(name)?.signal('SIGKILL');
      await processes.get(name)?.ended;
      processes.set(name, await fleet.start(name));
    };
    for (const name of ['one', 'two', 'three']) await restart(name);
    let restarted: Promise<void> | undefined;
    tenant.meets(
      throttling(pauses, () => {
        restarted = restart('one');
      }),
    );
    await fleet.tell(order(people));
    const delivered = () => copies(people, tenant.arrivals).reduce((sum, count) => sum + count, 0);
    await until('Every message', () => delivered() >= messages, 1_600_000);
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0, 200_000);
    await restarted;
    const times = tenant.arrivals.map(({ at }) => at);
    for (const { from, until: end } of pauses) {
      expect(times.filter((at) => at > from + onItsWayMs && at < end)).toEqual([]);
    }
    const inDoubt = (await fleet.sent()).filter(({ possibleDuplicate }) => possibleDuplicate).length;
    expect(delivered() - messages).toBeLessThanOrEqual(inDoubt);
    // The sender keeps below 30; what is seen here is what came, also after this very process stood still. Teams refuses above 50.
    const most = mostWithin(times, 1_000);
    expect(most).toBeLessThanOrEqual(50);
    const toOne = [1_000, 2_000, 30_000].map((window) => mostToOne(tenant.arrivals, window));
    const resumed = pauses.map(({ until: end }) => Math.min(...times.filter((at) => at >= end)) - end);
    told(
      `${messages} messages, 3 processes: at most ${most} in a second, ${perSecond(tenant.arrivals)}/s; to one person at most ` +
        `${toOne.join(', ')} in 1, 2 and 30 s; after 3 pauses the next came ${resumed.join(', ')} ms later; ${inDoubt} in doubt after a kill`,
    );
    expect(toOne[2]).toBeLessThanOrEqual(60);
  });
});
