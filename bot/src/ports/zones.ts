import type { PersonId } from '@coaching-pairs/shared/ids';

/** Who tells of somebody's time zone by using the product: the tab they open, or what they do in their chat. */
export type ZoneTeller = 'tab' | 'activity';

/** The IANA name that each of them told last; null where it never did. */
export type ToldZones = Readonly<Record<ZoneTeller, string | null>>;

/** Keeps where people's clocks stand, and nothing of where or when they were seen. */
export type Zones = {
  /** Writes nothing when nothing has changed, since it is told with every activity. The zone must have passed `isTimeZone`. */
  readonly note: (person: PersonId, teller: ZoneTeller, zone: string) => Promise<void>;
  readonly of: (person: PersonId) => Promise<ToldZones>;
  readonly all: () => Promise<ReadonlyMap<PersonId, ToldZones>>;
  readonly forget: (people: readonly PersonId[]) => Promise<void>;
};
