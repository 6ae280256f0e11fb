import { isTimeZone } from '../time.js';

/** Where a zone is known from, the best first. */
export const zoneSources = ['correction', 'tab', 'activity', 'mailbox', 'round'] as const;
export type ZoneSource = (typeof zoneSources)[number];

/** What each source says of one person; null where it says nothing. */
export type KnownZones = Readonly<Record<ZoneSource, string | null>>;

export type FoundZone = { readonly zone: string; readonly source: ZoneSource };

/**
 * In which zone somebody lives, by IANA name, and who says so: HR's correction, else the tab they last opened, else what they last
 * did in their chat, else their mailbox, else the zone of the round. A name that is no zone counts as unknown.
 */
export const zoneOf = (known: KnownZones): FoundZone => {
  for (const source of zoneSources) {
    const zone = known[source];
    if (zone !== null && isTimeZone(zone)) return { zone, source };
  }
  return { zone: 'UTC', source: 'round' };
};
