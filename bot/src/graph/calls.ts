import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type Client, GraphError, ResponseType } from '@microsoft/microsoft-graph-client';
import type { z } from 'zod';
import type { DirectoryRefusal } from '../ports/directory.js';
import { allowedPathOf } from './allowed-paths.js';
import { retryAfterOf } from './pace.js';

/** Why one call brought nothing; the last three are for the caller to handle, the rest is handed on. */
export type CallRefusal = DirectoryRefusal | { readonly code: 'not-found' } | { readonly code: 'gone' } | { readonly code: 'bad-request' };

export type CallOptions = { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal | undefined };

/** Reads an unchecked answer; the first field that is not as expected is named. */
export const parsedBy = <T>(schema: z.ZodType<T>, value: unknown): Result<T, DirectoryRefusal> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err({ code: 'unreadable', field: parsed.error.issues[0]?.path.join('.') || 'body' });
};

/** The refusal that a status stands for; undefined for an answer that brought something. */
export const refusalOf = (status: number, path: string, method: string, retryAfterSeconds: number | null): CallRefusal | undefined => {
  if (status < 400) return undefined;
  if (status === 401 || status === 403) {
    return { code: 'permission-missing', permission: allowedPathOf(method, path)?.permission ?? 'User.Read.All', fields: [] };
  }
  if (status === 404) return { code: 'not-found' };
  if (status === 410) return { code: 'gone' };
  if (status === 400) return { code: 'bad-request' };
  return { code: 'unavailable', status, retryAfterSeconds };
};

const answerOf = async <T>(response: Response, method: string, path: string, schema: z.ZodType<T>): Promise<Result<T, CallRefusal>> => {
  const refusal = refusalOf(response.status, path, method, retryAfterOf(response.headers));
  if (refusal !== undefined) {
    await response.body?.cancel();
    return err(refusal);
  }
  const text = await response.text();
  try {
    return parsedBy(schema, JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError) return err({ code: 'unreadable', field: 'body' });
    throw cause;
  }
};

// The client wraps what fetch and the credential throw, and keeps the name of the error as its code. A refusal of the authority is no
// outage but a fault of the installation, so it is thrown like any other surprise.
export const isUnreachable = (cause: unknown): boolean =>
  cause instanceof GraphError &&
  (cause.code === 'TimeoutError' ||
    cause.code === 'CredentialUnavailableError' ||
    (cause.code === 'TypeError' && cause.message === 'fetch failed'));

/** What the directory's readings need of Graph: one call at a time, checked on arrival. Paths are relative to `/v1.0`. */
export type Calls = {
  readonly get: <T>(path: string, schema: z.ZodType<T>, options?: CallOptions) => Promise<Result<T, CallRefusal>>;
  readonly post: <T>(path: string, body: unknown, schema: z.ZodType<T>, options?: CallOptions) => Promise<Result<T, CallRefusal>>;
};

export const callsOver = (client: Client): Calls => {
  const call = async <T>(method: 'GET' | 'POST', path: string, body: unknown, schema: z.ZodType<T>, options: CallOptions = {}) => {
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .headers({ ...options.headers });
    if (options.signal !== undefined) request.option('signal', options.signal);
    try {
      const response: unknown = await (method === 'GET' ? request.get() : request.post(body));
      if (!(response instanceof Response)) throw new Error('The Graph client gave something else than an answer.');
      return await answerOf(response, method, path, schema);
    } catch (cause) {
      if (options.signal?.aborted === true || !isUnreachable(cause)) throw cause;
      return err({ code: 'unavailable' as const, status: null, retryAfterSeconds: null });
    }
  };
  return {
    get: (path, schema, options) => call('GET', path, undefined, schema, options),
    post: (path, body, schema, options) => call('POST', path, body, schema, options),
  };
};
