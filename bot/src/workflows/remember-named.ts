import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Deps } from './deps.js';
import type { Refusal } from './refusal.js';

/**
 * Keeps the people a plan names, so that the round shows their names before its audience was read. Refused naming whom the
 * directory does not know.
 */
export const rememberNamed = async (deps: Deps, ids: readonly PersonId[]): Promise<Result<null, Refusal>> => {
  const { people } = await deps.organisation.snapshot();
  const known = new Set(people.map((person) => person.id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length === 0) return ok(null);
  const read = await deps.directory.people(missing);
  if (!read.ok) return read;
  const found = new Set(read.value.map((person) => person.id));
  const unknown = missing.filter((id) => !found.has(id));
  if (unknown.length > 0) return err({ code: 'unknown-people', entries: unknown });
  await deps.organisation.savePeople(read.value, []);
  return ok(null);
};
