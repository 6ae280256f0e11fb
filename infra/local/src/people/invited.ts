import { personId } from '@coaching-pairs/shared/ids';
import { guidOf } from './identity.js';
import type { TenantPerson } from './tenant.js';

/**
 * Guests of the tenant: accounts of other organisations that were invited. They have no mailbox here and no chat with the bot, and sign in
 * with a browser.
 */
export const invitedGuests: readonly TenantPerson[] = [
  {
    id: personId(guidOf('guest/Imogen Clarke')),
    name: 'Imogen Clarke',
    department: null,
    managerId: null,
    enabled: true,
    jobTitle: null,
    mail: 'imogen.clarke@example.org',
    timeZone: null,
    language: null,
    location: null,
    functionName: null,
    roles: [],
    guest: true,
  },
];
