import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { type Client, ResponseType } from '@microsoft/microsoft-graph-client';
import * as z from 'zod';
import type { CalendarRefusal } from '../ports/calendar.js';
import type { BehalfToken } from './behalf.js';
import { isUnreachable } from './calls.js';

/** `gone`: there is no such event; `conflict`: an event was made under the same transaction id before. */
export type CallRefusal = CalendarRefusal | { readonly code: 'gone' } | { readonly code: 'conflict' };

/** What is the caller's own case has been handled; whatever else comes is an outage to others. */
export const told = (refusal: CallRefusal): CalendarRefusal =>
  refusal.code === 'gone' || refusal.code === 'conflict'
    ? { code: 'calendar-unavailable', status: refusal.code === 'gone' ? 404 : 409 }
    : refusal;

/** A text inside a filter. */
export const quoted = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export type Ask = <T>(method: Method, path: string, schema: z.ZodType<T>, body?: unknown) => Promise<Result<T, CallRefusal>>;

const problem = z.object({ error: z.object({ code: z.string() }) });

/** Ids stay the same when an event is moved within the mailbox, and times are told in UTC. */
const prefer = 'IdType="ImmutableId", outlook.timezone="UTC"';

/** Continuous access evaluation: Graph itself may want more than the token proves. */
const claimsOf = (headers: Headers): string | null => {
  const asked = /claims="([^"]+)"/u.exec(headers.get('www-authenticate') ?? '')?.[1];
  return asked === undefined ? null : Buffer.from(asked, 'base64').toString('utf8');
};

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

const refusalOf = async (response: Response): Promise<CallRefusal> => {
  const { status, headers } = response;
  const body = problem.safeParse(await jsonOf(response));
  const code = body.success ? body.data.error.code : '';
  if (status === 401) return { code: 'sign-in-needed', claims: claimsOf(headers) };
  if (status === 404) return code.startsWith('Mailbox') ? { code: 'mailbox-missing' } : { code: 'gone' };
  return status === 409 ? { code: 'conflict' } : { code: 'calendar-unavailable', status };
};

const answerOf = async <T>(response: Response, schema: z.ZodType<T>): Promise<Result<T, CallRefusal>> => {
  if (!response.ok) return err(await refusalOf(response));
  const parsed = schema.safeParse(await jsonOf(response));
  return parsed.success ? ok(parsed.data) : err({ code: 'calendar-unavailable', status: response.status });
};

const send = (client: Client, method: Method, path: string, body: unknown): Promise<unknown> => {
  const request = client.api(path).responseType(ResponseType.RAW).headers({ Prefer: prefer });
  if (method === 'GET') return request.get();
  if (method === 'DELETE') return request.delete();
  return method === 'POST' ? request.post(body) : request.patch(body);
};

/** One call to Graph in somebody's name; their token comes first, so that a missing consent is told before anything is sent. */
export const askWith =
  (client: Client, token: BehalfToken): Ask =>
  async (method, path, schema, body) => {
    const signedIn = await token();
    if (!signedIn.ok) return signedIn;
    try {
      const response = await send(client, method, path, body);
      if (!(response instanceof Response)) throw new Error('The Graph client gave something else than an answer.');
      return await answerOf(response, schema);
    } catch (cause) {
      if (!isUnreachable(cause)) throw cause;
      return err({ code: 'calendar-unavailable', status: null });
    }
  };
