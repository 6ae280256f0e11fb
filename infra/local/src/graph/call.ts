import type { Caller } from '../parts.js';

/** One request to the Graph-shaped server, on its own or from inside a batch. */
export type GraphCall = {
  readonly method: string;
  /** Without `/v1.0` and the query, percent-decoded by segment in `params` only. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  readonly caller: Caller;
};

export type GraphAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: { readonly type: string; readonly content: string };
};

/** A path of the allow-list, with the permissions of which one is enough; an identity without a list may not call it. */
export type GraphRoute = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly app?: readonly string[];
  readonly user?: readonly string[];
  /** Open to the registration itself without any permission of Entra: whom it may ask about is decided in the answer. */
  readonly scoped?: true;
  readonly answer: (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
};

export const answered = (json: unknown, status = 200): GraphAnswer => ({ status, json });

/** An error in the form that Graph gives it. */
export const problem = (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): GraphAnswer => ({
  status,
  headers,
  json: { error: { code, message, innerError: { date: new Date(0).toISOString().slice(0, 19), 'request-id': code } } },
});

export const badRequest = (message: string): GraphAnswer => problem(400, 'Request_BadRequest', message);

export const notFound = (id: string): GraphAnswer =>
  problem(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text field of an unchecked body; undefined where it is anything else. */
export const textIn = (body: unknown, field: string): string | undefined => {
  const value = isRecord(body) ? body[field] : undefined;
  return typeof value === 'string' ? value : undefined;
};
