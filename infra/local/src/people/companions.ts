import { personId } from '@coaching-pairs/shared/ids';
import { guidOf } from './identity.js';
import { engagementCoordinator, roundAdministrator, type TenantPerson } from './tenant.js';

export type Companions = {
  readonly administrator: TenantPerson;
  readonly peoplePartner: TenantPerson;
  readonly outsider: TenantPerson;
  readonly coordinator: TenantPerson;
};

const companion = (part: string, name: string, jobTitle: string, department: string | null, roles: readonly string[]): TenantPerson => ({
  id: personId(guidOf(`companion/${part}`)),
  name,
  department,
  managerId: null,
  enabled: true,
  jobTitle,
  mail: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example.com`,
  timeZone: 'Europe/London',
  language: 'en-GB',
  location: 'London',
  functionName: null,
  roles,
});

/** Those who are needed beside any organisation: who administers, who looks after people, somebody who has no part in a round, and who coordinates 2:2 Coaching. */
export const companions = (): Companions => ({
  administrator: companion('administrator', 'Noor Sayegh', 'Programme administrator', 'Programme office', [roundAdministrator]),
  peoplePartner: companion('people-partner', 'Judith Amsel', 'People partner', 'Programme office', [roundAdministrator]),
  outsider: companion('outsider', 'Felix Oram', 'Visiting adviser', null, []),
  coordinator: companion('coordinator', 'Edith Larkin', 'Coordinator of 2:2 Coaching', 'Programme office', [engagementCoordinator]),
});
