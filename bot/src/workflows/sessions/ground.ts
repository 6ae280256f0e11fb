import type { PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import { workingTimeOf } from '@coaching-pairs/shared/reminders/working-time';
import type { FoundZone } from '@coaching-pairs/shared/reminders/zone';
import { ok } from '@coaching-pairs/shared/result';
import type { Member } from '@coaching-pairs/shared/sessions/free-times';
import { daysAfter, instantOfLocal } from '@coaching-pairs/shared/time';
import type { Calendar, CalendarRefusal, Schedule } from '../../ports/calendar.js';
import type { ToldZones } from '../../ports/zones.js';
import type { Deps } from '../deps.js';
import { organisationOf } from '../organisation.js';

export type Ground = {
  readonly members: readonly Member[];
  /** Whose calendar could not be read, or is not asked. */
  readonly unread: readonly PersonId[];
  readonly trouble: CalendarRefusal | null;
};

type GroundAsked = {
  readonly memberIds: readonly PersonId[];
  /** The first and last day of interest. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly zoneOf: (id: PersonId, told: ToldZones | undefined) => FoundZone;
  /** Whose calendar lies elsewhere, and is not asked for. */
  readonly unasked?: readonly PersonId[];
};

const sameMail = (schedule: Schedule, mail: string | null | undefined): boolean => schedule.mail.toLowerCase() === mail?.toLowerCase();

/** Everybody's zone, working hours and times that are taken; where a calendar cannot be read, the usual working hours alone. */
export const groundOf = async (deps: Deps, calendar: Pick<Calendar, 'schedules'>, asked: GroundAsked): Promise<Ground> => {
  const { memberIds, from, to, zoneOf, unasked = [] } = asked;
  const [organisation, told] = await Promise.all([organisationOf(deps), Promise.all(memberIds.map((id) => deps.zones.of(id)))]);
  const mailOf = (id: PersonId): string | null => (unasked.includes(id) ? null : (organisation.people.get(id)?.mail ?? null));
  const mails = memberIds.map(mailOf).filter((mail) => mail !== null);
  const [first, last] = [instantOfLocal(`${daysAfter(from, -1)}T00:00`, 'UTC'), instantOfLocal(`${daysAfter(to, 2)}T00:00`, 'UTC')];
  const read = mails.length > 0 && first < last ? await calendar.schedules(mails, first, last) : ok([]);
  const scheduleFor = (id: PersonId): Schedule | undefined =>
    read.ok ? read.value.find((schedule) => sameMail(schedule, mailOf(id))) : undefined;
  const members = memberIds.map((id, at): Member => {
    const schedule = scheduleFor(id);
    const known = zoneOf(id, told[at]);
    const zone = known.source === 'round' ? (schedule?.zone ?? known.zone) : known.zone;
    return { id, zone, hours: schedule?.hours ?? workingTimeOf(organisation.people.get(id)), busy: schedule?.busy ?? [] };
  });
  return { members, unread: memberIds.filter((id) => scheduleFor(id) === undefined), trouble: read.ok ? null : read.error };
};
