import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { Refused } from '@coaching-pairs/shared/wire/parts';
import type { Route } from '@coaching-pairs/shared/wire/routes';
import type { z } from 'zod';

/** What a call was refused with: the status, the code for programs and the sentence for people. */
export type CallRefused = { readonly status: number; readonly code: string; readonly message: string };

/** The body without its operation id, which is made for each call unless a story gives one. */
export type BodyOf<B extends z.ZodType | null> = B extends z.ZodType ? Omit<z.input<B>, 'opId'> & { readonly opId?: string } : undefined;

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
  const response = await fetch(given.url + pathOf(route.path, params), {
    method: route.method,
    headers: { authorization: `Bearer ${given.token}`, ...(route.body === null ? {} : { 'content-type': 'application/json' }) },
    ...(route.body === null ? {} : { body: JSON.stringify({ opId: newOperation(), ...body }) }),
  });
  const told: unknown = await response.json();
  if (response.ok) return ok(route.answer.parse(told));
  const { code, message } = Refused.parse(told).error;
  return err({ status: response.status, code, message });
};

/** A call of the sandbox's own routes. */
export const askSandbox = async <A extends z.ZodType>(url: string, path: string, schema: A, body?: object): Promise<z.output<A>> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url + path, init);
  const told: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(told)}`);
  return schema.parse(told);
};

/** Works on all of them, so many at a time. */
export const each = async <T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> => {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
};
