import { err, ok, type Result } from '../result.js';
import type { AuditExport } from '../wire/audit.js';
import { type ChainFault, checkChain } from './chain.js';

type Book = AuditExport['books'][number];
type PlaceName = Book['place'];

export type RecordFault = ChainFault & { readonly place: PlaceName };

/** Whether a record that was taken along is whole; refused with the first line that is not as it was sealed, and its book. */
export const verifyRecord = ({ books }: AuditExport, hash: (text: string) => string): Result<null, RecordFault> => {
  for (const { place, beginning, links, ...head } of books) {
    const checked = checkChain(beginning, links, head, hash);
    if (!checked.ok) return err({ ...checked.error, place });
  }
  return ok(null);
};

export type SinceFault = { readonly code: 'other-round' } | { readonly code: 'changed'; readonly place: PlaceName };

/** The hash of a book at one place, as far as the record holds that place. */
const hashAt = ({ beginning, links }: Book, seq: number): string | null =>
  seq === beginning.seq - 1 ? beginning.previous : (links.find((link) => link.seq === seq)?.hash ?? null);

/** A book from before is held by one from later when they agree where the earlier one ended, or where the later one begins after it. */
const holds = (later: Book, earlier: Book): boolean => {
  const seq = Math.max(earlier.count, later.beginning.seq - 1);
  // All that the earlier one held was deleted since, for its age: there is nothing left to compare.
  if (seq > earlier.count) return true;
  return hashAt(later, seq) === earlier.hash;
};

/** Whether a later record holds an earlier one of the same round unchanged; both are to be whole. */
export const verifySince = (later: AuditExport, earlier: AuditExport): Result<null, SinceFault> => {
  if (later.round.id !== earlier.round.id) return err({ code: 'other-round' });
  for (const book of earlier.books) {
    const found = later.books.find(({ place }) => place === book.place);
    if (found === undefined || !holds(found, book)) return err({ code: 'changed', place: book.place });
  }
  return ok(null);
};
