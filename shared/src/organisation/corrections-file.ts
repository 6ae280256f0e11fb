import { type Instant, type PersonId, personId as personIdOf } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { chainAbove } from './chains.js';
import type { CorrectedField, Correction } from './corrections.js';
import { type CorrectionsRow, none } from './corrections-rows.js';
import { isKeptApart, type KeptApart } from './kept-apart.js';
import { type Organisation, type OrganisationInput, organise } from './organisation.js';

type Two = KeptApart['memberIds'];
type Put = Omit<Correction, 'by' | 'at'>;

/** What one line would change; people by their ids. */
export type FiledChange =
  | {
      readonly line: number;
      readonly personId: PersonId;
      readonly field: CorrectedField;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly line: number; readonly personId: PersonId; readonly field: 'apart'; readonly to: PersonId };

/** All that a file would change; nothing where it says what is known. */
export type FiledCorrections = {
  readonly changes: readonly FiledChange[];
  readonly corrections: readonly Put[];
  readonly apart: readonly Two[];
};

type Column = 'id' | 'managerId' | 'dottedManagerId' | 'apart';
export type CorrectionsFault =
  | { readonly code: 'unknown-person'; readonly line: number; readonly column: Column; readonly id: string }
  | { readonly code: 'manager-below'; readonly line: number; readonly column: Column }
  | { readonly code: 'same-person'; readonly line: number; readonly column: 'apart'; readonly id: string }
  /** An administrator decides nothing about themselves here. */
  | { readonly code: 'yourself'; readonly line: number; readonly column: Column };

/** What a file is read against. */
export type Known = OrganisationInput & {
  readonly organisation: Organisation;
  /** Whom this administrator may put right, and, of these, whom they may keep apart: the population alone. */
  readonly inSight: ReadonlySet<PersonId>;
  readonly population: ReadonlySet<PersonId>;
  readonly apart: readonly KeptApart[];
  readonly viewer: PersonId;
  readonly now: Instant;
};

const named = (id: CorrectionsRow['managerId']): PersonId | null => (id === null || id === none ? null : id);

const changesOf = ({ organisation }: Known, row: CorrectionsRow): readonly (FiledChange & { readonly field: CorrectedField })[] => {
  const { line, person, functionName, managerId, dottedManagerId } = row;
  const about = { line, personId: person.id };
  const manager = organisation.managerOf.get(person.id) ?? null;
  const isConfirmed = organisation.confirmedWithoutManager.has(person.id);
  const knownFunction = organisation.functionOf.get(person.id) ?? null;
  const second = organisation.dottedOf.get(person.id) ?? null;
  const changesManager = managerId === none ? !isConfirmed : managerId !== null && managerId !== manager;
  const changesSecond = dottedManagerId !== null && named(dottedManagerId) !== second;
  return [
    ...(changesManager ? [{ ...about, field: 'managerId' as const, from: manager, to: named(managerId) }] : []),
    ...(functionName !== null && functionName !== knownFunction
      ? [{ ...about, field: 'functionName' as const, from: knownFunction, to: functionName }]
      : []),
    ...(changesSecond ? [{ ...about, field: 'dottedManagerId' as const, from: second, to: named(dottedManagerId) }] : []),
  ];
};

/** A correction that says what the directory says takes the earlier one back. */
const correctionOf = (
  { organisation }: Known,
  { person, managerId, functionName, dottedManagerId }: CorrectionsRow,
  fields: readonly string[],
): Put => {
  const isBack = managerId !== none && managerId === organisation.people.get(person.id)?.managerId;
  return {
    personId: person.id,
    ...(fields.includes('managerId') ? (isBack ? { takesBack: ['managerId'] } : { managerId: named(managerId) }) : {}),
    ...(fields.includes('functionName') && functionName !== null ? { functionName } : {}),
    ...(fields.includes('dottedManagerId') ? { dottedManagerId: named(dottedManagerId) } : {}),
  };
};

const peopleFaults = ({ organisation, inSight, population, viewer }: Known, row: CorrectionsRow): readonly CorrectionsFault[] => {
  const { line, person, apart } = row;
  const faults: CorrectionsFault[] = [];
  if (!inSight.has(person.id)) faults.push({ code: 'unknown-person', line, column: 'id', id: person.id });
  for (const column of ['managerId', 'dottedManagerId'] as const) {
    const id = named(row[column]);
    if (id !== null && !organisation.people.has(id)) faults.push({ code: 'unknown-person', line, column, id });
  }
  for (const id of apart) {
    if (id === person.id) faults.push({ code: 'same-person', line, column: 'apart', id });
    else if (!population.has(id) || !population.has(person.id)) faults.push({ code: 'unknown-person', line, column: 'apart', id });
    else if (id === viewer || person.id === viewer) faults.push({ code: 'yourself', line, column: 'apart' });
  }
  return faults;
};

/** Managers who would stand below the person, with everything in the file applied. */
const circleFaults = (after: Organisation, changes: readonly FiledChange[]): readonly CorrectionsFault[] =>
  changes.flatMap(({ line, personId, field, to }): readonly CorrectionsFault[] => {
    if (field === 'functionName' || field === 'apart' || to === null) return [];
    const id = personIdOf(to);
    return id === personId || chainAbove(after, id).includes(personId) ? [{ code: 'manager-below', line, column: field }] : [];
  });

/**
 * What a file of corrections would change, against what is known. Empty cells change nothing, and nobody is taken out of those kept
 * apart. Refused as a whole with every fault by line and column: people of whom this administrator knows nothing (S-11), and managers
 * who would stand below whom they manage.
 */
export const correctionsOf = (known: Known, rows: readonly CorrectionsRow[]): Result<FiledCorrections, readonly CorrectionsFault[]> => {
  const faults = rows.flatMap((row) => peopleFaults(known, row));
  if (faults.length > 0) return err(faults);
  const changed = rows.map((row) => ({ row, changes: changesOf(known, row) })).filter(({ changes }) => changes.length > 0);
  const corrections = changed.map(({ row, changes }) =>
    correctionOf(
      known,
      row,
      changes.map(({ field }) => field),
    ),
  );
  const act = { by: known.viewer, at: known.now };
  const after = organise({ ...known, corrections: [...known.corrections, ...corrections.map((one) => ({ ...one, ...act }))] });
  const circles = circleFaults(
    after,
    changed.flatMap(({ changes }) => changes),
  );
  if (circles.length > 0) return err(circles);
  const kept = rows.flatMap(({ line, person, apart }) =>
    apart
      .filter((id) => !isKeptApart(known.apart, [person.id, id]))
      .map((id) => ({ line, personId: person.id, field: 'apart' as const, to: id })),
  );
  const twice = new Set<string>();
  const fresh = kept.filter(({ personId, to }) => {
    const key = [personId, to].sort().join('\u0000');
    return !twice.has(key) && twice.add(key) !== undefined;
  });
  const changes = [...changed.flatMap(({ changes: own }) => own), ...fresh].sort((one, other) => one.line - other.line);
  return ok({ changes, corrections, apart: fresh.map(({ personId, to }) => [personId, to]) });
};
