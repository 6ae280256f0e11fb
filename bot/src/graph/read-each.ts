import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import { allowedPathOf } from './allowed-paths.js';
import { type CallRefusal, type Calls, parsedBy, refusalOf } from './calls.js';
import { realTiming, type Timing } from './pace.js';

const mostInOne = 20;
const mostRounds = 10;

const answers = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown(),
    }),
  ),
});

type Inner = z.infer<typeof answers>['responses'][number];

const again = new Set([408, 429, 500, 502, 503, 504, 507]);

const waitOf = (responses: readonly Inner[], round: number, timing: Timing): number => {
  const asked = responses.map(({ headers }) => {
    const entry = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after');
    return entry !== undefined && /^\d+$/u.test(entry[1]) ? Number(entry[1]) * 1000 : 0;
  });
  const longest = Math.max(0, ...asked);
  return longest > 0 ? longest : timing.random() * Math.min(20_000, 500 * 2 ** round);
};

export type BatchOptions = { readonly signal?: AbortSignal | undefined; readonly timing?: Timing };

const readTwenty = async <T>(
  calls: Calls,
  wanted: ReadonlyMap<string, string>,
  schema: z.ZodType<T>,
  found: Map<string, T>,
  { signal, timing = realTiming }: BatchOptions,
): Promise<Result<null, CallRefusal>> => {
  const open = new Map(wanted);
  for (let round = 1; open.size > 0; round += 1) {
    const requests = [...open].map(([id, url]) => ({ id, method: 'GET', url }));
    const batch = await calls.post('/$batch', { requests }, answers, { signal });
    if (!batch.ok) return batch;
    const held: Inner[] = [];
    for (const inner of batch.value.responses) {
      const url = open.get(inner.id);
      if (url === undefined) continue;
      if (again.has(inner.status)) {
        held.push(inner);
        continue;
      }
      open.delete(inner.id);
      const refusal = refusalOf(inner.status, url, 'GET', null);
      if (refusal?.code === 'not-found') continue;
      if (refusal !== undefined) return err(refusal);
      const parsed = parsedBy(schema, inner.body);
      if (!parsed.ok) return parsed;
      found.set(inner.id, parsed.value);
    }
    if (open.size === 0) break;
    if (round >= mostRounds) return err({ code: 'unavailable', status: held[0]?.status ?? null, retryAfterSeconds: null });
    await timing.wait(waitOf(held, round, timing), signal);
  }
  return ok(null);
};

/**
 * One GET for each id, twenty in a call. Answers come in any order; those told to wait are asked again, the others are not.
 * Ids for which there is nothing (404) are missing from the result.
 */
export const readEach = async <T>(
  calls: Calls,
  ids: readonly PersonId[],
  pathOf: (id: PersonId) => string,
  schema: z.ZodType<T>,
  options: BatchOptions = {},
): Promise<Result<ReadonlyMap<string, T>, CallRefusal>> => {
  const found = new Map<string, T>();
  for (let start = 0; start < ids.length; start += mostInOne) {
    const wanted = new Map(ids.slice(start, start + mostInOne).map((id) => [id, pathOf(id)]));
    const strange = [...wanted.values()].find((path) => allowedPathOf('GET', path) === undefined);
    if (strange !== undefined) throw new Error(`Graph is not asked for ${strange}: it is not on the list of allowed paths.`);
    const read = await readTwenty(calls, wanted, schema, found, options);
    if (!read.ok) return read;
  }
  return ok(found);
};
