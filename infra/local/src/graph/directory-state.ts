import type { TenantGroup, TenantPerson } from '../people/tenant.js';
import { isRecord } from './call.js';
import type { Journal } from './journal.js';

export type DirectoryEntry =
  | { readonly kind: 'person'; readonly person: TenantPerson }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'group'; readonly group: TenantGroup };

/** A change since the start: which fields of whom, in the order in which it happened. */
export type DirectoryChange = {
  readonly number: number;
  readonly id: string;
  readonly fields: readonly (keyof TenantPerson)[];
  readonly removed: boolean;
  readonly managerBefore: string | null;
};

/** The directory of the sandbox, changeable while it runs; every change is in the journal before the call returns. */
export type DirectoryState = {
  readonly people: () => readonly TenantPerson[];
  readonly person: (id: string) => TenantPerson | undefined;
  readonly groups: () => readonly TenantGroup[];
  readonly group: (id: string) => TenantGroup | undefined;
  readonly changesAfter: (number: number) => readonly DirectoryChange[];
  readonly lastChange: () => number;
  /** Adds somebody or replaces what was known of them. */
  readonly put: (person: TenantPerson) => void;
  readonly change: (id: string, fields: Partial<Omit<TenantPerson, 'id'>>) => void;
  readonly move: (id: string, managerId: TenantPerson['managerId']) => void;
  readonly disable: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly putGroup: (group: TenantGroup) => void;
};

const fieldsOfPerson = [
  'name',
  'department',
  'managerId',
  'enabled',
  'jobTitle',
  'mail',
  'timeZone',
  'language',
  'location',
  'roles',
] as const;

/** Reads a line of the journal; the journal is written by this module alone, so only the kind is looked at. */
export const parseDirectoryEntry = (value: unknown): DirectoryEntry | undefined =>
  isRecord(value) && (value.kind === 'person' || value.kind === 'removed' || value.kind === 'group')
    ? (value as DirectoryEntry)
    : undefined;

export const openDirectory = (
  start: { readonly people: readonly TenantPerson[]; readonly groups: readonly TenantGroup[] },
  journal: Journal<DirectoryEntry>,
): DirectoryState => {
  const people = new Map(start.people.map((person) => [String(person.id), person]));
  const groups = new Map(start.groups.map((group) => [group.id, group]));
  const changes: DirectoryChange[] = [];
  const note = (id: string, before: TenantPerson | undefined, after: TenantPerson | undefined): void => {
    const fields = fieldsOfPerson.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]));
    changes.push({ number: changes.length + 1, id, fields, removed: after === undefined, managerBefore: before?.managerId ?? null });
  };
  const apply = (entry: DirectoryEntry): void => {
    if (entry.kind === 'group') {
      groups.set(entry.group.id, entry.group);
      return;
    }
    const id = entry.kind === 'person' ? entry.person.id : entry.id;
    const after = entry.kind === 'person' ? entry.person : undefined;
    note(id, people.get(id), after);
    if (after === undefined) people.delete(id);
    else people.set(id, after);
  };
  const record = (entry: DirectoryEntry): void => {
    journal.append(entry);
    apply(entry);
  };
  const change: DirectoryState['change'] = (id, fields) => {
    const person = people.get(id);
    if (person === undefined) throw new Error(`The directory knows nobody with the id ${id}.`);
    record({ kind: 'person', person: { ...person, ...fields } });
  };
  for (const entry of journal.entries) apply(entry);
  return {
    people: () => [...people.values()],
    person: (id) => people.get(id),
    groups: () => [...groups.values()],
    group: (id) => groups.get(id),
    changesAfter: (number) => changes.slice(number),
    lastChange: () => changes.length,
    put: (person) => record({ kind: 'person', person }),
    change,
    move: (id, managerId) => change(id, { managerId }),
    disable: (id) => change(id, { enabled: false }),
    remove: (id) => record({ kind: 'removed', id }),
    putGroup: (group) => record({ kind: 'group', group }),
  };
};

/** People of a group and of the groups in it, each once; groups that hold each other are walked once. */
export const peopleOfGroup = (state: DirectoryState, groupId: string): readonly TenantPerson[] => {
  const groupsMet = new Set([groupId]);
  const found = new Map<string, TenantPerson>();
  for (const id of groupsMet) {
    for (const memberId of state.group(id)?.memberIds ?? []) {
      const person = state.person(memberId);
      if (person !== undefined) found.set(memberId, person);
      else groupsMet.add(memberId);
    }
  }
  return [...found.values()];
};
