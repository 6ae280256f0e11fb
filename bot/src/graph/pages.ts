import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { CallOptions, CallRefusal, Calls } from './calls.js';

const widestPage = 999;
const cautiousPage = 100;

/** A page of Graph with rows of one kind. */
export const pageOf = <T>(row: z.ZodType<T>) =>
  z.object({ value: z.array(row), '@odata.nextLink': z.string().optional(), '@odata.deltaLink': z.string().optional() });

/**
 * Every row of a collection, page by page, handed over as it arrives and kept nowhere. Tenants that refuse wide pages are asked for
 * narrow ones. The headers go along with every page, for links do not carry them. `path` has no `$top`.
 */
export const readAll = async <T>(
  calls: Calls,
  path: string,
  row: z.ZodType<T>,
  onRow: (row: T) => void,
  options: CallOptions = {},
): Promise<Result<null, CallRefusal>> => {
  const page = pageOf(row);
  const sized = (size: number): string => `${path}${path.includes('?') ? '&' : '?'}$top=${size}`;
  let answer = await calls.get(sized(widestPage), page, options);
  if (!answer.ok && answer.error.code === 'bad-request') answer = await calls.get(sized(cautiousPage), page, options);
  for (;;) {
    if (!answer.ok) return err(answer.error);
    for (const one of answer.value.value) onRow(one);
    const next = answer.value['@odata.nextLink'];
    if (next === undefined) return ok(null);
    answer = await calls.get(next, page, options);
  }
};
