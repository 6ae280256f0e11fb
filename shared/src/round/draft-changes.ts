import type { PersonId } from '../ids.js';
import { sortedMembers } from './proposal.js';

/** What drafting again has changed: matches that stayed, new ones by their place in the new list, and those that are gone. */
export type DraftChanges = {
  readonly kept: number;
  readonly fresh: readonly number[];
  readonly gone: readonly (readonly PersonId[])[];
};

const keyOf = (memberIds: readonly PersonId[]): string => sortedMembers(memberIds).join(' ');

/** Compares drafts by who is in them, whoever made them; null where there were none before. */
export const draftChanges = (before: readonly (readonly PersonId[])[], after: readonly (readonly PersonId[])[]): DraftChanges | null => {
  if (before.length === 0) return null;
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const fresh = after.flatMap((memberIds, place) => (old.has(keyOf(memberIds)) ? [] : [place]));
  return { kept: after.length - fresh.length, fresh, gone: before.filter((memberIds) => !now.has(keyOf(memberIds))) };
};
