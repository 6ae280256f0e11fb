import { createHash } from 'node:crypto';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { z } from 'zod';
import type { SyncToken } from '../ports/directory.js';

/** Where a sync stands. The link is kept without its origin, and counts go along so that a resumed reading reports the whole. */
const place = z.object({
  link: z.string().startsWith('/'),
  /** Accounts seen, of which so many have a manager. */
  seen: z.number().int().nonnegative(),
  managed: z.number().int().nonnegative(),
  /** True between the start and the end of a first, full reading. */
  first: z.boolean(),
  /** Which audience was read: what is known of another one says nothing about this one. */
  audience: z.string(),
});

/** Equal for the same ids in any order. */
export const digestOf = (ids: ReadonlySet<PersonId>): string =>
  createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('base64url');

export type SyncPlace = z.infer<typeof place>;

export const tokenAt = (at: SyncPlace): SyncToken => Buffer.from(JSON.stringify(at)).toString('base64url') as SyncToken;

/** Undefined for a token that cannot be read, which is then treated like an expired one. */
export const placeOf = (token: SyncToken): SyncPlace | undefined => {
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** The path and query of a link below `/v1.0`; the origin may change between two readings, the link need not. */
export const pathOfLink = (link: string): string => {
  const { pathname, search } = new URL(link);
  return `${pathname.replace(/^\/v1\.0/u, '')}${search}`;
};
