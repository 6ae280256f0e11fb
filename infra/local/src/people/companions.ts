import { personId } from '@coaching-pairs/shared/ids';
import { guidOf } from './identity.js';
import { roundAdministrator, type TenantPerson } from './tenant.js';

export type Companions = {
  readonly administrator: TenantPerson;
  readonly peoplePartner: TenantPerson;
  readonly outsider: TenantPerson;
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

/** Those who are needed beside any organisation: who administers, who looks after people, and somebody who has no part in a round. */
export const companions = (): Companions => ({
  administrator: companion('administrator', 'Noor Sayegh', 'Programme administrator', 'Programme office', [roundAdministrator]),
  peoplePartner: companion('people-partner', 'Judith Amsel', 'People partner', 'Programme office', [roundAdministrator]),
  outsider: companion('outsider', 'Felix Oram', 'Visiting adviser', null, []),
});
