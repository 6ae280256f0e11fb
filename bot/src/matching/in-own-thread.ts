import { mostWeighed } from '@coaching-pairs/shared/matching/cost';
import { ok } from '@coaching-pairs/shared/result';
import type { Matching, MatchingAsked, MatchingWatch, Weighing } from '../ports/matching.js';
import { oneAtATime, type ThreadSettings } from './thread.js';

/**
 * Matches in a thread of its own, one matching at a time: others wait for their turn. A thread that dies, or needs more memory
 * than it may have, is answered as a refusal; the next one starts afresh.
 */
export const inOwnThread = (settings: Partial<ThreadSettings> = {}): Matching => {
  const perform = oneAtATime(settings);
  return async (asked, watch) => {
    const done = await perform({ kind: 'match', asked }, watch);
    return done.ok ? done.value : done;
  };
};

/** Nobody ends a question early, and it is over too soon to say how far it is. */
const unwatched = (): MatchingWatch => ({ ending: new AbortController().signal, onProgress: () => undefined });

/** Weighs in a thread of its own, which waits for no matching; one question at a time. What is not known anyway begins none. */
export const weighingInOwnThread = (settings: Partial<ThreadSettings> = {}): Weighing => {
  const perform = oneAtATime(settings);
  const isTooLarge = ({ participants }: MatchingAsked): boolean => participants.length > mostWeighed;
  return {
    costOf: async (asked, memberIds) =>
      memberIds.length !== 2 || isTooLarge(asked) ? ok(null) : perform({ kind: 'cost', asked, memberIds }, unwatched()),
    otherPartners: async (asked, about) => (isTooLarge(asked) ? ok(null) : perform({ kind: 'other-partners', asked, about }, unwatched())),
    feedbackPairs: async (asked, watch) => {
      const done = await perform({ kind: 'feedback', asked }, watch);
      return done.ok ? done.value : done;
    },
  };
};
