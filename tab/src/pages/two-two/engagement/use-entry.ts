import type { Audience } from '@coaching-pairs/shared/engagement/entry';
import { blankNote, type NoteContent } from '@coaching-pairs/shared/notes/note';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import type { NoteView } from '@coaching-pairs/shared/wire/notes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { useSession } from '../../../session.js';
import { useAutosaved, useOperations } from '../../leader/notes/use-autosaved.js';
import { engagementKeys } from './use-engagement.js';

type EntryView = Engagement['entries'][number];

/** An entry as a note that is written in the same way, and for whom it is. */
export type WrittenEntry = NoteView & { readonly audience: Audience };

const contentOf = (text: string): NoteContent => ({ kind: 'note', heading: '', text });
const textOf = (content: NoteContent): string => (content.kind === 'take-away' ? '' : content.text);

const writtenOf = ({ id, version, audience, text, changedAt }: EntryView): WrittenEntry => ({
  ...{ id, version, audience, changedAt, content: contentOf(text), sharedWith: [] },
});

/** Puts one of my entries into the engagement that is kept, or takes it out; an older answer on its way does not undo that. */
const useKeptEntries = (engagementId: string) => {
  const client = useQueryClient();
  const { userId } = useSession();
  const change = useCallback(
    async (next: (entries: readonly EntryView[], me: EntryView['author']) => EntryView[]): Promise<void> => {
      const which = { queryKey: engagementKeys.one(engagementId), exact: true };
      const isAsked = client.isFetching(which) > 0;
      if (isAsked) await client.cancelQueries(which);
      client.setQueryData<Engagement>(which.queryKey, (kept) => {
        if (kept === undefined) return kept;
        const four = [...kept.clients, ...kept.holdings.map(({ coach }) => coach)];
        const me = four.find(({ id }) => id === userId) ?? { id: userId, name: '', functionName: null };
        return { ...kept, entries: next(kept.entries, me) };
      });
      if (isAsked) await client.invalidateQueries(which);
    },
    [client, engagementId, userId],
  );
  const put = useCallback(
    ({ id, version, audience, content, changedAt }: WrittenEntry): void =>
      void change((entries, author) => {
        const entry = { id, version, author, audience, text: textOf(content), changedAt };
        // In its place, so that nothing moves while it is written.
        return entries.some((one) => one.id === id) ? entries.map((one) => (one.id === id ? entry : one)) : [entry, ...entries];
      }),
    [change],
  );
  const drop = (id: string): void => void change((entries) => entries.filter((one) => one.id !== id));
  return { put, drop };
};

/** The calls that change one entry. An entry's version is the change that made it, so that none has to be read again. */
const useEntryCalls = (engagementId: string, entryId: string) => {
  const { call } = useSession();
  const once = useOperations();
  const params = { engagementId };
  const save = (stored: WrittenEntry | null, content: NoteContent, audience: Audience): Promise<WrittenEntry> =>
    once({ version: stored?.version, content, audience }, async (opId) => {
      const words = { entryId, audience, text: textOf(content) };
      const change =
        stored === null ? ({ kind: 'add-entry', ...words } as const) : ({ kind: 'save-entry', version: stored.version, ...words } as const);
      await call(routes.changeEngagement, { params, body: { opId, change } });
      return { id: entryId, version: opId, audience, content, changedAt: new Date().toISOString(), sharedWith: [] };
    });
  const read = async (): Promise<WrittenEntry | null> => {
    const found = (await call(routes.engagement, { params })).entries.find(({ id }) => id === entryId);
    return found === undefined ? null : writtenOf(found);
  };
  const remove = ({ version }: WrittenEntry): Promise<unknown> =>
    once({ delete: version }, (opId) =>
      call(routes.changeEngagement, { params, body: { opId, change: { kind: 'delete-entry', entryId, version } } }),
    );
  return { save, read, remove };
};

/** One entry of mine while it is written: private from its first letter, until I say otherwise (TT-60). */
export const useEntry = (engagementId: string, entryId: string, found: EntryView | null) => {
  const { put, drop } = useKeptEntries(engagementId);
  const { save, read, remove } = useEntryCalls(engagementId, entryId);
  const send = (stored: WrittenEntry | null, content: NoteContent) => save(stored, content, stored?.audience ?? 'only-me');
  const { draft, autosave } = useAutosaved<WrittenEntry>({
    ...{ id: entryId, doors: { send, read }, blank: blankNote('note'), put },
    found: found && writtenOf(found),
  });
  /** Shows it to others, or to fewer, once what is written is stored. */
  const showTo = async (audience: Audience): Promise<void> => {
    if (!(await autosave.flush())) return;
    const { stored, content } = autosave.draft();
    if (stored !== null) autosave.took(await save(stored, content, audience));
  };
  const discard = async (): Promise<WrittenEntry | null> => {
    await autosave.flush();
    const { stored } = autosave.draft();
    if (stored !== null) await remove(stored);
    autosave.end();
    drop(entryId);
    return stored;
  };
  return { draft, autosave, text: textOf(draft.content), contentOf, showTo, discard };
};

/** Brings back what was deleted, for its author alone. */
export const useRestoring = (engagementId: string) => {
  const { call } = useSession();
  const { put } = useKeptEntries(engagementId);
  const feedback = useFeedback();
  return (entry: WrittenEntry, said: string): void => {
    const opId = crypto.randomUUID();
    const change = { kind: 'add-entry', entryId: entry.id, audience: 'only-me', text: textOf(entry.content) } as const;
    call(routes.changeEngagement, { params: { engagementId }, body: { opId, change } }).then(
      () => {
        put({ ...entry, version: opId, audience: 'only-me' });
        feedback.done(said);
      },
      (fault: unknown) => feedback.failed(fault),
    );
  };
};
