import { err, ok, type Result } from '../result.js';

/** One act in its place in a book. People stand in it by a name of their own that means nothing anywhere else. */
export type ChainedAct = {
  /** From 1 on, without a gap. */
  readonly seq: number;
  readonly at: string;
  /** Who acted, or `product`. */
  readonly by: string;
  readonly action: string;
  readonly subject: Readonly<Record<string, string>>;
  /** Digest of what is sealed with the act and not shown; null where there is nothing. */
  readonly veil: string | null;
  readonly result: string;
};

export type Link = ChainedAct & {
  /** Over this act and the hash of the one before it, in hexadecimal. */
  readonly hash: string;
};

/** Where a book begins: the first act that is still kept, and the hash of the one before it. */
export type Beginning = { readonly seq: number; readonly previous: string };

/** Where a book ends: how many acts were ever put into it, and the hash of the last. */
export type Head = { readonly count: number; readonly hash: string };

/** What stands before the first act of a book, so that no book passes for another. */
export const beginningOf = (place: string, book: string): Beginning => ({ seq: 1, previous: `coaching-pairs-audit/1/${place}/${book}` });

const sorted = (subject: ChainedAct['subject']): readonly (readonly [string, string])[] =>
  Object.entries(subject).sort(([one], [other]) => (one < other ? -1 : 1));

/** The text of which the hash of an act is taken; every part of it, in one order. */
export const linkText = (previous: string, { seq, at, by, action, subject, veil, result }: ChainedAct): string =>
  JSON.stringify([previous, seq, at, by, action, sorted(subject), veil, result]);

export type ChainFault =
  /** An act is missing, or stands where another belongs. */
  | { readonly code: 'gap'; readonly seq: number }
  /** An act is not as it was sealed. */
  | { readonly code: 'altered'; readonly seq: number }
  /** The book ends before or after where it was sealed to end. */
  | { readonly code: 'ends-elsewhere'; readonly seq: number };

type Hash = (text: string) => string;

/** Follows a book from its beginning and answers where it ends; refused at the first act that is not as it was sealed (S-20). */
export const followChain = (beginning: Beginning, links: readonly Link[], hash: Hash): Result<Head, ChainFault> => {
  let head: Head = { count: beginning.seq - 1, hash: beginning.previous };
  for (const link of links) {
    const seq = head.count + 1;
    if (link.seq !== seq) return err({ code: 'gap', seq });
    if (hash(linkText(head.hash, link)) !== link.hash) return err({ code: 'altered', seq });
    head = { count: seq, hash: link.hash };
  }
  return ok(head);
};

/** The same, where it is known at which act the book has to end. */
export const checkChain = (beginning: Beginning, links: readonly Link[], head: Head, hash: Hash): Result<Head, ChainFault> => {
  const found = followChain(beginning, links, hash);
  if (!found.ok) return found;
  const isEnd = found.value.count === head.count && found.value.hash === head.hash;
  return isEnd ? found : err({ code: 'ends-elsewhere', seq: found.value.count });
};
