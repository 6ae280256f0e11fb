import type { Outage } from '@coaching-pairs/shared/health';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Versioned } from './rounds.js';

export type Telling = 'broken' | 'well';

/** What is broken, and who was told so: common to all instances, so that each person is told once. */
export type Outages = {
  /** The last one, over or not; null before the first. */
  readonly last: () => Promise<Versioned<Outage> | null>;
  /** Writes what has become of it, if nobody else has meanwhile; a new one forgets who was told of the one before. */
  readonly write: (outage: Outage, over: Versioned<Outage> | null) => Promise<boolean>;
  readonly wasTold: (outage: Outage, person: PersonId, what: Telling) => Promise<boolean>;
  /** Before it is said: true for one caller alone, whatever then becomes of the message. */
  readonly claim: (outage: Outage, person: PersonId, what: Telling) => Promise<boolean>;
  /** Surely nothing arrived, so that it may be tried again. */
  readonly release: (outage: Outage, person: PersonId, what: Telling) => Promise<void>;
};
