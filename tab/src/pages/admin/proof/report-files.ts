import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { csvText } from '@coaching-pairs/shared/words/csv-text';
import type { Words } from '@coaching-pairs/shared/words/words';

/** The matches as rows of a table, the heading first. */
export const matchRows = ({ t, list }: Words, matches: readonly ProofReport['matches'][number][]): readonly (readonly string[])[] => [
  [t('tab.proof.column.members'), t('tab.proof.column.state'), t('tab.proof.column.holds')],
  ...matches.map(({ members, state, holds }) => [
    list(members.map((one) => one.name)),
    t(`tab.proof.state.${state}`),
    t(holds ? 'tab.proof.yes' : 'tab.proof.no'),
  ]),
];

/** The whole report as a file for a spreadsheet; `when` says when it was checked. */
export const reportTable = (words: Words, report: ProofReport, when: string): string =>
  csvText([
    [when],
    ...report.checks.map(({ text, holds }) => [words.t(holds ? 'tab.proof.kept' : 'tab.proof.broken'), text]),
    ...report.exceptions.map(({ members, text }) => [words.list(members.map((one) => one.name)), text]),
    ...matchRows(words, report.matches),
  ]);
