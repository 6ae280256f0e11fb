import { readFileSync } from 'node:fs';

type Leader = {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly functionName: string;
  readonly managerId: string;
};

/** What the file of an organisation says, read on its own so that a story can judge the product's matches. */
export type Organisation = {
  readonly leaders: readonly Leader[];
  /** Departments by function, as an administrator groups them; Entra itself knows departments alone. */
  readonly groups: readonly { readonly name: string; readonly departments: string[] }[];
  readonly functionOf: (id: string) => string;
  /** How many levels one stands below the other, either way; undefined when neither is in the other's line. */
  readonly levelsBetween: (one: string, other: string) => number | undefined;
};

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');

const levelsUp = (managers: ReadonlyMap<string, string>, from: string, to: string): number | undefined => {
  let [levels, at] = [0, from];
  while (at !== '' && levels < 100) {
    if (at === to) return levels;
    at = managers.get(at) ?? '';
    levels += 1;
  }
  return undefined;
};

const groupsOf = (leaders: readonly Leader[]): Organisation['groups'] =>
  [...new Set(leaders.map(({ functionName }) => functionName))].map((name) => ({
    name,
    departments: [...new Set(leaders.filter((leader) => leader.functionName === name).map(({ department }) => department))],
  }));

/** Reads one of the files that `--people` takes; no cell of theirs spans lines. */
export const readOrganisation = (file: string): Organisation => {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = cellsOf(header);
  const leaders = lines.map((line): Leader => {
    const cells = cellsOf(line);
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const department = cell('department');
    const functionName = cell('function') || department;
    return { id: cell('id'), name: cell('name'), department, functionName, managerId: cell('managerId') };
  });
  const managers = new Map(leaders.map(({ id, managerId }) => [id, managerId]));
  const functions = new Map(leaders.map(({ id, functionName }) => [id, functionName]));
  return {
    leaders,
    groups: groupsOf(leaders),
    functionOf: (id) => functions.get(id) ?? '',
    levelsBetween: (one, other) => levelsUp(managers, one, other) ?? levelsUp(managers, other, one),
  };
};
