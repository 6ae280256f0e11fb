import {
  type Instant,
  instant,
  type NoteId,
  noteId,
  type OperationId,
  type PairId,
  type PersonId,
  type RoundId,
} from '@coaching-pairs/shared/ids';
import { type Note, type NoteContent, noteKinds, type SharedIn } from '@coaching-pairs/shared/notes/note';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { NoteStore, NotesFound } from '../ports/notes.js';
import type { Versioned, Written } from '../ports/rounds.js';
import type { Safe, SafeOwner, Sealed, Sealing } from '../ports/sealing.js';
import type { Row, Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const partitionOf = (author: PersonId): string => keyOf('notes', author);
const keyFor = (id: NoteId): string => keyOf('note', id);
const idOf = ({ key }: Row): NoteId => noteId(partsOf(key)[1] ?? '');
const ownerOf = (author: PersonId): SafeOwner => ({ kind: 'person', id: author });

/** All that is not sealed: ids. Neither words nor kind nor time can be read from a row. */
type NoteRow = { readonly sealed: Sealed; readonly sharedIn: SharedIn | null; readonly opId: OperationId };

const row = codecOf<NoteRow>(
  z.object({
    sealed: z.object({ keyId: z.string(), text: z.string() }),
    sharedIn: z.object({ roundId: idText<RoundId>(), pairId: idText<PairId>() }).nullable(),
    opId: idText<OperationId>(),
  }),
  1,
);

const text = z.string();
const content: z.ZodType<NoteContent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(noteKinds).extract(['note', 'challenge']), heading: text, text }),
  z.object({ kind: z.literal('step'), text, done: z.boolean() }),
  z.object({ kind: z.literal('take-away'), takeAways: text, moreConfident: text, stillImproving: text }),
]);
const Inside = z.object({ content, changedAt: idText<Instant>() });

/** What a sealed note belongs to. With whom it is shared is part of it: whoever changes that in the row alone has closed the note. */
const aboutOf = (author: PersonId, id: NoteId, sharedIn: SharedIn | null): readonly string[] => [
  'note',
  author,
  id,
  sharedIn?.roundId ?? '',
  sharedIn?.pairId ?? '',
];

const sealedRow = (safe: Safe, author: PersonId, { id, content: words, changedAt, sharedIn, opId }: Note): NoteRow => ({
  sealed: safe.seal(aboutOf(author, id, sharedIn), JSON.stringify({ content: words, changedAt })),
  sharedIn,
  opId,
});

const openedRow = (safe: Safe, author: PersonId, found: Row): Result<Versioned<Note>, 'erased' | 'damaged'> => {
  const { sealed, sharedIn, opId } = row.read(found).value;
  const id = idOf(found);
  const opened = safe.open(aboutOf(author, id, sharedIn), sealed);
  if (!opened.ok) return opened;
  const inside = Inside.safeParse(JSON.parse(opened.value));
  if (!inside.success) return err('damaged');
  return ok({ value: { id, ...inside.data, changedAt: instant(inside.data.changedAt), sharedIn, opId }, etag: found.etag });
};

const openedRows = (safe: Safe, author: PersonId, rows: readonly Row[]): NotesFound => {
  const opened = rows.map((found) => openedRow(safe, author, found));
  return {
    notes: opened.flatMap((one) => (one.ok ? [one.value] : [])),
    unreadable: opened.filter((one) => !one.ok && one.error === 'damaged').length,
  };
};

const written = async (
  table: Table,
  author: PersonId,
  { value, etag }: Written<Note>,
  fields: NoteRow,
): Promise<Versioned<Note> | null> => {
  const [partition, key] = [partitionOf(author), keyFor(value.id)];
  if (etag === null) {
    const { outcome } = await table.commit({ partition, writes: [row.write(key, { value: fields, etag })] });
    const found = outcome === 'committed' ? await table.read(partition, key) : null;
    return found === null ? null : { value, etag: found.etag };
  }
  const next = await table.swap({ partition, key, etag, fields: {} }, row.fields(fields));
  return next === null ? null : { value, etag: next.etag };
};

/** One partition for each author. Rows that were sealed under a key that is destroyed count as erased, whatever became of the rows themselves. */
export const noteStore = (table: Table, sealing: Sealing): NoteStore => {
  const rowsOf = async (author: PersonId): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    for await (const found of table.list(partitionOf(author), { prefix: prefixOf('note') })) rows.push(found);
    return rows;
  };
  const openAll = async (author: PersonId, rows: readonly Row[]) => {
    if (rows.length === 0) return ok({ notes: [], unreadable: 0 });
    const safe = await sealing.existingSafe(ownerOf(author));
    if (!safe.ok) return safe;
    return ok(safe.value === null ? { notes: [], unreadable: 0 } : openedRows(safe.value, author, rows));
  };
  return {
    all: async (author) => openAll(author, await rowsOf(author)),
    sharedIn: async (author, pair) => {
      const rows = (await rowsOf(author)).filter((found) => row.read(found).value.sharedIn?.pairId === pair);
      const opened = await openAll(author, rows);
      return opened.ok ? ok(opened.value.notes.map(({ value }) => value)) : opened;
    },
    one: async (author, id) => {
      const found = await table.read(partitionOf(author), keyFor(id));
      const opened = await openAll(author, found === null ? [] : [found]);
      return opened.ok ? ok(opened.value.notes[0] ?? null) : opened;
    },
    write: async (author, note) => {
      const safe = await sealing.safeFor(ownerOf(author));
      return safe.ok ? ok(await written(table, author, note, sealedRow(safe.value, author, note.value))) : safe;
    },
    remove: (author, id, etag) => table.remove({ partition: partitionOf(author), key: keyFor(id), etag }),
    erase: async (author) => {
      await sealing.destroy(ownerOf(author));
      for (const found of await rowsOf(author)) await table.remove(found);
    },
  };
};
