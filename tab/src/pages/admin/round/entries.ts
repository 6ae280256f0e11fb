const cells = (line: string): readonly string[] =>
  line.split(/[,;\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

/** The column that names the people, where the first line is a heading; -1 where it is not. */
const namingColumn = (line: string): number => {
  const heads = cells(line).map((cell) => cell.toLowerCase());
  const mail = heads.findIndex((head) => head === 'mail' || head === 'email' || head === 'e-mail' || head === 'userprincipalname');
  return heads.includes('id') ? heads.indexOf('id') : mail;
};

type Line = { readonly number: number; readonly text: string };

const linesIn = (text: string): readonly Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '');

/**
 * Ids or mail addresses from pasted text or a file: one a line, or several with commas, semicolons or tabs. Of a
 * table with a heading only the column `id` (else `mail`) counts. Nobody is named twice.
 */
export const entriesFrom = (text: string): readonly string[] => {
  const lines = linesIn(text);
  const column = namingColumn(lines[0]?.text ?? '');
  const found = column < 0 ? lines.flatMap((line) => cells(line.text)) : lines.slice(1).map((line) => cells(line.text)[column] ?? '');
  return [...new Set(found.filter((entry) => entry !== ''))];
};

/** The lines of a table that name nobody: their cell in the column that counts is empty. Counted from 1, as an editor shows them. */
export const namelessLines = (text: string): readonly number[] => {
  const lines = linesIn(text);
  const column = namingColumn(lines[0]?.text ?? '');
  if (column < 0) return [];
  return lines.slice(1).flatMap((line) => ((cells(line.text)[column] ?? '') === '' ? [line.number] : []));
};
