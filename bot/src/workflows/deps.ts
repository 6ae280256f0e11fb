import type { PersonId } from '@coaching-pairs/shared/ids';
import type { AgreementStore } from '../ports/agreements.js';
import type { AuditTrail } from '../ports/audit.js';
import type { Boards } from '../ports/boards.js';
import type { Clock } from '../ports/clock.js';
import type { Conversations } from '../ports/conversations.js';
import type { Deliveries } from '../ports/deliveries.js';
import type { Directory } from '../ports/directory.js';
import type { EngagementStore } from '../ports/engagements.js';
import type { HealthLedger } from '../ports/health.js';
import type { InsightStore } from '../ports/insights.js';
import type { LeaverStore } from '../ports/leavers.js';
import type { Weighing } from '../ports/matching.js';
import type { NoteStore } from '../ports/notes.js';
import type { OrganisationStore } from '../ports/organisation.js';
import type { Outages } from '../ports/outages.js';
import type { Pauses } from '../ports/pauses.js';
import type { PulseStore } from '../ports/pulse.js';
import type { ReachStore } from '../ports/reachability.js';
import type { RoundStore } from '../ports/rounds.js';
import type { Sealing } from '../ports/sealing.js';
import type { SeenStore } from '../ports/seen.js';
import type { CoachRegister } from '../ports/two-two.js';
import type { Works } from '../ports/works.js';
import type { Zones } from '../ports/zones.js';

/** What every use case works with; made once in main. */
export type Deps = {
  readonly rounds: RoundStore;
  readonly organisation: OrganisationStore;
  readonly directory: Directory;
  readonly works: Works;
  readonly weighing: Weighing;
  readonly conversations: Conversations;
  readonly reach: ReachStore;
  readonly deliveries: Deliveries;
  readonly health: HealthLedger;
  readonly outages: Outages;
  readonly seen: SeenStore;
  /** What runs here. */
  readonly about: { readonly version: string; readonly node: string };
  readonly zones: Zones;
  readonly pauses: Pauses;
  /** For whatever is confidential and kept. */
  readonly sealing: Sealing;
  readonly notes: NoteStore;
  readonly agreements: AgreementStore;
  readonly pulse: PulseStore;
  readonly insights: InsightStore;
  readonly audit: AuditTrail;
  readonly leavers: LeaverStore;
  /** What is new where partners are chosen in the open. */
  readonly boards: Boards;
  readonly coachRegister: CoachRegister;
  readonly engagements: EngagementStore;
  readonly clock: Clock;
  /** By which links into the tab name the app. */
  readonly teamsAppId: string;
  /** Where the tab opens in a browser of its own, for guests: an origin without a path. */
  readonly publicUrl: string;
  /** A new opaque id. */
  readonly newId: () => string;
};

/**
 * Who is asking, as a verified token says (S-06); `opener` holds the app role Round.Admin, `coordinator` Engagement.Coordinator. A
 * `guest` of the tenant holds neither, and has no mailbox here.
 */
export type Actor = {
  readonly personId: PersonId;
  readonly name: string;
  readonly opener: boolean;
  readonly coordinator?: boolean;
  readonly guest?: boolean;
};
