import { z } from 'zod';
import { openActs } from '../audit/acts.js';
import { Id, InstantText, Named, OpId } from './parts.js';

/** One act of an administrator or of the product; never one of a match or of somebody's own (CP-33, S-20). */
export const AuditLine = z.object({
  /** Its place in the chain; null while it waits to be sealed, which takes a minute. */
  seq: z.int().nullable(),
  at: InstantText,
  /** Null: the product itself. */
  by: Named.nullable(),
  action: z.enum(openActs),
  /** Whom it was about. */
  about: Named.nullable(),
  /** About how many people or groups. */
  count: z.int().nullable(),
  /** It concerns every round, such as how departments are grouped. */
  everywhere: z.boolean(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** The newest acts first, as far as they hold what was searched for. */
export const AuditPage = z.object({
  name: z.string(),
  lines: z.array(AuditLine),
  /** Older ones that are not among the lines. */
  more: z.int(),
  sealedAt: InstantText.nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const auditFaults = ['gap', 'altered', 'ends-elsewhere', 'seal-broken'] as const;

/** What came of following the chains from end to end. Of what administrators may not read it says only whether it is whole. */
export const AuditCheck = z.object({
  at: InstantText,
  books: z.array(
    z.object({ place: z.enum(['round', 'organisation']), book: z.enum(['open', 'discreet']), fault: z.enum(auditFaults).nullable() }),
  ),
  /** Since when an act waits to be sealed; null where none does. Discreet ones count by their hour, once sealing has stopped (CP-33). */
  waitingSince: InstantText.nullable(),
});
export type AuditCheck = z.infer<typeof AuditCheck>;

export const ExportAudit = z.object({ opId: OpId });

export const auditFormat = 'coaching-pairs-audit/1';

/** What can be kept outside the product and followed there without it; people stand in it by names of their own. */
export const AuditExport = z.object({
  format: z.literal(auditFormat),
  madeAt: InstantText,
  round: z.object({ id: Id, name: z.string() }),
  books: z.array(
    z.object({
      place: z.enum(['round', 'organisation']),
      beginning: z.object({ seq: z.int(), previous: z.string() }),
      count: z.int(),
      hash: z.string(),
      links: z.array(
        z.object({
          ...{ seq: z.int(), at: z.string(), by: z.string(), action: z.string(), subject: z.record(z.string(), z.string()) },
          ...{ veil: z.string().nullable(), result: z.string(), hash: z.string() },
        }),
      ),
    }),
  ),
  /** Who they are, as far as it is still known; no part of the chain. */
  people: z.array(z.object({ name: z.string(), person: Named })),
});
export type AuditExport = z.infer<typeof AuditExport>;
