import { resolve } from 'node:path';
import { instant } from '@coaching-pairs/shared/ids';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { refusalText } from '../workflows/refusal-text.js';
import { inOwnThread } from './in-own-thread.js';
import { type Inputs, readInputs } from './inputs.js';
import { terminalLocale } from './locale.js';
import type { MatchingDone, MatchingTask } from './matching-task.js';
import { type Options, parseOptions } from './options.js';
import { pairsCsv } from './pairs-csv.js';
import type { Place } from './read-rows.js';
import { leaningNames, namesIn, type Report, reportOf } from './report.js';
import { reportLines } from './report-text.js';
import { columnsOf, type Streams, showProgress, styleFor, writeLines, writeNotes } from './terminal.js';
import { usageText } from './usage.js';
import { writeFault, writeWhole } from './write-whole.js';

/** What the command is given: its arguments, the caller's folder, the variables of the terminal, and the time. */
export type Surroundings = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly streams: Streams;
};

/** Done; could not be done; asked wrongly. */
const codes = { done: 0, failed: 1, refused: 2 } as const;

type Run = Surroundings & { readonly place: Place; readonly options: Options };

/** Files that would be written over what this run reads or writes, or that cannot be written at all. */
const outputFaults = ({ place, options }: Run): readonly string[] => {
  const { words, folder } = place;
  const taken = new Set([options.people, ...options.history, options.apart].map((file) => (file === null ? '' : resolve(folder, file))));
  const outputs = [['--out', options.out] as const, ['--dimacs', options.dimacs] as const];
  return outputs.flatMap(([option, file]) => {
    if (file === null) return [];
    if (taken.has(resolve(folder, file))) return [words.t('dryRun.option.wouldOverwrite', { option, file })];
    taken.add(resolve(folder, file));
    const fault = writeFault(place, file);
    return fault === null ? [] : [fault];
  });
};

const taskOf = ({ options, now }: Run, { people, leaderId, pastPairs, keptApart }: Inputs): MatchingTask => ({
  people,
  leaderId,
  pastPairs,
  keptApart,
  options: { seed: options.seed, odd: options.odd },
  startsAt: instant(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`),
  wantsDimacs: options.dimacs !== null,
});

const matched = async ({ place, streams }: Run, task: MatchingTask): Promise<MatchingDone> => {
  const { words } = place;
  let done = 0;
  const line = (seconds: number): string =>
    words.t('dryRun.progress', { people: task.people.length, seconds: words.number(seconds), done });
  const hide = showProgress(streams.notes, line);
  try {
    return await inOwnThread(task, (progress) => {
      done = progress.done;
    });
  } finally {
    hide();
  }
};

/** Writes the files that were asked for; answers the sentence that says why one could not be. */
const writeFiles = ({ place, options, streams }: Run, report: Report, dimacs: string | null): string | null => {
  const files = [[options.out, pairsCsv(report)] as const, [options.dimacs, dimacs ?? ''] as const];
  for (const [file, text] of files) {
    const fault = file === null ? null : writeWhole(place, file, text);
    if (fault !== null) return fault;
    if (file !== null) writeNotes(streams.notes, [place.words.t('dryRun.file.written', { file })]);
  }
  return null;
};

const show = ({ place, options, streams, variables }: Run, inputs: Inputs, result: MatchResult, report: Report): void => {
  const { words } = place;
  if (options.json) {
    streams.result.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const nameOf = namesIn(inputs.people);
  const { functionOf } = organise({ people: inputs.people, corrections: [], functions: [] });
  const look = {
    words,
    nameOf,
    functionOf: (id: Inputs['people'][number]['id']) => functionOf.get(id) ?? null,
    leaderId: inputs.leaderId,
    leaning: leaningNames(words, result, nameOf),
    width: columnsOf(streams.result),
    style: styleFor(streams.result, variables),
  };
  writeLines(streams.result, reportLines(look, report));
  writeNotes(
    streams.notes,
    report.warnings.map((text) => words.t('dryRun.note', { text })),
  );
};

const run = async (asked: Run): Promise<number> => {
  const { place, options, streams } = asked;
  const refused = (lines: readonly string[], code: number = codes.refused): number => {
    writeNotes(streams.notes, lines);
    return code;
  };
  const faults = outputFaults(asked);
  const inputs = readInputs(place, options);
  if (!inputs.ok || faults.length > 0) return refused([...(inputs.ok ? [] : inputs.error), ...faults]);
  const done = await matched(asked, taskOf(asked, inputs.value));
  if (!done.result.ok) {
    const naming = { words: place.words, nameOf: namesIn(inputs.value.people), reader: { kind: 'organiser' } as const };
    return refused([refusalText(naming, done.result.error)], codes.failed);
  }
  const report = reportOf(place.words, inputs.value, done.result.value, done);
  const fault = writeFiles(asked, report, done.dimacs);
  if (fault !== null) return refused([fault]);
  show(asked, inputs.value, done.result.value, report);
  return codes.done;
};

/**
 * The dry run for an administrator: matches a file of people before anything is deployed. The result goes to one stream,
 * everything else to the other. Answers the exit code: 0 also where not everybody can be paired, 2 for anything wrong in the
 * command line or in a file, each fault named, and 1 where the matching itself was refused.
 */
export const matchCommand = async (surroundings: Surroundings): Promise<number> => {
  const { args, folder, variables, streams } = surroundings;
  const words = wordsFor(terminalLocale(variables));
  const options = parseOptions(words, args);
  if (!options.ok) {
    writeNotes(streams.notes, [...options.error, '', usageText(words)]);
    return codes.refused;
  }
  if (options.value === 'help') {
    streams.result.write(usageText(words));
    return codes.done;
  }
  return run({ ...surroundings, place: { words, folder }, options: options.value });
};
