import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { Refused } from '@coaching-pairs/shared/wire/parts';
import type { Route } from '@coaching-pairs/shared/wire/route';
import type { z } from 'zod';

/** What a call was refused with: the status, the code for programs and the sentence for people. */
export type CallRefused = { readonly status: number; readonly code: string; readonly message: string };

/** The body without its operation id, which is made for each call unless a story gives one. */
export type BodyOf<B extends z.ZodType | null> = B extends z.ZodType ? Omit<z.input<B>, 'opId'> & { readonly opId?: string } : undefined;

/** The connection broke, or the bot behind the page did not answer: the product is not there just now. */
export class ProductGone extends Error {
  override readonly name = 'ProductGone';
}

const gone = [502, 503, 504];

const told = async (address: string, init: RequestInit): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = await fetch(address, init)
    .then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }))
    .catch((cause: unknown) => {
      throw new ProductGone(address, { cause });
    });
  if (gone.includes(answer.status)) throw new ProductGone(`${address} answered ${answer.status}`);
  return answer;
};

export const newOperation = (): string => `op-${randomUUID()}`;

const pathOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? `${name}-missing`));

/** Calls a route of the tab's API; the answer is parsed by the route's own schema. */
export const askRoute = async <B extends z.ZodType | null, A extends z.ZodType>(
  given: { readonly url: string; readonly token: string },
  route: Route<B, A>,
  params: Readonly<Record<string, string>>,
  body?: BodyOf<B>,
): Promise<Result<z.output<A>, CallRefused>> => {
  const { status, body: answer } = await told(given.url + pathOf(route.path, params), {
    method: route.method,
    headers: { authorization: `Bearer ${given.token}`, ...(route.body === null ? {} : { 'content-type': 'application/json' }) },
    ...(route.body === null ? {} : { body: JSON.stringify({ opId: newOperation(), ...body }) }),
  });
  if (status < 300) return ok(route.answer.parse(answer));
  const { code, message } = Refused.parse(answer).error;
  return err({ status, code, message });
};

/** A call of the sandbox's own routes. */
export const askSandbox = async <A extends z.ZodType>(url: string, path: string, schema: A, body?: object): Promise<z.output<A>> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const { status, body: answer } = await told(url + path, init);
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return schema.parse(answer);
};

/** Works on all of them, so many at a time. */
export const each = async <T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
};
