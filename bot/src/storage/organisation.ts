import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Correction } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { ApartList, OrganisationChange, OrganisationSnapshot, OrganisationStore, SyncState } from '../ports/organisation.js';
import type { AuditEntry } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { entriesIn } from './audit/trail.js';
import type { Codec } from './rows/codec.js';
import { apartRow, correctionRow, correctionsRow, groupsRow, personRow, syncRow } from './rows/organisation-rows.js';
import { auditRow } from './rows/round-rows.js';

const partition = 'organisation';
const versionKey = keyOf('version');
const functionsKey = keyOf('functions');
const apartKey = keyOf('apart');

/** Writes a batch besides the version row. */
const perStep = 90;

/** Corrections in one row of many: with the longest ids there are it stays within what a row may hold. */
const perRow = 300;

const personKey = (id: PersonId): string => keyOf('person', id);
const correctionKey = ({ personId, at }: Correction): string => keyOf('correction', personId, at);
const auditKey = ({ at }: AuditEntry, opId: OperationId): string => keyOf('audit', at.replace(/[-:.]/g, ''), opId);
const syncKey = (id: RoundId): string => keyOf('sync', id);

/** Any change makes the kept snapshot of every instance out of date. */
const newVersion = (): Write => ({ kind: 'upsert', key: versionKey, fields: { version: crypto.randomUUID() } });

const readAll = async <T>(table: Table, kind: string, codec: Codec<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const row of table.list(partition, { prefix: prefixOf(kind) })) found.push(codec.read(row).value);
  return found;
};

const versionOf = async (table: Table): Promise<string> => {
  const row = await table.read(partition, versionKey);
  return typeof row?.fields.version === 'string' ? row.fields.version : '';
};

const readApart = async (table: Table): Promise<ApartList> => {
  const row = await table.read(partition, apartKey);
  return row === null ? { pairs: [], etag: null } : { pairs: apartRow.read(row).value, etag: row.etag };
};

const readSnapshot = async (table: Table, version: string): Promise<OrganisationSnapshot> => {
  const [people, single, listed, functions, apart] = await Promise.all([
    readAll<Person>(table, 'person', personRow),
    readAll<Correction>(table, 'correction', correctionRow),
    readAll<readonly Correction[]>(table, 'corrections', correctionsRow),
    table.read(partition, functionsKey),
    readApart(table),
  ]);
  const corrections = [...single, ...listed.flat()];
  return { version, people, corrections, apart, functions: functions === null ? [] : groupsRow.read(functions).value };
};

/** Reads everything once for each version; the version is read before the rows, so that a stale copy is never kept as new. */
const snapshots = (table: Table): (() => Promise<OrganisationSnapshot>) => {
  let kept: { readonly version: string; readonly snapshot: Promise<OrganisationSnapshot> } | null = null;
  return async () => {
    const version = await versionOf(table);
    if (kept?.version !== version) kept = { version, snapshot: readSnapshot(table, version) };
    const current = kept;
    try {
      return await current.snapshot;
    } catch (cause) {
      if (kept === current) kept = null;
      throw cause;
    }
  };
};

/** Rows go in one batch with the new version, so that no instance keeps a copy that still has them. Again where a row was changed. */
const removeAll = async (table: Table, keys: ReadonlySet<string>): Promise<void> => {
  for (;;) {
    const writes: Write[] = [];
    for await (const { key, etag } of table.list(partition, { prefix: prefixOf('person') }))
      if (keys.has(key)) writes.push({ kind: 'delete', key, etag });
    if (writes.length === 0) return;
    for (let from = 0; from < writes.length; from += perStep)
      await table.commit({ partition, writes: [...writes.slice(from, from + perStep), newVersion()] });
  }
};

const savePeople = async (table: Table, changed: readonly Person[], removed: readonly PersonId[]): Promise<void> => {
  for (let from = 0; from < changed.length; from += perStep) {
    const step = changed.slice(from, from + perStep);
    const writes = step.map((value): Write => ({ kind: 'upsert', key: personKey(value.id), fields: personRow.fields(value) }));
    await table.commit({ partition, writes: [...writes, newVersion()] });
  }
  if (removed.length === 0) return;
  await removeAll(table, new Set(removed.map(personKey)));
};

/** Turns one version into the next; of another version nothing can be made, but an operation that was carried out is known to be so. */
const versionAfter = async (table: Table, from: string): Promise<Write> => {
  const row = await table.read(partition, versionKey);
  const fields = { version: crypto.randomUUID() };
  const isKnown = row !== null && row.fields.version === from;
  return isKnown ? { kind: 'replace', key: versionKey, fields, etag: row.etag } : { kind: 'insert', key: versionKey, fields };
};

const changeAtOnce = async (table: Table, { opId, corrections, apart, from: version, audit }: OrganisationChange) => {
  const writes: Write[] = [
    version === undefined ? newVersion() : await versionAfter(table, version),
    { kind: 'insert', key: auditKey(audit, opId), fields: auditRow.fields(audit) },
  ];
  for (let from = 0; from < corrections.length; from += perRow)
    writes.push({
      ...{ kind: 'insert', key: keyOf('corrections', opId, String(from)) },
      fields: correctionsRow.fields(corrections.slice(from, from + perRow)),
    });
  if (apart !== null) writes.push(apartRow.write(apartKey, { value: apart.pairs, etag: apart.etag }));
  return (await table.commit({ partition, opId, writes })).outcome;
};

/** The organisation in one partition of the table. */
export const organisationStore = (table: Table): OrganisationStore => ({
  snapshot: snapshots(table),
  savePeople: (changed, removed) => savePeople(table, changed, removed),
  correct: async (corrections) => {
    for (let from = 0; from < corrections.length; from += perStep) {
      const step = corrections.slice(from, from + perStep);
      const writes = step.map((value): Write => ({ kind: 'upsert', key: correctionKey(value), fields: correctionRow.fields(value) }));
      await table.commit({ partition, writes: [...writes, newVersion()] });
    }
  },
  change: (change) => changeAtOnce(table, change),
  saveFunctions: async (groups, opId, entry) => {
    const kept: Write = { kind: 'upsert', key: functionsKey, fields: groupsRow.fields(groups) };
    const noted: Write = { kind: 'insert', key: auditKey(entry, opId), fields: auditRow.fields(entry) };
    await table.commit({ partition, opId, writes: [kept, newVersion(), noted] });
  },
  audit: () => entriesIn(table, partition, {}),
  syncState: async (id) => {
    const row = await table.read(partition, syncKey(id));
    return row === null ? null : syncRow.read(row).value;
  },
  saveSyncState: async (state: SyncState) => {
    await table.commit({ partition, writes: [{ kind: 'upsert', key: syncKey(state.roundId), fields: syncRow.fields(state) }] });
  },
});
