import type { PersonId } from '@coaching-pairs/shared/ids';
import type { PastPair } from '@coaching-pairs/shared/matching/rules';
import { type GroupsFile, parseGroups } from '@coaching-pairs/shared/organisation/groups-file';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { parsePeople } from '@coaching-pairs/shared/organisation/people-file';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { widestSpan } from '@coaching-pairs/shared/organisation/span';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { groupsFaultText } from '@coaching-pairs/shared/words/groups-file-text';
import { namesText } from '@coaching-pairs/shared/words/names-text';
import { peopleFaultText, peopleWarningText } from '@coaching-pairs/shared/words/people-file-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import { mostInDimacs } from './dimacs.js';
import type { Options } from './options.js';
import { faultyFile, type Place, readRows } from './read-rows.js';

/** What the files say, ready to be matched; the warnings are sentences. */
export type Inputs = {
  readonly people: readonly Person[];
  readonly leaderId: PersonId | null;
  readonly pastPairs: readonly PastPair[];
  readonly keptApart: readonly (readonly [PersonId, PersonId])[];
  readonly warnings: readonly string[];
};

type Lines = readonly string[];
type ReadPeople = { readonly people: readonly Person[]; readonly warnings: Lines };

const readPeople = (place: Place, file: string): Result<ReadPeople, Lines> => {
  const { words } = place;
  const rows = readRows(place, file);
  if (!rows.ok) return rows;
  const parsed = parsePeople(rows.value);
  if (!parsed.ok)
    return err(
      faultyFile(
        words,
        file,
        parsed.error.map((fault) => peopleFaultText(words, fault)),
      ),
    );
  const { people, warnings } = parsed.value;
  return ok({ people, warnings: warnings.map((warning) => peopleWarningText(words, warning)) });
};

type ReadGroups = { readonly file: string } & GroupsFile;

const readGroups = (place: Place, file: string, ids: ReadonlySet<string>): Result<ReadGroups, Lines> => {
  const { words } = place;
  const rows = readRows(place, file);
  if (!rows.ok) return rows;
  const parsed = parseGroups(rows.value, ids);
  if (!parsed.ok)
    return err(
      faultyFile(
        words,
        file,
        parsed.error.map((fault) => groupsFaultText(words, fault)),
      ),
    );
  return ok({ file, ...parsed.value });
};

const unusedColumns = (words: Words, { file, unknownColumns }: ReadGroups): Lines =>
  unknownColumns.map((name) => words.t('dryRun.ofFile', { file, text: words.t('peopleFile.warning.unknownColumn', { name }) }));

/** Partners before, the last part of the last file one round ago; whoever has left the organisation is only counted. */
const pastPairsOf = (files: readonly ReadGroups[]): readonly PastPair[] => {
  const all = files.reduce((sum, { parts }) => sum + parts, 0);
  let before = 0;
  return files.flatMap(({ groups, parts }) => {
    const first = before;
    before += parts;
    return groups.map(({ members, part }) => ({ memberIds: members, roundsAgo: all - first - part }));
  });
};

const historyWarnings = (words: Words, file: ReadGroups, ids: ReadonlySet<string>): Lines => {
  const gone = [...new Set(file.groups.flatMap(({ members }) => members).filter((id) => !ids.has(id)))];
  if (gone.length === 0) return [];
  const text = words.t('dryRun.warning.history', { count: gone.length, ids: namesText(words, gone) });
  return [words.t('dryRun.ofFile', { file: file.file, text })];
};

/** Each line by itself: somebody who is not found here may be misspelt, and then two would not be kept apart. */
const apartWarnings = (words: Words, { file, groups }: ReadGroups, ids: ReadonlySet<string>): Lines =>
  groups.flatMap(({ line, members }) =>
    members
      .filter((id) => !ids.has(id))
      .map((id) => words.t('dryRun.ofLine', { file, line: String(line), text: words.t('dryRun.warning.apart', { id }) })),
  );

const twosOf = (members: readonly PersonId[]): Inputs['keptApart'] =>
  members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const));

/** The leader that was named, otherwise whoever has most people below; refused when nobody has the id. */
const leaderOf = (words: Words, options: Options, people: readonly Person[]): Result<PersonId | null, Lines> => {
  const id = options.leader?.trim();
  if (id === undefined) return ok(widestSpan(organise({ people, corrections: [], functions: [] })));
  const named = people.find((person) => person.id === id);
  return named === undefined ? err([words.t('dryRun.leaderUnknown', { file: options.people, id })]) : ok(named.id);
};

const faultsIn = (...results: readonly Result<unknown, Lines>[]): Lines => results.flatMap((result) => (result.ok ? [] : result.error));

/** Reads every file that was named; refused with the faults of all of them, each below the name of its file. */
export const readInputs = (place: Place, options: Options): Result<Inputs, Lines> => {
  const { words } = place;
  const read = readPeople(place, options.people);
  const people = read.ok ? read.value.people : [];
  const ids = new Set<string>(people.map(({ id }) => id));
  const history = options.history.map((file) => readGroups(place, file, ids));
  const apart = options.apart === null ? [] : [readGroups(place, options.apart, ids)];
  const leader = read.ok ? leaderOf(words, options, people) : ok(null);
  const tooMany = options.dimacs !== null && people.length > mostInDimacs;
  const counts = { most: mostInDimacs, file: options.people, people: people.length };
  const faults = [...faultsIn(read, ...history, ...apart, leader), ...(tooMany ? [words.t('dryRun.dimacsTooMany', counts)] : [])];
  if (faults.length > 0 || !leader.ok) return err(faults);
  const past = history.flatMap((file) => (file.ok ? [file.value] : []));
  const apartFiles = apart.flatMap((file) => (file.ok ? [file.value] : []));
  return ok({
    people,
    leaderId: leader.value,
    pastPairs: pastPairsOf(past),
    keptApart: apartFiles.flatMap(({ groups }) => groups.flatMap(({ members }) => twosOf(members))),
    warnings: [
      ...(read.ok ? read.value.warnings : []),
      ...[...past, ...apartFiles].flatMap((file) => unusedColumns(words, file)),
      ...past.flatMap((file) => historyWarnings(words, file, ids)),
      ...apartFiles.flatMap((file) => apartWarnings(words, file, ids)),
    ],
  });
};
