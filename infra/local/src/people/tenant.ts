import type { Person } from '@coaching-pairs/shared/organisation/person';

/** Somebody of the sandbox tenant: what the directory holds, and the app roles given in Entra. */
export type TenantPerson = Person & {
  readonly roles: readonly string[];
  /** An account of another organisation that was invited. */
  readonly guest?: true;
};

export type TenantGroup = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Ids of people and of other groups. */
  readonly memberIds: readonly string[];
};

/** The organisation that lives in the sandbox, with the parts its people play there. */
export type Tenant = {
  readonly name: string;
  readonly people: readonly TenantPerson[];
  readonly groups: readonly TenantGroup[];
  readonly roundLeaderId: string;
  readonly peoplePartnerId: string;
  readonly administratorId: string;
  readonly outsiderId: string;
  /** Holds the role for 2:2 Coaching, and no other. */
  readonly coordinatorId: string;
  /** Tells one organisation from another: equal people give equal fingerprints, whatever their order. */
  readonly fingerprint: string;
};

export const roundAdministrator = 'Round.Admin';
export const engagementCoordinator = 'Engagement.Coordinator';
