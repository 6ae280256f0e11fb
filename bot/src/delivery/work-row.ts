import { type Instant, instant, personId, roundId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { keyOf, prefixOf } from '../ports/keys.js';
import { type Fields, type Json, type Row, storeFault } from '../ports/store.js';
import { type Work, workKinds, workStates } from '../ports/works.js';

export const workPrefix = prefixOf('work');
export const workKey = (id: string): string => keyOf('work', id);

/** A work with what only its runner needs. */
export type WorkRow = Work & {
  readonly input: Json;
  readonly resume: Json;
  readonly cancelRequested: boolean;
  readonly finishedAt: Instant | null;
  /** Starts and faults since the last resume token. */
  readonly attempts: number;
  readonly faults: number;
  readonly claimedBy: string | null;
  readonly claimedUntil: Instant | null;
  readonly notBefore: Instant | null;
};

const json: z.ZodType<Json> = z.json();
const at = z.string().transform(instant);
const schema = z.object({
  workId: z.string(),
  roundId: z.string().transform(roundId),
  kind: z.enum(workKinds),
  by: z.string().transform(personId),
  startedAt: at,
  state: z.enum(workStates),
  progress: z.object({ done: z.number(), total: z.number().nullable(), phase: z.string() }),
  report: json,
  refusal: json,
  givenUp: z.boolean().default(false),
  input: json,
  resume: json,
  cancelRequested: z.boolean(),
  finishedAt: at.nullable(),
  attempts: z.number(),
  faults: z.number(),
  claimedBy: z.string().nullable(),
  claimedUntil: at.nullable(),
  notBefore: at.nullable(),
});

export const workFields = ({ id, ...fields }: WorkRow): Fields => ({ ...fields, workId: id });

/** Throws a coded fault for a row that no version of this code wrote. */
export const parseWorkRow = (row: Row): WorkRow => {
  const parsed = schema.safeParse(row.fields);
  if (!parsed.success) throw storeFault('row-unreadable', row.key, parsed.error);
  const { workId: id, ...fields } = parsed.data;
  return { ...fields, id };
};

/** What whoever watches it sees. */
export const workOfRow = ({ id, roundId: round, kind, by, startedAt, state, progress, report, refusal, givenUp }: WorkRow): Work => ({
  id,
  roundId: round,
  kind,
  by,
  startedAt,
  state,
  progress,
  report,
  refusal,
  givenUp,
});

export const workOf = (row: Row): Work => workOfRow(parseWorkRow(row));

export const hasEnded = ({ state }: Pick<Work, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled';
