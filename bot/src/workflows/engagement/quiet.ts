import { type Instant, instant, type PersonId } from '@coaching-pairs/shared/ids';
import type { EngagementStore } from '../../ports/engagements.js';
import { twoTwoIsOn } from '../coaches/switch.js';
import type { Deps } from '../deps.js';
import { type Running, runningMeetings } from './meetings/now.js';

/** In milliseconds: so long one reading is good for every message that goes. No meeting is as short as this. */
const goodFor = 15_000;

type Reading = { readonly from: number; readonly running: Promise<readonly Running[]> };
const readings = new WeakMap<EngagementStore, Reading>();

const later = (at: Instant, milliseconds: number): Instant => instant(new Date(Date.parse(at) + milliseconds).toISOString());

/** All that are on now or begin before it is looked again. */
const soonRunning = async (deps: Deps, now: Instant): Promise<readonly Running[]> => {
  if (!(await twoTwoIsOn(deps))) return [];
  const [already, soon] = await Promise.all([runningMeetings(deps, now), runningMeetings(deps, later(now, goodFor))]);
  return [...already, ...soon];
};

const reading = (deps: Deps, now: Instant): Promise<readonly Running[]> => {
  const known = readings.get(deps.engagements);
  const at = Date.parse(now);
  if (known !== undefined && at >= known.from && at - known.from < goodFor) return known.running;
  const running = soonRunning(deps, now);
  readings.set(deps.engagements, { from: at, running });
  // What could not be read is asked for again.
  running.catch(() => readings.delete(deps.engagements));
  return running;
};

/** Until when nobody writes to somebody, because they are in a meeting of 2:2 Coaching; null where they are in none (TT-42). */
export const quietUntil = async (deps: Deps, person: PersonId): Promise<Instant | null> => {
  const now = deps.clock.now();
  const ends = (await reading(deps, now))
    .filter(({ people, start, end }) => people.includes(person) && start <= now && now < end)
    .map(({ end }) => end)
    .sort();
  return ends.at(-1) ?? null;
};
