import type { PersonId } from '../ids.js';
import { twosOf } from '../matching/knowledge.js';
import type { PairReason } from '../matching/reasons.js';
import type { Proposal } from './proposal.js';

/** Two people of a match of three, and what speaks for the two. */
export type TrioLink = { readonly memberIds: readonly [PersonId, PersonId]; readonly reasons: readonly PairReason[] };

/** Where the reasons of another link begin: with its distance, which every link has once, or with the trust that stands before it. */
const beginsLink = (reasons: readonly PairReason[], place: number): boolean => {
  const [before, here, next] = [reasons[place - 1]?.code, reasons[place]?.code, reasons[place + 1]?.code];
  if (here === 'mutual-trust') return next === 'distance';
  return here === 'distance' && before !== 'mutual-trust';
};

/**
 * The three links of a match of three, each with its own reasons; none for a pair (tension 15). The reasons of a match stand link
 * by link in the order of its people; where that cannot be told from them, there are none either.
 */
export const trioLinks = ({ memberIds, reasons }: Pick<Proposal, 'memberIds' | 'reasons'>): readonly TrioLink[] => {
  const twos = twosOf(memberIds);
  const starts = reasons.flatMap((_reason, place) => (beginsLink(reasons, place) ? [place] : []));
  if (memberIds.length !== 3 || starts.length !== twos.length || starts[0] !== 0) return [];
  return twos.map((members, link) => ({ memberIds: members, reasons: reasons.slice(starts[link], starts[link + 1]) }));
};
