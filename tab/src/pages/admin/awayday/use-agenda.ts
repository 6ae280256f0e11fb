import { type AgendaItem, type AgendaKind, agendaLimits, defaultAgenda, isSameAgenda } from '@coaching-pairs/shared/awayday/agenda';
import {
  type AgendaEditing,
  addItem,
  editingOf,
  moveItem,
  removeItem,
  renameItem,
  replaceItems,
  resizeItem,
  undoEdit,
} from '@coaching-pairs/shared/awayday/agenda-editing';
import type { Awayday, AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useEffect, useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';

/** What is saved comes into an editor in which nothing of one's own is unsaved; else it waits until it is asked for. */
const useEditing = (saved: readonly AgendaItem[]) => {
  const [base, setBase] = useState(saved);
  const [editing, setEditing] = useState<AgendaEditing>(() => editingOf(saved));
  useEffect(() => {
    if (isSameAgenda(saved, base)) return;
    setBase(saved);
    setEditing((now) => (isSameAgenda(now.items, base) ? editingOf(saved) : now));
  }, [saved, base]);
  return { editing, setEditing };
};

/** The agenda while it is changed: each step can be undone, and nothing is stored before it is saved. */
export const useAgenda = (roundId: string, awayday: Awayday, plan: AwaydayShown, lookAgain: () => void) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { editing, setEditing } = useEditing(plan.agenda);
  const write = useChange(routes.writeAgenda, { answers: keys.awayday(roundId), outdates: [keys.me] });
  const edit = (next: (now: AgendaEditing) => AgendaEditing) => setEditing(next);
  const isStale = write.error instanceof Refusal && write.error.code === 'awayday-changed';
  return {
    items: editing.items,
    write,
    isStale,
    isSaved: isSameAgenda(editing.items, plan.agenda),
    isFull: editing.items.length >= agendaLimits.items,
    mayUndo: editing.before.length > 0,
    rename: (id: string, wording: string) => edit((now) => renameItem(now, id, wording)),
    resize: (id: string, minutes: number) => edit((now) => resizeItem(now, id, minutes)),
    move: (id: string, by: -1 | 1) => edit((now) => moveItem(now, id, by)),
    remove: (id: string) => edit((now) => removeItem(now, id)),
    add: (kind: AgendaKind) => {
      const wording = kind === 'other' ? t('awayday.item.other') : null;
      edit((now) => addItem(now, { id: crypto.randomUUID(), kind, wording, minutes: 30 }));
    },
    undo: () => edit(undoEdit),
    restore: () => edit((now) => replaceItems(now, defaultAgenda(plan.form, awayday.choosing))),
    load: () => {
      write.reset();
      edit((now) => replaceItems(now, plan.agenda));
    },
    save: () =>
      write.mutate(
        { params: { roundId }, body: { revision: awayday.revision, items: [...editing.items] } },
        { onSuccess: () => feedback.done(t('tab.awayday.agendaSaved')), onError: lookAgain },
      ),
  };
};
export type Agenda = ReturnType<typeof useAgenda>;
