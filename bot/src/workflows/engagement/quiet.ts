import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import type { EngagementStore } from '../../ports/engagements.js';
import { twoTwoIsOn } from '../coaches/switch.js';
import type { Deps } from '../deps.js';
import { type Quiet, quietAhead } from './meetings/now.js';

/** In milliseconds: so long one look is good for every message that goes. No meeting is as short as this. */
const lookGoodFor = 15_000;
/** In milliseconds: so long what was read is good while no meeting changes; whoever changed one may have died before they could say so. */
const readingGoodFor = 5 * 60_000;

type Reading = { readonly at: number; readonly mark: string; readonly quiet: readonly Quiet[] };
type Look = { readonly at: number; readonly reading: Promise<Reading> };
const looks = new WeakMap<EngagementStore, Look>();

const isYoung = (now: number, at: number, goodFor: number): boolean => now >= at && now - at < goodFor;

/** Reads two small rows where nothing has changed since the last time, and every open engagement where something has. */
const read = async (deps: Deps, now: Instant, before: Reading | null): Promise<Reading> => {
  const at = Date.parse(now);
  if (!(await twoTwoIsOn(deps))) return { at, mark: 'off', quiet: [] };
  // The mark first: what changes after it is found by the next look.
  const mark = await deps.engagements.meetingsMark();
  if (before !== null && before.mark === mark && isYoung(at, before.at, readingGoodFor)) return before;
  return { at, mark, quiet: await quietAhead(deps, now) };
};

const looked = (deps: Deps, now: Instant): Promise<Reading> => {
  const known = looks.get(deps.engagements);
  const at = Date.parse(now);
  if (known !== undefined && isYoung(at, known.at, lookGoodFor)) return known.reading;
  const reading = Promise.resolve(known?.reading ?? null).then((before) => read(deps, now, before));
  looks.set(deps.engagements, { at, reading });
  // What could not be read is asked for again.
  reading.catch(() => looks.delete(deps.engagements));
  return reading;
};

/** Until when nobody writes to somebody, because they are in a meeting of 2:2 Coaching; null where they are in none (TT-42). */
export const quietUntil = async (deps: Deps, person: PersonId): Promise<Instant | null> => {
  const now = deps.clock.now();
  const ends = (await looked(deps, now)).quiet
    .filter(({ people, start, end }) => people.includes(person) && start <= now && now < end)
    .map(({ end }) => end)
    .sort();
  return ends.at(-1) ?? null;
};
