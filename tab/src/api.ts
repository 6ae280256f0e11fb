import { BrowserSignIn, browserSignInPath } from '@coaching-pairs/shared/wire/browser-sign-in';
import { Refused } from '@coaching-pairs/shared/wire/parts';
import { Refusal } from './refusal.js';
import type { Tokens } from './token.js';

type Parser<Answer> = {
  readonly safeParse: (
    data: unknown,
  ) => { readonly success: true; readonly data: Answer } | { readonly success: false; readonly error: unknown };
};

/** A row of the route table as far as a caller needs it; `Body` is `never` where nothing is sent. */
export type Callable<Answer, Body = never> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly answer: Parser<Answer>;
  readonly body: { readonly _input: Body } | null;
};

export type Given<Body> = {
  /** For the braces of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
} & ([Body] extends [never] ? { readonly body?: undefined } : { readonly body: Body });

export type Call = <Answer, Body = never>(route: Callable<Answer, Body>, given: Given<Body>) => Promise<Answer>;

/** The address of a call; throws where a parameter of the path is missing, which is a fault of the page. */
export const addressOf = (
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
};

const refusalFrom = async (response: Response): Promise<Refusal> => {
  const told: unknown = await response.json().catch(() => null);
  const parsed = Refused.safeParse(told);
  if (!parsed.success) return new Refusal({ code: 'unreadable', status: response.status });
  const { code, message, correlationId, fields } = parsed.data.error;
  return new Refusal({ code, message, correlationId, status: response.status, ...(fields === undefined ? {} : { fields }) });
};

/** Where the reader's clock stands, so that they are written to in their working hours. */
const zoneOfReader = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const reach = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new Refusal({ code: 'unreachable', status: 0 }, { cause });
  }
};

/**
 * The one way to the bot: signs the call, sends it, and reads the answer by the schema of the route table. A token
 * that is refused is renewed once. Rejects with a `Refusal` for whatever the bot does not do.
 */
export const callWith =
  (tokens: Tokens, locale: string): Call =>
  async (route, given) => {
    const address = addressOf(route.path, given.params, given.query);
    const send = (token: string): Promise<Response> =>
      reach(address, {
        method: route.method,
        cache: 'no-store',
        credentials: 'omit',
        headers: {
          Authorization: `Bearer ${token}`,
          'Accept-Language': locale,
          'Time-Zone': zoneOfReader(),
          ...(given.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
        ...(given.signal === undefined ? {} : { signal: given.signal }),
      });

    const signedIn = await tokens.current().catch(() => null);
    if (signedIn === null) throw new Refusal({ code: 'not-signed-in', status: 0 });
    const first = await send(signedIn);
    const renewed = first.status === 401 ? await tokens.renewed().catch(() => null) : null;
    const response = renewed === null ? first : await send(renewed);
    if (!response.ok) throw await refusalFrom(response);
    const parsed = route.answer.safeParse(await response.json().catch(() => null));
    if (!parsed.success) throw new Refusal({ code: 'unreadable', status: response.status });
    return parsed.data;
  };

/** Where guests sign in with a browser of their own; told to whoever asks. */
export const toldSignIn = async (): Promise<BrowserSignIn> => {
  const response = await reach(browserSignInPath, { credentials: 'omit' });
  return BrowserSignIn.parse(await response.json());
};
