import { resolve } from 'node:path';
import { instant } from '@coaching-pairs/shared/ids';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { inOwnThread } from '../matching/in-own-thread.js';
import type { MatchingAsked } from '../ports/matching.js';
import { refusalText } from '../workflows/refusal-text.js';
import { dimacsOf } from './dimacs.js';
import { type Inputs, readInputs } from './inputs.js';
import { terminalLocale } from './locale.js';
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

/** Everybody of the file is to be matched; past partners are never proposed (CP-15). */
const askedOf = ({ options, now }: Run, { people, leaderId, pastPairs, keptApart }: Inputs): MatchingAsked => {
  const organisation = organise({ people, corrections: [], functions: [] });
  const startsAt = instant(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
  return {
    participants: people.map(({ id }) => id),
    rules: { ...plainRules(organisation, startsAt), roundLeaderId: leaderId, pastPairs, keptApart },
    options: { seed: options.seed, odd: options.odd },
  };
};

/** The command has the machine to itself, so that its thread may have whatever memory there is; it ends with the command. */
const matched = async ({ place, streams }: Run, asked: MatchingAsked) => {
  const { words } = place;
  let done = 0;
  const line = (seconds: number): string =>
    words.t('dryRun.progress', { people: asked.participants.length, seconds: words.number(seconds), done });
  const hide = showProgress(streams.notes, line);
  const onProgress = (progress: { readonly done: number }): void => {
    done = progress.done;
  };
  try {
    return await inOwnThread({ heapMb: null })(asked, { ending: new AbortController().signal, onProgress });
  } finally {
    hide();
  }
};

/** Writes the files that were asked for; answers the sentence that says why one could not be. */
const writeFiles = ({ place, options, streams }: Run, report: Report, asked: MatchingAsked): string | null => {
  const graph = (): string => dimacsOf(problemOf(asked.participants, asked.rules, asked.options));
  const files = [[options.out, () => pairsCsv(report)] as const, [options.dimacs, graph] as const];
  for (const [file, text] of files) {
    const fault = file === null ? null : writeWhole(place, file, text());
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
  const matching = askedOf(asked, inputs.value);
  const found = await matched(asked, matching);
  if (!found.ok) {
    const naming = { words: place.words, nameOf: namesIn(inputs.value.people), reader: { kind: 'organiser' } as const };
    return refused([refusalText(naming, found.error)], codes.failed);
  }
  const report = reportOf(place.words, inputs.value, found.value);
  const fault = writeFiles(asked, report, matching);
  if (fault !== null) return refused([fault]);
  show(asked, inputs.value, found.value, report);
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
