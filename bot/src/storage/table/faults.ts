import { RestError } from '@azure/data-tables';
import { storeFault } from '../../ports/store.js';

/**
 * What the store meant. `busy`: it did not do it, or may have (a timeout, a lost answer): ask again.
 * Azure and the embedded store spell some of it differently, so both code and status are looked at.
 */
export type Meaning = 'missing' | 'exists' | 'changed' | 'busy' | 'refused' | 'unrelated';

const byCode: Readonly<Record<string, Meaning>> = {
  ResourceNotFound: 'missing',
  EntityNotFound: 'missing',
  TableNotFound: 'refused',
  EntityAlreadyExists: 'exists',
  TableAlreadyExists: 'exists',
  TableBeingDeleted: 'busy',
  UpdateConditionNotSatisfied: 'changed',
  ConditionNotMet: 'changed',
  ServerBusy: 'busy',
  OperationTimedOut: 'busy',
  InternalError: 'busy',
};
const byStatus: Readonly<Record<number, Meaning>> = { 404: 'missing', 409: 'exists', 412: 'changed' };
const busyStatuses = new Set([408, 429, 500, 502, 503, 504]);

const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  let found: unknown = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([property]) => property === name)?.[1];
  }
  return typeof found === 'string' ? found : undefined;
};

const codesOf = (error: RestError): readonly string[] =>
  [
    error.code,
    textAt(error.details, 'odataError', 'code'),
    textAt(error.details, 'code'),
    error.response?.headers.get('x-ms-error-code'),
  ].filter((code): code is string => code !== undefined);

export const meaningOf = (error: unknown): Meaning => {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'busy';
  if (!(error instanceof RestError)) return 'unrelated';
  for (const code of codesOf(error)) {
    const meaning = byCode[code];
    if (meaning !== undefined) return meaning;
  }
  // Without a status the request or its answer was lost on the way.
  if (error.statusCode === undefined || busyStatuses.has(error.statusCode)) return 'busy';
  return byStatus[error.statusCode] ?? 'refused';
};

/** How long the store asks to be left alone, in milliseconds; 0 when it does not say. */
export const pauseAskedBy = (error: unknown): number => {
  if (!(error instanceof RestError)) return 0;
  const asked = Number(error.response?.headers.get('retry-after'));
  return Number.isFinite(asked) && asked > 0 ? asked * 1000 : 0;
};

/** The coded fault for what cannot be settled; keeps the cause, says nothing of the content. */
export const faultOf = (error: unknown, what: string): unknown => {
  const meaning = meaningOf(error);
  if (meaning === 'unrelated') return error;
  const status = error instanceof RestError ? (error.statusCode ?? error.code ?? 'no answer') : 'no answer';
  return storeFault(meaning === 'busy' ? 'store-unavailable' : 'store-refused', `${what}: ${status}`, error);
};
