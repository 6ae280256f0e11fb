import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CsvFault, csvRows } from '@coaching-pairs/shared/organisation/csv';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { PeopleFault } from '@coaching-pairs/shared/organisation/people-columns';
import { parsePeople } from '@coaching-pairs/shared/organisation/people-file';
import type { PeopleWarning } from '@coaching-pairs/shared/organisation/people-warnings';
import { widestSpan } from '@coaching-pairs/shared/organisation/span';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { companions } from './companions.js';
import { fingerprintOf } from './identity.js';
import { inventedTenant } from './invented.js';
import { readStoredTenant, storeTenant } from './stored.js';
import type { Tenant } from './tenant.js';

export type LoadRequest = {
  readonly dataFolder: string;
  /** A CSV file; without it the organisation of the folder is kept, or the invented one comes in. */
  readonly peopleFile?: string;
  /** True when the folder is to be started empty: whatever organisation it had does not count. */
  readonly fresh: boolean;
};

export type LoadRefusal =
  | { readonly code: 'file-not-readable'; readonly file: string; readonly reason: string }
  | { readonly code: 'file-not-utf-8'; readonly file: string }
  | { readonly code: 'file-not-csv'; readonly file: string; readonly fault: CsvFault }
  | { readonly code: 'file-faulty'; readonly file: string; readonly faults: readonly PeopleFault[] }
  /** The folder holds the data of another organisation, and `fresh` was not said. */
  | { readonly code: 'another-organisation'; readonly held: string; readonly wanted: string };

export type Loaded = { readonly tenant: Tenant; readonly warnings: readonly PeopleWarning[] };

const textOf = (file: string): Result<string, LoadRefusal> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (cause) {
    if (cause instanceof TypeError) return err({ code: 'file-not-utf-8', file });
    return err({ code: 'file-not-readable', file, reason: cause instanceof Error ? cause.message : String(cause) });
  }
};

/** The organisation of a CSV file with its companions beside it; the widest leader leads the round. */
export const tenantOfFile = (file: string): Result<Loaded, LoadRefusal> => {
  const text = textOf(file);
  if (!text.ok) return text;
  const rows = csvRows(text.value);
  if (!rows.ok) return err({ code: 'file-not-csv', file, fault: rows.error });
  const parsed = parsePeople(rows.value);
  if (!parsed.ok) return err({ code: 'file-faulty', file, faults: parsed.error });
  const leaders = parsed.value.people.map((person) => ({ ...person, roles: [] }));
  const { administrator, peoplePartner, outsider, coordinator } = companions();
  const tenant: Tenant = {
    name: basename(file),
    people: [...leaders, administrator, peoplePartner, outsider, coordinator],
    groups: [],
    roundLeaderId: widestSpan(organise({ people: leaders, corrections: [], functions: [] })) ?? administrator.id,
    peoplePartnerId: peoplePartner.id,
    administratorId: administrator.id,
    outsiderId: outsider.id,
    coordinatorId: coordinator.id,
    fingerprint: fingerprintOf(leaders),
  };
  return ok({ tenant, warnings: parsed.value.warnings });
};

/**
 * The organisation for this start, kept in the data folder from now on. A faulty file is refused with every fault, another
 * organisation's folder with both names; then nothing is written. The same organisation goes on where it stopped.
 */
export const loadTenant = ({ dataFolder, peopleFile, fresh }: LoadRequest): Result<Loaded, LoadRefusal> => {
  const held = fresh ? undefined : readStoredTenant(dataFolder);
  if (peopleFile === undefined) {
    const tenant = held ?? inventedTenant();
    if (held === undefined) storeTenant(dataFolder, tenant);
    return ok({ tenant, warnings: [] });
  }
  const loaded = tenantOfFile(peopleFile);
  if (!loaded.ok) return loaded;
  const { tenant } = loaded.value;
  if (held !== undefined && held.fingerprint !== tenant.fingerprint) {
    return err({ code: 'another-organisation', held: held.name, wanted: tenant.name });
  }
  if (held === undefined) storeTenant(dataFolder, tenant);
  return ok({ tenant: held ?? tenant, warnings: loaded.value.warnings });
};
