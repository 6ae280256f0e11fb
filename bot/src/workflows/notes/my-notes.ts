import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Note } from '@coaching-pairs/shared/notes/note';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Notes, NoteView, SharedNote } from '@coaching-pairs/shared/wire/notes';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Versioned } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { type OwnPair, type Standing, standingFor } from './my-pairs.js';

type Naming = (id: PersonId) => Named;

/** A note as its author reads it; shared in a pair that has ended it is theirs alone again. */
export const noteViewOf = ({ value, etag }: Versioned<Note>, { pairs }: Standing, named: Naming): NoteView => {
  const pair = pairs.find(({ pairId }) => pairId === value.sharedIn?.pairId);
  const { id, content, changedAt } = value;
  return { id, version: etag, content, changedAt, sharedWith: (pair?.partnerIds ?? []).map(named) };
};

const newestFirst = (one: { readonly changedAt: string }, other: { readonly changedAt: string }): number =>
  other.changedAt.localeCompare(one.changedAt);

const sharedBy = async (
  deps: Deps,
  author: PersonId,
  { pairId }: OwnPair,
  named: Naming,
): Promise<Result<readonly SharedNote[], Refusal>> => {
  const found = await deps.notes.sharedIn(author, pairId);
  // Should a partner's own key be locked, one's own notes are not.
  if (!found.ok && found.error.code === 'vault-locked') return ok([]);
  return found.ok ? ok(found.value.map(({ id, content, changedAt }) => ({ id, content, changedAt, author: named(author) }))) : found;
};

/** Somebody's own notes, and what the partners they have now share with them (C-02). */
export const myNotes = async (deps: Deps, { personId: me }: Actor): Promise<Result<Notes, Refusal>> => {
  const [standing, own, organisation] = await Promise.all([standingFor(deps, me), deps.notes.all(me), organisationOf(deps)]);
  if (!own.ok) return own;
  const named = namedIn(organisation);
  const asked = standing.pairs.flatMap((pair) => pair.partnerIds.map((partner) => sharedBy(deps, partner, pair, named)));
  const fromPartners: SharedNote[] = [];
  for (const shared of await Promise.all(asked)) {
    if (!shared.ok) return shared;
    fromPartners.push(...shared.value);
  }
  return ok({
    mayWrite: standing.joined,
    notes: own.value.notes.map((note) => noteViewOf(note, standing, named)).sort(newestFirst),
    unreadable: own.value.unreadable,
    pairs: standing.pairs.map(({ round, partnerIds }) => ({ roundId: round.id, roundName: round.name, partners: partnerIds.map(named) })),
    fromPartners: fromPartners.sort(newestFirst),
  });
};
