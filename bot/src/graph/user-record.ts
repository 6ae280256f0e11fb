import { personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { z } from 'zod';

const text = z.string().nullish();
const removed = z.object({ reason: z.string().optional() }).optional();

/** Somebody as Graph tells of them: whole, changed in part, or removed. Fields that are not there have not changed. */
export const userRecord = z.object({
  id: z.string().min(1),
  displayName: text,
  department: text,
  jobTitle: text,
  mail: text,
  accountEnabled: z.boolean().nullish(),
  officeLocation: text,
  preferredLanguage: text,
  manager: z.object({ id: z.string().min(1) }).nullish(),
  'manager@delta': z.array(z.object({ id: z.string().min(1), '@removed': removed })).optional(),
  '@removed': removed,
});

export type UserRecord = z.infer<typeof userRecord>;

/** The fields that the rules use, and no other. */
export const userFields = 'id,displayName,department,jobTitle,mail,accountEnabled,officeLocation,preferredLanguage';

const filled = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value.trim();

const kept = (told: string | null | undefined, known: string | null | undefined): string | null =>
  told === undefined ? (known ?? null) : filled(told);

const managerIn = (record: UserRecord, known: Person | undefined): Person['managerId'] => {
  if (record.manager !== undefined) return record.manager === null ? null : personId(record.manager.id);
  const change = record['manager@delta'];
  if (change === undefined) return known?.managerId ?? null;
  const now = change.find((one) => one['@removed'] === undefined);
  return now === undefined ? null : personId(now.id);
};

/** The person of a record, on top of what was known; fields that were not told stay as they were. */
export const personFrom = (record: UserRecord, known: Person | undefined): Person => {
  const mail = kept(record.mail, known?.mail);
  return {
    id: personId(record.id),
    name: kept(record.displayName, known?.name) ?? mail ?? record.id,
    department: kept(record.department, known?.department),
    managerId: managerIn(record, known),
    enabled: record.accountEnabled ?? known?.enabled ?? true,
    jobTitle: kept(record.jobTitle, known?.jobTitle),
    mail,
    timeZone: known?.timeZone ?? null,
    language: kept(record.preferredLanguage, known?.language),
    location: kept(record.officeLocation, known?.location),
    functionName: known?.functionName ?? null,
    ...(known?.workingHours === undefined ? {} : { workingHours: known.workingHours }),
  };
};
