import type { Report } from './report.js';

const cellOf = (id: string): string => (/[",;\t\r\n]|^\s|\s$/u.test(id) ? `"${id.replaceAll('"', '""')}"` : id);

/** The pairs as `--history` reads them: columns a and b, and c where there is a trio; every line has as many cells. */
export const pairsCsv = ({ pairs }: Report): string => {
  const width = pairs.some(({ members }) => members.length > 2) ? 3 : 2;
  const rows = pairs.map(({ members }) => Array.from({ length: width }, (_, place) => cellOf(members[place] ?? '')));
  return [['a', 'b', 'c'].slice(0, width), ...rows].map((cells) => `${cells.join(',')}\n`).join('');
};
