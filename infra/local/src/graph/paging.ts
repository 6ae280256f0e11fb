import { answered, badRequest, type GraphAnswer, type GraphCall, isRecord } from './call.js';
import type { FaultPlan } from './faults.js';
import { fromToken, tokenOf } from './query.js';

/** No page is longer than this, whatever `$top` says: some tenants are as strict. */
export const longestPage = 120;
const usualPage = 100;

/** `$top` (or the page size preferred by header) within the cap, or a refusal where it is no number or above what the tenant allows. */
export const pageSizeOf = (call: GraphCall, faults: FaultPlan): number | GraphAnswer => {
  const top = call.query.get('$top');
  const preferred = /odata\.maxpagesize=(\d+)/u.exec(call.header('prefer') ?? '')?.[1];
  if (top === null) return preferred === undefined ? usualPage : Math.min(Math.max(Number(preferred), 1), longestPage);
  const size = Number(top);
  if (!Number.isInteger(size) || size < 1 || size > 999)
    return badRequest(`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`);
  if (size > faults.topLimit())
    return badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${faults.topLimit()} inclusive.`);
  return Math.min(size, longestPage);
};

/** An absolute link to the same call with some parameters put in or (null) left out. */
export const linkTo = (origin: string, call: GraphCall, changes: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(call.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${origin}/v1.0${call.path}?${query.toString()}`;
};

/** One page of the rows, and an absolute link to the next with `$skiptoken` where there is one. */
export const pageOf = <Row>(
  origin: string,
  call: GraphCall,
  faults: FaultPlan,
  rows: readonly Row[],
  shape: (row: Row) => unknown,
): GraphAnswer => {
  const size = pageSizeOf(call, faults);
  if (typeof size !== 'number') return size;
  const token = call.query.get('$skiptoken');
  const place = token === null ? { skip: 0 } : fromToken(token);
  if (!isRecord(place) || typeof place.skip !== 'number') return badRequest('The skip token is not valid.');
  const end = place.skip + size;
  const next = end < rows.length ? { '@odata.nextLink': linkTo(origin, call, { $skiptoken: tokenOf({ skip: end }) }) } : {};
  return answered({
    '@odata.context': `${origin}/v1.0/$metadata#${call.path.slice(1).split('/')[0]}`,
    ...(call.query.get('$count') === 'true' ? { '@odata.count': rows.length } : {}),
    ...next,
    value: rows.slice(place.skip, end).map(shape),
  });
};
