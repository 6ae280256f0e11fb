import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { Audience, DirectoryRefusal } from '../ports/directory.js';
import type { CallOptions, CallRefusal, Calls } from './calls.js';
import { readAll } from './pages.js';

const idOnly = z.object({ id: z.string().min(1) });
const idAndManager = z.object({ id: z.string().min(1), manager: idOnly.nullish() });

/** A refusal for the caller of the port; `id` is what was asked for where there is nothing. */
export const told = (refusal: CallRefusal, id: string): DirectoryRefusal => {
  if (refusal.code === 'not-found') return { code: 'audience-not-found', id };
  if (refusal.code === 'gone') return { code: 'unavailable', status: 410, retryAfterSeconds: null };
  if (refusal.code === 'bad-request') return { code: 'unavailable', status: 400, retryAfterSeconds: null };
  return refusal;
};

type Ids = Result<readonly PersonId[], DirectoryRefusal>;

/** The people of a group and of the groups inside it. */
export const membersOf = async (calls: Calls, groupId: string, options: CallOptions = {}): Promise<Ids> => {
  const ids = new Set<PersonId>();
  const path = `/groups/${encodeURIComponent(groupId)}/transitiveMembers/microsoft.graph.user?$count=true&$select=id`;
  // Asking for one kind of members is an advanced query: it wants this header and the count.
  const advanced = { ...options, headers: { ConsistencyLevel: 'eventual' } };
  const read = await readAll(calls, path, idOnly, ({ id }) => ids.add(personId(id)), advanced);
  return read.ok ? ok([...ids]) : err(told(read.error, groupId));
};

/**
 * A person and everybody below. The list gives each account with its manager's id; only these ids are held, and only until the tree
 * is known. Several levels in one call are refused for lists, so the tree is put together here.
 */
export const peopleUnder = async (calls: Calls, top: PersonId, options: CallOptions = {}): Promise<Ids> => {
  const reports = new Map<PersonId, PersonId[]>();
  let found = false;
  const path = '/users?$select=id&$expand=manager($levels=1;$select=id)';
  const read = await readAll(
    calls,
    path,
    idAndManager,
    ({ id, manager }) => {
      found ||= id === top;
      if (manager == null) return;
      const of = reports.get(personId(manager.id));
      if (of === undefined) reports.set(personId(manager.id), [personId(id)]);
      else of.push(personId(id));
    },
    options,
  );
  if (!read.ok) return err(told(read.error, top));
  if (!found) return err({ code: 'audience-not-found', id: top });
  const below = new Set([top]);
  // A set grows while it is walked, and takes nobody twice: a cycle ends by itself.
  for (const id of below) for (const report of reports.get(id) ?? []) below.add(report);
  return ok([...below]);
};

export const audienceIds = async (calls: Calls, audience: Audience, options: CallOptions = {}): Promise<Ids> => {
  if (audience.kind === 'list') return ok([...new Set(audience.ids)]);
  return audience.kind === 'group' ? membersOf(calls, audience.id, options) : peopleUnder(calls, audience.personId, options);
};
