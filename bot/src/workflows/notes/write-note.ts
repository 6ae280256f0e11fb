import type { NoteId, OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { type Note, type NoteContent, noteLimits } from '@coaching-pairs/shared/notes/note';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { NoteSaved } from '@coaching-pairs/shared/wire/notes';
import type { Versioned, Written } from '../../ports/rounds.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { noteViewOf } from './my-notes.js';
import { type Standing, standingFor } from './my-pairs.js';

type AboutNote = { readonly actor: Actor; readonly noteId: NoteId; readonly opId: OperationId };
/** What the device that changes it has last read. */
type AboutVersion = AboutNote & { readonly version: string };

type Stored = Result<Versioned<Note>, Refusal>;

const savedOf = async (deps: Deps, standing: Standing, stored: Stored): Promise<Result<NoteSaved, Refusal>> =>
  stored.ok ? ok({ note: noteViewOf(stored.value, standing, namedIn(await organisationOf(deps))) }) : stored;

/** Of two devices that write at once the second is told so, and nothing is overwritten. */
const written = async (deps: Deps, actor: Actor, note: Written<Note>): Promise<Stored> => {
  const done = await deps.notes.write(actor.personId, note);
  if (!done.ok) return done;
  return done.value === null ? err({ code: 'note-changed' }) : ok(done.value);
};

const added = async (deps: Deps, { actor, noteId: id, opId }: AboutNote, content: NoteContent): Promise<Stored> => {
  const there = await deps.notes.one(actor.personId, id);
  if (!there.ok) return there;
  if (there.value !== null) return there.value.value.opId === opId ? ok(there.value) : err({ code: 'note-changed' });
  const all = await deps.notes.all(actor.personId);
  if (!all.ok) return all;
  if (all.value.notes.length + all.value.unreadable >= noteLimits.notes) return err({ code: 'too-many-notes', most: noteLimits.notes });
  return written(deps, actor, { value: { id, content, sharedIn: null, changedAt: deps.clock.now(), opId }, etag: null });
};

/** A new note, for nobody but its author. Refused before somebody has joined a round: only then have they read who sees what (C-01). */
export const addNote = async (deps: Deps, about: AboutNote & { readonly content: NoteContent }): Promise<Result<NoteSaved, Refusal>> => {
  const standing = await standingFor(deps, about.actor.personId);
  if (!standing.joined) return err({ code: 'notes-not-open' });
  return savedOf(deps, standing, await added(deps, about, about.content));
};

const changed = async (deps: Deps, { actor, noteId, opId, version }: AboutVersion, change: (note: Note) => Result<Note, Refusal>) => {
  const found = await deps.notes.one(actor.personId, noteId);
  if (!found.ok) return found;
  if (found.value === null) return err({ code: 'not-found' } as const);
  if (found.value.value.opId === opId) return ok(found.value);
  if (found.value.etag !== version) return err({ code: 'note-changed' } as const);
  const next = change(found.value.value);
  return next.ok ? written(deps, actor, { value: { ...next.value, opId }, etag: version }) : next;
};

/** Other words in a note of one's own; with whom it is shared stays. */
export const saveNote = async (
  deps: Deps,
  about: AboutVersion & { readonly content: NoteContent },
): Promise<Result<NoteSaved, Refusal>> => {
  const stored = await changed(deps, about, (note) => ok({ ...note, content: about.content, changedAt: deps.clock.now() }));
  return savedOf(deps, await standingFor(deps, about.actor.personId), stored);
};

/** Shows one note to the others of one's pair in a round, or to nobody any more. */
export const shareNote = async (
  deps: Deps,
  about: AboutVersion & { readonly roundId: RoundId | null },
): Promise<Result<NoteSaved, Refusal>> => {
  const standing = await standingFor(deps, about.actor.personId);
  const pair = standing.pairs.find(({ round }) => round.id === about.roundId);
  const stored = await changed(deps, about, (note) => {
    if (about.roundId === null) return ok({ ...note, sharedIn: null });
    return pair === undefined
      ? err({ code: 'no-pair-to-share' })
      : ok({ ...note, sharedIn: { roundId: pair.round.id, pairId: pair.pairId } });
  });
  return savedOf(deps, standing, stored);
};

/** Deletes a note for good; what a partner could read of it is gone with it. Refused for any version but the one that was read last. */
export const deleteNote = async (deps: Deps, { actor, noteId, version }: AboutVersion): Promise<Result<Record<string, never>, Refusal>> => {
  const found = await deps.notes.one(actor.personId, noteId);
  if (!found.ok) return found;
  if (found.value === null) return err({ code: 'not-found' });
  // A tag may also be a star, which the store would take for any.
  if (found.value.etag !== version) return err({ code: 'note-changed' });
  return (await deps.notes.remove(actor.personId, noteId, version)) ? ok({}) : err({ code: 'note-changed' });
};

/** Destroys the author's key and all of their notes, shared ones too; it works while the vault is out of reach (C-07). */
export const eraseNotes = async (deps: Deps, { personId }: Actor): Promise<Result<Record<string, never>, Refusal>> => {
  await deps.notes.erase(personId);
  return ok({});
};
