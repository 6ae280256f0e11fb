import { err, ok } from '@coaching-pairs/shared/result';
import type { SandboxPerson } from '../parts.js';
import { invitedGuests } from '../people/invited.js';
import { loadTenant } from '../people/load.js';
import { loadRefusalLines, loadWarningLines } from '../people/load-text.js';
import type { TenantPerson } from '../people/tenant.js';
import { terminal } from '../words/terminal.js';
import type { Rooms } from './rooms.js';

const signInOf = ({ id, name, roles, mail, guest }: TenantPerson): SandboxPerson => ({
  ...{ id, name, roles },
  ...(mail === null ? {} : { mail }),
  ...(guest === undefined ? {} : { guest }),
});

/** Guests of the tenant, whatever organisation is loaded. */
export const guests: readonly SandboxPerson[] = invitedGuests.map(signInOf);

/** The organisation of this start in words for the terminal: every fault of a file that is refused, every oddity of one that is taken. */
export const loadPeople: Rooms['loadPeople'] = async ({ dataFolder, fresh, file }) => {
  try {
    const loaded = loadTenant({ dataFolder, fresh, ...(file === undefined ? {} : { peopleFile: file }) });
    return loaded.ok
      ? ok({ people: loaded.value.tenant.people.map(signInOf), notes: loadWarningLines(loaded.value) })
      : err(loadRefusalLines(loaded.error).join('\n'));
  } catch (cause) {
    return err(terminal.t('start.again', { reason: cause instanceof Error ? cause.message : String(cause) }));
  }
};
