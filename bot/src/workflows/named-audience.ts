import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Audience } from '@coaching-pairs/shared/round/round';
import type { AudienceChoice } from '@coaching-pairs/shared/wire/rounds';
import type { Directory } from '../ports/directory.js';
import type { Refusal } from './refusal.js';

/** Look-ups at the same time. */
const atOnce = 4;

const idOf = async (directory: Directory, entry: string): Promise<Result<PersonId | null, Refusal>> => {
  if (!entry.includes('@')) return ok(personId(entry));
  const found = await directory.searchPeople(entry);
  if (!found.ok) return found;
  const same = found.value.find((person) => person.mail?.toLowerCase() === entry.toLowerCase());
  return ok(same?.id ?? null);
};

/** A pasted list of ids and mail addresses as ids; refused with every address that the directory does not know. */
const listed = async (directory: Directory, entries: readonly string[]): Promise<Result<Audience, Refusal>> => {
  const wanted = [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
  const ids: PersonId[] = [];
  const unknown: string[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    const step = wanted.slice(from, from + atOnce);
    for (const [index, found] of (await Promise.all(step.map((entry) => idOf(directory, entry)))).entries()) {
      if (!found.ok) return found;
      if (found.value === null) unknown.push(step[index] ?? '');
      else ids.push(found.value);
    }
  }
  return unknown.length > 0 ? err({ code: 'unknown-people', entries: unknown }) : ok({ kind: 'list', ids: [...new Set(ids)] });
};

/** The audience that an organiser chose, with a list's addresses looked up. */
export const namedAudience = async (directory: Directory, choice: AudienceChoice): Promise<Result<Audience, Refusal>> => {
  if (choice.kind === 'list') return listed(directory, choice.entries);
  if (choice.kind === 'group') return ok(choice);
  return ok({ kind: 'below', personId: personId(choice.personId), name: choice.name });
};
