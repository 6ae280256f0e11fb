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

/**
 * Ids or mail addresses from pasted text or a file: one a line, or several with commas, semicolons or tabs. Of a
 * table with a heading only the column `id` (else `mail`) counts. Nobody is named twice.
 */
export const entriesFrom = (text: string): readonly string[] => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const column = namingColumn(lines[0] ?? '');
  const found = column < 0 ? lines.flatMap(cells) : lines.slice(1).map((line) => cells(line)[column] ?? '');
  return [...new Set(found.filter((entry) => entry !== ''))];
};
