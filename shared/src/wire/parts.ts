import { z } from 'zod';
import { introductions, matchingModes, roundStates } from '../round/round.js';

/** An opaque id as it travels; checked for size and control characters only. */
export const Id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}]+$/u);

/** A calendar date, `2026-11-20`. */
export const DateOnly = z.iso.date();
/** A UTC instant, `2026-11-20T09:00:00.000Z`. */
export const InstantText = z.iso.datetime();

/** Chosen by the caller once for one intended change; repeating it has no second effect. */
export const OpId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Somebody by name, as others in the organisation may see them; never a title (CP-61). */
export const Named = z.object({ id: Id, name: z.string(), functionName: z.string().nullable() });
export type Named = z.infer<typeof Named>;

export const RoundStateText = z.enum(roundStates);
export const IntroductionText = z.enum(introductions);
export const ModeText = z.enum(matchingModes);

/** Something the organiser should know, in words, with the people it concerns. */
export const Notice = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'blocking']),
  text: z.string(),
  people: z.array(Named),
});
export type Notice = z.infer<typeof Notice>;

/** Long work that was begun; ask for its progress by this id. */
export const WorkStarted = z.object({ workId: Id });

export const Work = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.int().nonnegative(),
  /** Null while the size of the work is not known. */
  total: z.int().nonnegative().nullable(),
  /** What it is doing or what came of it, in words. */
  text: z.string(),
  /** It was given up after faults and may be gone on with, since people would else never hear what concerns them. */
  mayGoOn: z.boolean(),
});
export type Work = z.infer<typeof Work>;

export const Empty = z.object({});

/** What every refused call answers; `message` is a sentence for people, in their language (S-19). */
export const Refused = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** To be quoted to IT; finds the log lines of this call. */
    correlationId: z.string(),
    /** Which field of the request is wrong, in words, where one is. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
export type Refused = z.infer<typeof Refused>;
