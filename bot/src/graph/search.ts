import { personId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { DirectoryRefusal, FoundAccount, FoundGroup, FoundPerson } from '../ports/directory.js';
import { told } from './audience.js';
import type { Calls } from './calls.js';
import { pageOf } from './pages.js';
import { personFrom, userRecord } from './user-record.js';

const most = 20;
const groupRecord = z.object({ id: z.string().min(1), displayName: z.string().nullish(), description: z.string().nullish() });

const accountRecord = userRecord.extend({ userType: z.string().nullish() });

const quotedForSearch = (text: string): string => text.replace(/[\\"]/gu, ' ').trim();
const quotedForFilter = (text: string): string => text.trim().replaceAll("'", "''");

/** People whose name or mail has words that begin with those of the text; an empty text finds nobody. */
export const findPeople = async (calls: Calls, text: string): Promise<Result<readonly FoundPerson[], DirectoryRefusal>> => {
  const wanted = quotedForSearch(text);
  if (wanted === '') return ok([]);
  const search = encodeURIComponent(`"displayName:${wanted}" OR "mail:${wanted}"`);
  const path = `/users?$search=${search}&$select=id,displayName,department,jobTitle,mail&$top=${most}`;
  const answer = await calls.get(path, pageOf(userRecord), { headers: { ConsistencyLevel: 'eventual' } });
  if (!answer.ok) return err(told(answer.error, text));
  return ok(
    answer.value.value.map((record) => {
      const { name, department, jobTitle, mail } = personFrom(record, undefined);
      return { id: personId(record.id), name, department, jobTitle, mail };
    }),
  );
};

/** The accounts with this very address, and whether each is a guest's; what is not told of one is taken for a member. */
export const findAccounts = async (calls: Calls, mail: string): Promise<Result<readonly FoundAccount[], DirectoryRefusal>> => {
  const wanted = quotedForFilter(mail);
  if (wanted === '') return ok([]);
  const filter = encodeURIComponent(`mail eq '${wanted}'`);
  const answer = await calls.get(
    `/users?$filter=${filter}&$select=id,displayName,accountEnabled,userType&$top=${most}`,
    pageOf(accountRecord),
  );
  if (!answer.ok) return err(told(answer.error, mail));
  return ok(
    answer.value.value.map((record) => {
      const { id, name, enabled } = personFrom(record, undefined);
      return { id, name, enabled, guest: record.userType?.toLowerCase() === 'guest' };
    }),
  );
};

/** Groups whose name begins with the text; an empty text finds none. */
export const findGroups = async (calls: Calls, text: string): Promise<Result<readonly FoundGroup[], DirectoryRefusal>> => {
  const wanted = quotedForFilter(text);
  if (wanted === '') return ok([]);
  const filter = encodeURIComponent(`startswith(displayName,'${wanted}')`);
  const answer = await calls.get(`/groups?$filter=${filter}&$select=id,displayName,description&$top=${most}`, pageOf(groupRecord));
  if (!answer.ok) return err(told(answer.error, text));
  return ok(
    answer.value.value.map(({ id, displayName, description }) => ({ id, name: displayName ?? id, description: description ?? null })),
  );
};
