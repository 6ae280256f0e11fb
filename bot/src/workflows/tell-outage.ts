import { type HealthFacts, type Outage, outageAfter, type Trouble, toTellOf, troublesOf } from '@coaching-pairs/shared/health';
import { isNight } from '@coaching-pairs/shared/reminders/working-time';
import type { Telling } from '../ports/outages.js';
import type { Versioned } from '../ports/rounds.js';
import type { Seen } from '../ports/seen.js';
import type { SendOutcome } from '../ports/sender.js';
import type { Deps } from './deps.js';
import { quietUntil } from './engagement/quiet.js';
import { healthFacts } from './health.js';
import { seenAdministrators } from './seen-administrators.js';
import { zoneFor } from './whereabouts.js';

/** Says it to one person: one try, past the outbox, since that may be what is broken. */
export type TellOutage = (to: Seen, what: Telling, outage: Outage) => Promise<SendOutcome>;

/**
 * Looks, one after the other, must find the same before it counts: after a stop or a clock that was set, all that is late is sent
 * within minutes and nothing is broken.
 */
const looksInARow = 5;

/** Surely nothing arrived, so that the next look may try again. */
const mayGoAgain = ({ kind }: SendOutcome): boolean => kind === 'throttled' || kind === 'precondition' || kind === 'unsent';

const known = async ({ outages }: Deps, found: readonly Trouble[], now: Outage['since']): Promise<Versioned<Outage> | null> => {
  const last = await outages.last();
  const next = outageAfter(last?.value ?? null, found, now);
  if (next === null) return last;
  await outages.write(next, last);
  return outages.last();
};

/** Nobody is woken for it, nor called out of a meeting of 2:2 Coaching (TT-42); at weekends they are told. Without a round of theirs the clock is that of their own Teams, or UTC. */
const sleeps = async (deps: Deps, { personId }: Seen): Promise<boolean> =>
  isNight(deps.clock.now(), (await zoneFor(deps, { timeZone: 'UTC' }, personId)).zone) || (await quietUntil(deps, personId)) !== null;

/** What is looked at: the outage as it is known, and what is broken at the moment. */
type Look = { readonly outage: Outage; readonly found: readonly Trouble[] };

/** As with reminders, rather not told than told twice: the claim comes first, and stays whenever something may have arrived. */
const tellOne = async (deps: Deps, tell: TellOutage, { outage, found }: Look, to: Seen): Promise<number> => {
  const { outages } = deps;
  const what = toTellOf(outage, found, await outages.wasTold(outage, to.personId, 'broken'), deps.clock.now());
  if (what === null || (await outages.wasTold(outage, to.personId, what)) || (await sleeps(deps, to))) return 0;
  if (!(await outages.claim(outage, to.personId, what))) return 0;
  const outcome = await tell(to, what, what === 'broken' ? { ...outage, troubles: found } : outage);
  if (mayGoAgain(outcome)) await outages.release(outage, to.personId, what);
  return outcome.kind === 'sent' ? 1 : 0;
};

/** Where Teams has asked for silence nothing is said past it, and the next look tries again. */
const mustWait = async ({ health, clock }: Deps): Promise<boolean> => ((await health.pausedUntil()) ?? '') > clock.now();

const tellAll = async (deps: Deps, tell: TellOutage, look: Look): Promise<number> => {
  if (await mustWait(deps)) return 0;
  let told = 0;
  for (const to of await seenAdministrators(deps)) told += await tellOne(deps, tell, look, to);
  return told;
};

/** In milliseconds: so often those are deleted who administer nothing any more, also where nothing is broken. */
const tidyEvery = 24 * 3_600_000;

/**
 * Looks whether the product is broken, and tells the administrators who were seen in the tab within thirty days: once when it has
 * been so for an hour, and once when it is well again. Run by every instance that answers requests, whoever sends; what was told is
 * common to all. Answers how many were told. What was found of waiting messages, and what counts as broken, is said to `looked`,
 * whoever can be told.
 */
export const outageWatch = (
  deps: Deps,
  tell: TellOutage,
  looked: (facts: HealthFacts, broken: readonly Trouble[]) => void = () => undefined,
): (() => Promise<number>) => {
  let inARow = 0;
  let tidied: number | undefined;
  const tidy = async (now: number): Promise<void> => {
    if (tidied !== undefined && Math.abs(now - tidied) < tidyEvery) return;
    await seenAdministrators(deps);
    tidied = now;
  };
  return async () => {
    const now = deps.clock.now();
    await tidy(Date.parse(now));
    const facts = await healthFacts(deps);
    const found = troublesOf(facts, now);
    inARow = found.length === 0 ? 0 : inARow + 1;
    const counts = inARow === 0 || inARow >= looksInARow;
    looked(facts, counts ? found : []);
    if (!counts) return 0;
    const outage = (await known(deps, found, now))?.value;
    return outage === undefined || toTellOf(outage, found, true, now) === null ? 0 : tellAll(deps, tell, { outage, found });
  };
};
