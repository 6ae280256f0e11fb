import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Words } from '@coaching-pairs/shared/words/words';
import { padded, type Style, widthOf, wrapped } from './layout.js';
import type { Report } from './report.js';

/** What the table needs beyond the report: who people are, and how it is to look. */
export type Look = {
  readonly words: Words;
  readonly nameOf: (id: PersonId) => string;
  /** Null for somebody in no function. */
  readonly functionOf: (id: PersonId) => string | null;
  readonly leaderId: PersonId | null;
  /** The matches that lean on a reach (CP-24a), each as its names. */
  readonly leaning: readonly string[];
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
};

const gap = '  ';
/** Reasons stand beside the people where so many columns are left for them, otherwise below. */
const leastForReasons = 36;

type Names = { readonly name: string; readonly functionName: string };

const namesOf = ({ words, nameOf, functionOf }: Look, id: PersonId): Names => ({
  name: nameOf(id),
  functionName: functionOf(id) ?? words.t('dryRun.noFunction'),
});

/** Two people side by side, name above function; the third of a trio below the first. */
const peopleLines = ({ style }: Look, people: readonly Names[], width: number): readonly string[] => {
  const [first, second, third] = people;
  const row = (left: Names | undefined, right: Names | undefined): readonly string[] => [
    `${padded(left?.name ?? '', width)}${gap}${padded(right?.name ?? '', width)}`,
    style.dim(`${padded(left?.functionName ?? '', width)}${gap}${padded(right?.functionName ?? '', width)}`),
  ];
  return third === undefined ? row(first, second) : [...row(first, second), ...row(third, undefined)];
};

const beside = (left: readonly string[], leftWidth: number, right: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
    `${left[line] ?? ' '.repeat(leftWidth)}${gap}${right[line] ?? ''}`.trimEnd(),
  );

const pairLines = (look: Look, report: Report): readonly string[] => {
  const { words, style } = look;
  const shown = report.pairs.map(({ members, reasons }) => ({ people: members.map((id) => namesOf(look, id)), reasons }));
  const widths = shown.flatMap(({ people }) => people.flatMap(({ name, functionName }) => [widthOf(name), widthOf(functionName)]));
  // Not by Math.max(...widths): of a hundred thousand people these would be too many arguments for one call.
  const half = widths.reduce((most, width) => Math.max(most, width), Math.ceil(widthOf(words.t('dryRun.column.partners')) / 2));
  const both = half * 2 + gap.length;
  const left = look.width - both - gap.length;
  const isBeside = left >= leastForReasons;
  const heading = `${padded(words.t('dryRun.column.partners'), both)}${isBeside ? `${gap}${words.t('dryRun.column.reasons')}` : ''}`;
  const blocks = shown.flatMap(({ people, reasons }) => {
    const names = peopleLines(look, people, half);
    if (isBeside)
      return [
        '',
        ...beside(
          names,
          both,
          reasons.flatMap((reason) => wrapped(reason, left)),
        ),
      ];
    const below = reasons.flatMap((reason) => wrapped(reason, look.width - gap.length)).map((line) => `${gap}${line}`);
    return ['', ...names.map((line) => line.trimEnd()), ...below];
  });
  return [style.bold(heading.trimEnd()), ...blocks];
};

const whyText = (words: Words, why: Report['unmatched'][number]['why']): string => {
  switch (why) {
    case 'reserve':
      return words.t('dryRun.why.reserve');
    case 'nobody-possible':
      return words.t('dryRun.why.nobodyPossible');
    case 'numbers':
      return words.t('dryRun.why.numbers');
    case 'odd':
      return words.t('dryRun.why.odd');
  }
};

const paragraph = (look: Look, text: string, indent = ''): readonly string[] =>
  wrapped(text, look.width - indent.length).map((line) => `${indent}${line}`);

/** Those without a partner, each reason once with the people it is the reason for. */
const unmatchedLines = (look: Look, { unmatched }: Report): readonly string[] => {
  const { words, style, nameOf, functionOf } = look;
  if (unmatched.length === 0) return [];
  const whys = [...new Set(unmatched.map(({ why }) => why))];
  const person = (id: PersonId): string => `${nameOf(id)} (${functionOf(id) ?? words.t('dryRun.noFunction')})`;
  return [
    '',
    style.bold(words.t('dryRun.withoutPartner', { count: unmatched.length })),
    ...whys.flatMap((why) => [
      ...paragraph(look, whyText(words, why)),
      ...unmatched.filter((one) => one.why === why).map(({ id }) => `${gap}${person(id)}`),
    ]),
  ];
};

const infeasibleLines = (look: Look, { infeasible }: Report): readonly string[] => {
  const { words, style } = look;
  if (infeasible === null) return [];
  const { explanation, relaxations } = infeasible;
  const help = relaxations.flatMap(({ text }) => paragraph(look, text, gap));
  return [
    '',
    style.bold(words.t('dryRun.infeasible')),
    ...paragraph(look, explanation),
    ...(help.length === 0 ? [] : [style.bold(words.t('dryRun.relaxations')), ...help]),
  ];
};

const proofText = ({ words }: Look, { proof, seconds }: Report): string => {
  const { optimal, value, bound, gap: open, checkedPairs } = proof;
  const figures = { value: words.number(value), bound: words.number(bound), gap: words.number(open), checked: checkedPairs };
  const took = { seconds: words.number(seconds, { maximumFractionDigits: 2 }) };
  return words.t(optimal ? 'dryRun.proof.best' : 'dryRun.proof.open', { ...figures, ...took });
};

const leaningText = ({ words, leaning }: Look): string => words.t('dryRun.leaning', { count: leaning.length, matches: leaning.join('; ') });

/** The report for a terminal, line by line: the pairs with their reasons, who is left and why, and the proof. */
export const reportLines = (look: Look, report: Report): readonly string[] => {
  const { words, style, nameOf, leaderId } = look;
  const trios = report.pairs.filter(({ members }) => members.length === 3).length;
  const title = words.t('dryRun.title', { participants: report.participants, pairs: report.pairs.length - trios, trios });
  return [
    style.bold(title),
    ...(leaderId === null ? [] : [words.t('dryRun.leader', { name: nameOf(leaderId) })]),
    ...(report.pairs.length === 0 ? [] : ['', ...pairLines(look, report)]),
    ...unmatchedLines(look, report),
    ...infeasibleLines(look, report),
    '',
    ...(look.leaning.length === 0 ? [] : paragraph(look, leaningText(look))),
    ...paragraph(look, proofText(look, report)),
  ];
};
