import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matchCommand } from '@coaching-pairs/bot/cli/match';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const inRepository = (path: string): string => join(root, path);
export const invented = inRepository('tests/data/organisation-350.csv');
/** A published organisation that stands beside some checkouts, as it does beside the one of the checks. */
export const published = inRepository('../shared/data/revenue-346.csv');
export const withoutPublished = 'skipped: the folder shared/data does not stand beside this checkout, so there is no revenue-346.csv';

/** The one object of `--json`, with these keys and no others. */
const Report = z.strictObject({
  participants: z.int(),
  pairs: z.array(z.strictObject({ members: z.array(z.string()).min(2).max(3), reasons: z.array(z.string().min(1)) })),
  unmatched: z.array(z.strictObject({ id: z.string(), why: z.enum(['reserve', 'nobody-possible', 'numbers', 'odd']) })),
  proof: z.strictObject({ optimal: z.boolean(), value: z.number(), bound: z.number(), gap: z.number(), checkedPairs: z.int() }),
  infeasible: z.strictObject({ explanation: z.string().min(1), relaxations: z.array(z.unknown()) }).nullable(),
  warnings: z.array(z.string().min(1)),
  seconds: z.number().nonnegative(),
});
export type Report = z.infer<typeof Report>;

export type Ending = { readonly code: number | null; readonly result: string; readonly notes: string };

/** Without the progress of a build, which stands first where sources have changed since the last: it is no word of the command's. */
export const withoutBuilding = (notes: string): string => notes.replace(/^Building: .*\n/gmu, '');

const ended = (program: string, args: readonly string[], folder: string, variables: NodeJS.ProcessEnv): Promise<Ending> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [result, notes]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => result.push(part));
    child.stderr.on('data', (part: Buffer) => notes.push(part));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, result: Buffer.concat(result).toString(), notes: withoutBuilding(Buffer.concat(notes).toString()) }),
    );
  });

/** A folder with an administrator in it who tries the matching. */
export type Desk = {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  readonly files: () => readonly string[];
  /** The command within this process, for what it answers. */
  readonly match: (...args: readonly string[]) => Promise<Ending>;
  readonly matchWith: (variables: NodeJS.ProcessEnv, ...args: readonly string[]) => Promise<Ending>;
  /** The command in a process of its own, as the npm script starts it. */
  readonly started: (...args: readonly string[]) => Promise<Ending>;
  /** The same over npm, from this folder. */
  readonly npmMatch: (...args: readonly string[]) => Promise<Ending>;
  /** What `--json` answers; fails where it does not end with 0. */
  readonly report: (...args: readonly string[]) => Promise<Report>;
  readonly remove: () => void;
};

export const task = inRepository('infra/tasks/match.mjs');

/** Keeps what is written, as whoever reads from a pipe does. */
const pipe = () => {
  const parts: string[] = [];
  const write = (text: string): boolean => parts.push(text) > 0;
  return { stream: { write } as NodeJS.WriteStream, text: () => parts.join('') };
};

const answered = async (args: readonly string[], folder: string, variables: NodeJS.ProcessEnv): Promise<Ending> => {
  const [result, notes] = [pipe(), pipe()];
  const streams = { result: result.stream, notes: notes.stream };
  const code = await matchCommand({ args, folder, variables: { ...process.env, ...variables }, now: new Date(), streams });
  return { code, result: result.text(), notes: notes.text() };
};

export const openDesk = (): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
  const path = (name: string): string => join(folder, name);
  const terminal = { LC_ALL: 'en_GB.UTF-8' };
  const matchWith: Desk['matchWith'] = (variables, ...args) => answered(args, folder, { ...terminal, ...variables });
  const npmArgs = ['--prefix', root, 'run', '--silent', 'match', '--'];
  return {
    folder,
    path,
    write: (name, text) => {
      writeFileSync(path(name), text);
      return name;
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    files: () => readdirSync(folder).sort(),
    match: (...args) => matchWith({}, ...args),
    matchWith,
    started: (...args) => ended(process.execPath, [task, ...args], folder, { ...terminal, INIT_CWD: folder }),
    npmMatch: (...args) => ended('npm', [...npmArgs, ...args], folder, {}),
    report: async (...args) => {
      const { code, result, notes } = await matchWith({}, ...args, '--json');
      if (code !== 0) throw new Error(`The command ended with ${code}: ${notes}`);
      return Report.parse(JSON.parse(result));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const columns = ['id', 'name', 'department', 'managerId', 'jobTitle', 'timeZone', 'language', 'location', 'function'] as const;
const quoted = (cell: string | null): string => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`);

/** A people file of these people, in this order. */
export const peopleCsv = (people: readonly Person[]): string => {
  const rows = people.map(({ functionName, ...person }) =>
    columns.map((column) => quoted(column === 'function' ? functionName : person[column])).join(','),
  );
  return [columns.join(','), ...rows, ''].join('\n');
};

/** Everybody in a result once, in the order of ids. */
export const everybodyIn = ({ pairs, unmatched }: Report): readonly string[] =>
  [...pairs.flatMap(({ members }) => members), ...unmatched.map(({ id }) => id)].toSorted();

/** All twos of all pairs, each as its ids in order. */
export const twosIn = ({ pairs }: Pick<Report, 'pairs'>): readonly string[] =>
  pairs.flatMap(({ members }) =>
    members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other].toSorted().join(' '))),
  );
