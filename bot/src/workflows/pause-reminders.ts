import type { PlainDate } from '@coaching-pairs/shared/ids';
import { pauseUntil } from '@coaching-pairs/shared/reminders/pause';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { dayOf, daysAfter, localDayOf } from '@coaching-pairs/shared/time';
import type { Actor, Deps } from './deps.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { zoneFor } from './whereabouts.js';

/** Of people without a round the clock is taken to be that of their device, their mailbox or else UTC. */
const nowhere = { timeZone: 'UTC' } as const;

const todayOf = async (deps: Deps, { personId }: Actor): Promise<PlainDate> =>
  localDayOf(deps.clock.now(), (await zoneFor(deps, nowhere, personId)).zone);

/**
 * Silences all reminders to somebody until a day of their own, or lets them come again; news still comes. It needs no reason, and
 * nobody else learns of it. Refused for whom no round concerns, and for a day that is not to come within half a year.
 */
export const pauseReminders = async (
  deps: Deps,
  { actor, until }: { readonly actor: Actor; readonly until: PlainDate | null },
): Promise<Result<null, Refusal>> => {
  const known = actor.opener || (await organisationOf(deps)).people.has(actor.personId);
  if (!known) return err({ code: 'not-invited' });
  if (until !== null) {
    const allowed = pauseUntil(until, await todayOf(deps, actor));
    if (!allowed.ok) return allowed;
  }
  await deps.pauses.set(actor.personId, until);
  return ok(null);
};

/** The same for so many days from today, as a card offers it. */
export const pauseForDays = async (deps: Deps, actor: Actor, days: number): Promise<Result<null, Refusal>> =>
  pauseReminders(deps, { actor, until: daysAfter(await todayOf(deps, actor), days) });

/** Until when somebody wants no reminders; null where they do, also when the pause is over. */
export const pausedUntilOf = async (deps: Deps, actor: Actor): Promise<PlainDate | null> => {
  const [until, today] = await Promise.all([deps.pauses.of(actor.personId), todayOf(deps, actor)]);
  return until !== null && today < until ? until : null;
};

/** Deletes the pauses that are over everywhere. */
export const endPauses = async ({ pauses, clock }: Pick<Deps, 'pauses' | 'clock'>): Promise<void> => {
  const yesterday = daysAfter(dayOf(clock.now()), -1);
  for (const [person, until] of await pauses.all()) if (until <= yesterday) await pauses.set(person, null);
};
