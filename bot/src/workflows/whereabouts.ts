import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import type { Whereabouts } from '@coaching-pairs/shared/reminders/next-reminder';
import { workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import { type FoundZone, zoneOf } from '@coaching-pairs/shared/reminders/zone';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { ToldZones } from '../ports/zones.js';
import type { Deps } from './deps.js';
import { organisationOf } from './organisation.js';

/** Somebody's zone from all that is known of it, and who says so. */
export const zoneAmong = (organisation: Organisation, round: Pick<Round, 'timeZone'>, id: PersonId, told?: ToldZones): FoundZone =>
  zoneOf({
    correction: organisation.correctedZone.get(id) ?? null,
    tab: told?.tab ?? null,
    activity: told?.activity ?? null,
    mailbox: organisation.people.get(id)?.timeZone ?? null,
    round: round.timeZone,
  });

/** The same for one person alone. */
export const zoneFor = async (
  deps: Pick<Deps, 'organisation' | 'zones'>,
  round: Pick<Round, 'timeZone'>,
  id: PersonId,
): Promise<FoundZone> => {
  const [organisation, told] = await Promise.all([organisationOf(deps), deps.zones.of(id)]);
  return zoneAmong(organisation, round, id, told);
};

/** Where and when one person works, and whether they have asked for silence. */
export const whereaboutsOf = async (
  deps: Pick<Deps, 'organisation' | 'zones' | 'pauses'>,
  round: Pick<Round, 'timeZone'>,
  id: PersonId,
): Promise<Whereabouts & Pick<FoundZone, 'source'>> => {
  const [organisation, told, pausedUntil] = await Promise.all([organisationOf(deps), deps.zones.of(id), deps.pauses.of(id)]);
  const { zone, source } = zoneAmong(organisation, round, id, told);
  return { zone, source, hours: workingTimeOf(organisation.people.get(id)), pausedUntil };
};
