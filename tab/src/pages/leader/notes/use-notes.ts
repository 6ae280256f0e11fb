import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import type { Notes, NoteView } from '@coaching-pairs/shared/wire/notes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import type { Autosave } from './autosave.js';
import { useAutosaved, useOperations } from './use-autosaved.js';

/** My notes, and what my partner shares with me; looked at again whenever the reader comes back to them. */
export const useNotes = () => useAsked(routes.notes, { key: keys.notes, fresh: 0 });

const changeKept = (client: QueryClient, next: (notes: NoteView[]) => NoteView[]): void => {
  client.setQueryData<Notes>(keys.notes, (kept) => kept && { ...kept, notes: next(kept.notes) });
};

/** Puts one note into the answer that is kept, or takes it out of it. */
const useKeptNotes = () => {
  const client = useQueryClient();
  const put = useCallback(
    (note: NoteView): void => changeKept(client, (notes) => [note, ...notes.filter(({ id }) => id !== note.id)]),
    [client],
  );
  const drop = (noteId: string): void => changeKept(client, (notes) => notes.filter(({ id }) => id !== noteId));
  return { put, drop };
};

/** One note while it is written. */
export const useDraft = (noteId: string, found: NoteView | null, blank: NoteContent) => {
  const { call } = useSession();
  const { put } = useKeptNotes();
  const once = useOperations();
  const send = (stored: NoteView | null, content: NoteContent): Promise<NoteView> =>
    once({ version: stored?.version, content }, async (opId) => {
      const sent =
        stored === null
          ? call(routes.addNote, { body: { opId, noteId, content } })
          : call(routes.saveNote, { params: { noteId }, body: { opId, version: stored.version, content } });
      return (await sent).note;
    });
  const read = async (): Promise<NoteView | null> => (await call(routes.notes, {})).notes.find(({ id }) => id === noteId) ?? null;
  return useAutosaved({ id: noteId, doors: { send, read }, found, blank, put });
};

/** Shows a note to somebody or to nobody, after what is written was stored. */
export const useSharing = (autosave: Autosave) => {
  const { t, list } = useWords();
  const feedback = useFeedback();
  const share = useChange(routes.shareNote, {
    onDone: ({ note }) => {
      autosave.took(note);
      const names = list(note.sharedWith.map(({ name }) => name));
      feedback.done(note.sharedWith.length === 0 ? t('tab.notes.done.private') : t('tab.notes.done.shared', { names }));
    },
  });
  const to = async (roundId: string | null): Promise<void> => {
    await autosave.flush();
    const { stored } = autosave.draft();
    if (stored !== null) await share.mutateAsync({ params: { noteId: stored.id }, body: { version: stored.version, roundId } });
  };
  return { share, to };
};

/** Deletes a note; until the word of it has gone, it can be had back, for its author alone. */
export const useDeleting = () => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { put, drop } = useKeptNotes();
  const restore = useChange(routes.addNote, {
    onDone: ({ note }) => {
      put(note);
      feedback.done(t('tab.notes.done.restored'));
    },
  });
  const remove = useChange(routes.deleteNote);
  const back = ({ id, content }: NoteView): void =>
    restore.mutate({ body: { noteId: id, content } }, { onError: (fault) => feedback.failed(fault) });
  return {
    remove,
    run: async (note: NoteView): Promise<void> => {
      await remove.mutateAsync({ params: { noteId: note.id }, body: { version: note.version } });
      drop(note.id);
      feedback.done(t('tab.notes.done.deleted'), () => back(note));
    },
  };
};

/** Ticks a step, or no longer, from the list. */
export const useTicking = () => {
  const { put } = useKeptNotes();
  const feedback = useFeedback();
  const client = useQueryClient();
  const save = useChange(routes.saveNote, { onDone: ({ note }) => put(note) });
  return (note: NoteView, done: boolean): void => {
    if (note.content.kind !== 'step') return;
    const asked = { params: { noteId: note.id }, body: { version: note.version, content: { ...note.content, done } } };
    const failed = (fault: unknown): void => {
      feedback.failed(fault);
      void client.invalidateQueries({ queryKey: keys.notes });
    };
    save.mutate(asked, { onError: failed });
  };
};
