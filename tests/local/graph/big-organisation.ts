import { fingerprintOf } from '@coaching-pairs/local/people/identity';
import type { Tenant, TenantPerson } from '@coaching-pairs/local/people/tenant';
import { personId } from '@coaching-pairs/shared/ids';

/** An organisation of any size: everybody leads up to six people, and the first leads them all. */
export const bigOrganisation = (size: number): Tenant => {
  const people = Array.from({ length: size }, (_, index): TenantPerson => {
    return {
      id: personId(`p-${index}`),
      name: `Leader ${index}`,
      department: `Department ${index % 9}`,
      managerId: index === 0 ? null : personId(`p-${Math.floor((index - 1) / 6)}`),
      enabled: true,
      jobTitle: 'Leader',
      mail: `leader.${index}@contoso.example.com`,
      timeZone: 'Europe/London',
      language: 'en-GB',
      location: 'London',
      functionName: null,
      roles: [],
    };
  });
  return {
    name: `Organisation of ${size}`,
    people,
    groups: [],
    roundLeaderId: 'p-0',
    peoplePartnerId: 'p-1',
    administratorId: 'p-2',
    outsiderId: 'p-3',
    coordinatorId: 'p-4',
    fingerprint: fingerprintOf(people),
  };
};
