import { noteId, operationId, roundId } from '@coaching-pairs/shared/ids';
import { myNotes } from '../workflows/notes/my-notes.js';
import { addNote, deleteNote, eraseNotes, saveNote, shareNote } from '../workflows/notes/write-note.js';
import type { Call, Handlers } from './call.js';

type NoteRoutes = 'notes' | 'addNote' | 'saveNote' | 'shareNote' | 'deleteNote' | 'eraseNotes';

type OfOne = Pick<Call<'deleteNote'>, 'actor' | 'param' | 'body'>;

const aboutNote = ({ actor, param, body }: OfOne) => ({
  actor,
  noteId: noteId(param('noteId')),
  opId: operationId(body.opId),
  version: body.version,
});

/** Somebody's own notes. There is no route by which anybody reads another's, but for what a partner shares. */
export const noteHandlers: Pick<Handlers, NoteRoutes> = {
  notes: ({ deps, actor }) => myNotes(deps, actor),
  addNote: ({ deps, actor, body }) =>
    addNote(deps, { actor, noteId: noteId(body.noteId), opId: operationId(body.opId), content: body.content }),
  saveNote: (call) => saveNote(call.deps, { ...aboutNote(call), content: call.body.content }),
  shareNote: (call) =>
    shareNote(call.deps, { ...aboutNote(call), roundId: call.body.roundId === null ? null : roundId(call.body.roundId) }),
  deleteNote: (call) => deleteNote(call.deps, aboutNote(call)),
  eraseNotes: ({ deps, actor }) => eraseNotes(deps, actor),
};
