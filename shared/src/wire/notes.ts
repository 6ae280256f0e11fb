import { z } from 'zod';
import { noteLimits } from '../notes/note.js';
import { Id, InstantText, Named, OpId } from './parts.js';

const heading = z.string().max(noteLimits.heading);
const text = z.string().max(noteLimits.text);

export const NoteContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), heading, text }),
  z.object({ kind: z.literal('challenge'), heading, text }),
  z.object({ kind: z.literal('step'), text: z.string().max(noteLimits.step), done: z.boolean() }),
  z.object({ kind: z.literal('take-away'), takeAways: text, moreConfident: text, stillImproving: text }),
]);

/** A note of my own. */
export const NoteView = z.object({
  id: Id,
  /** What a change must name: another device may have changed the note since. */
  version: z.string(),
  content: NoteContent,
  /** Who reads it besides me; empty where nobody does. */
  sharedWith: z.array(Named),
  changedAt: InstantText,
});
export type NoteView = z.infer<typeof NoteView>;

/** What my partner chose to show me. */
export const SharedNote = z.object({ id: Id, author: Named, content: NoteContent, changedAt: InstantText });
export type SharedNote = z.infer<typeof SharedNote>;

/** Somebody's notes, and what their partners share with them; nobody else reads either. */
export const Notes = z.object({
  /** Whether new ones may be written: after joining a round, which is when one has read who sees what (C-01). */
  mayWrite: z.boolean(),
  notes: z.array(NoteView),
  /** Notes that are stored and could not be opened. */
  unreadable: z.int(),
  /** The pairs I am in now, each with the others of it: with them a note can be shared. */
  pairs: z.array(z.object({ roundId: Id, roundName: z.string(), partners: z.array(Named) })),
  fromPartners: z.array(SharedNote),
});
export type Notes = z.infer<typeof Notes>;

export const NoteSaved = z.object({ note: NoteView });
export type NoteSaved = z.infer<typeof NoteSaved>;

export const NewNote = z.object({ opId: OpId, noteId: Id, content: NoteContent });

const version = z.string().max(200);
export const SaveNote = z.object({ opId: OpId, version, content: NoteContent });
/** With the pair of which round; null: with nobody any more. */
export const ShareNote = z.object({ opId: OpId, version, roundId: Id.nullable() });
export const DeleteNote = z.object({ opId: OpId, version });
