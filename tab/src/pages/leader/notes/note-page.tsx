import { blankNote, type NoteKind, noteKinds } from '@coaching-pairs/shared/notes/note';
import type { Notes, NoteView } from '@coaching-pairs/shared/wire/notes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { NoteFields } from './note-fields.js';
import { NoteText } from './note-text.js';
import { SaveLine } from './save-line.js';
import { Sharing } from './sharing.js';
import { useDeleting, useDraft, useNotes } from './use-notes.js';

type EditorProps = { readonly noteId: string; readonly kind: NoteKind; readonly notes: Notes };

const Editor = ({ noteId, kind, notes }: EditorProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const { draft, autosave } = useDraft(noteId, notes.notes.find(({ id }) => id === noteId) ?? null, blankNote(kind));
  const { remove, run } = useDeleting();
  const readers = draft.stored?.sharedWith.map(({ name }) => name) ?? [];
  const audience = readers.length === 0 ? t('tab.notes.audience.alone') : t('tab.notes.audience.shared', { names: list(readers) });
  const discard = async (): Promise<void> => {
    await autosave.flush();
    const { stored } = autosave.draft();
    if (stored !== null) await run(stored);
    autosave.end();
    go('/notes');
  };
  return (
    <div className={house.parts}>
      <div className={house.card}>
        <NoteFields content={draft.content} onChange={autosave.change} audience={audience} />
        <SaveLine draft={draft} autosave={autosave} />
      </div>
      <div className={house.card}>
        {notes.pairs.length === 0 && <p className={house.prose}>{t('tab.notes.sharing.nobody')}</p>}
        <Sharing pairs={notes.pairs} draft={draft} autosave={autosave} />
        {remove.error !== null && <FaultBar fault={remove.error} />}
        <div className={house.actions}>
          <Button onClick={() => go('/notes')}>{t('tab.notes.finish')}</Button>
          {draft.stored !== null && (
            <Button disabledFocusable={remove.isPending} onClick={() => void discard().catch(() => undefined)}>
              {t('tab.notes.delete')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
};

type ContentProps = { readonly noteId: string; readonly fresh: NoteKind | null; readonly notes: Notes };

/** What was found as the page opened stays on it: no answer that comes later takes away what somebody is writing. */
const Content = ({ noteId, fresh, notes }: ContentProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [kind] = useState(() => notes.notes.find(({ id }) => id === noteId)?.content.kind ?? (notes.mayWrite ? fresh : null));
  const shared = notes.fromPartners.find(({ id }) => id === noteId);
  if (kind !== null) return <Editor noteId={noteId} kind={kind} notes={notes} />;
  if (shared === undefined) return <p className={house.prose}>{t('tab.notes.notHere')}</p>;
  return (
    <div className={house.card}>
      <NoteText content={shared.content} />
      <p className={house.small}>{t('tab.notes.readOnly', { name: shared.author.name })}</p>
    </div>
  );
};

const kindOf = (notes: Notes | undefined, noteId: string): NoteKind | undefined =>
  [...(notes?.notes ?? []), ...(notes?.fromPartners ?? [])].find(({ id }: Pick<NoteView, 'id'>) => id === noteId)?.content.kind;

/** One note: written by its author, read by whom they share it with. `fresh` is the kind of one that is begun here. */
export const NotePage = ({ noteId, fresh }: { readonly noteId: string; readonly fresh?: string }) => {
  const { t } = useWords();
  const notes = useNotes();
  const begun = noteKinds.find((kind) => kind === fresh) ?? null;
  const kind = kindOf(notes.data, noteId) ?? begun;
  return (
    <AskedPage
      title={t(kind === null ? 'tab.notes.title' : `tab.notes.kind.${kind}`)}
      back={{ to: '/notes', children: t('tab.notes.back') }}
      asked={notes}
    >
      {(found) => <Content noteId={noteId} fresh={begun} notes={found} />}
    </AskedPage>
  );
};
