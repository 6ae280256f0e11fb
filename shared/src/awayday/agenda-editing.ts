import { type AgendaItem, agendaLimits, isSameAgenda } from './agenda.js';

/** An agenda while it is changed, with what it was before each change, the last one last. */
export type AgendaEditing = { readonly items: readonly AgendaItem[]; readonly before: readonly (readonly AgendaItem[])[] };

export const editingOf = (items: readonly AgendaItem[]): AgendaEditing => ({ items, before: [] });

const changed = (editing: AgendaEditing, items: readonly AgendaItem[]): AgendaEditing =>
  isSameAgenda(items, editing.items) ? editing : { items, before: [...editing.before, editing.items] };

const withItem = (editing: AgendaEditing, id: string, next: (item: AgendaItem) => AgendaItem): AgendaEditing =>
  changed(
    editing,
    editing.items.map((item) => (item.id === id ? next(item) : item)),
  );

/** Gives an item other words; none bring back those that ship. What the organisers added themselves keeps its last ones then. */
export const renameItem = (editing: AgendaEditing, id: string, wording: string): AgendaEditing =>
  withItem(editing, id, (item) => {
    const said = wording.trim().slice(0, agendaLimits.wording);
    return said === '' && item.kind === 'other' ? item : { ...item, wording: said === '' ? null : said };
  });

/** As many minutes as are allowed at least and at most. */
export const resizeItem = (editing: AgendaEditing, id: string, minutes: number): AgendaEditing =>
  withItem(editing, id, (item) => ({
    ...item,
    minutes: Math.min(agendaLimits.longest, Math.max(agendaLimits.shortest, Math.round(minutes))),
  }));

/** Changes places with the one before or after it. */
export const moveItem = (editing: AgendaEditing, id: string, by: -1 | 1): AgendaEditing => {
  const from = editing.items.findIndex((item) => item.id === id);
  const [item, other] = [editing.items[from], editing.items[from + by]];
  if (item === undefined || other === undefined) return editing;
  const items = editing.items.map((one) => (one === item ? other : one === other ? item : one));
  return changed(editing, items);
};

/** Puts an item at the end; one more than the most is not taken. */
export const addItem = (editing: AgendaEditing, item: AgendaItem): AgendaEditing =>
  editing.items.length >= agendaLimits.items ? editing : changed(editing, [...editing.items, item]);

/** Takes an item out; the last one stays. */
export const removeItem = (editing: AgendaEditing, id: string): AgendaEditing =>
  editing.items.length === 1
    ? editing
    : changed(
        editing,
        editing.items.filter((item) => item.id !== id),
      );

/** Begins again with other items, such as those that ship. */
export const replaceItems = (editing: AgendaEditing, items: readonly AgendaItem[]): AgendaEditing => changed(editing, items);

/** As it was before the last change. */
export const undoEdit = (editing: AgendaEditing): AgendaEditing => {
  const last = editing.before.at(-1);
  return last === undefined ? editing : { items: last, before: editing.before.slice(0, -1) };
};
