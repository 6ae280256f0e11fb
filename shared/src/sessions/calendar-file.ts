import type { Instant } from '../ids.js';

/** One session as a calendar file says it. */
export type FileEntry = { readonly id: string; readonly start: Instant; readonly minutes: number; readonly joinUrl: string | null };

export type FileText = {
  /** Of each entry. */
  readonly subject: string;
  readonly description: string;
  /** Now, at which the file is made. */
  readonly at: Instant;
  readonly isPrivate: boolean;
};

const stamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

const octets = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** No line is longer than 75 octets; its rest begins with a space (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const lines: string[] = [];
  let [current, length] = ['', 0];
  for (const letter of line) {
    if (length + octets(letter) > 75) {
      lines.push(current);
      [current, length] = [' ', 1];
    }
    current += letter;
    length += octets(letter);
  }
  return [...lines, current].join('\r\n');
};

const entryLines = ({ id, start, minutes, joinUrl }: FileEntry, text: FileText): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@coaching-pairs`,
  `DTSTAMP:${stamp(Date.parse(text.at))}`,
  `DTSTART:${stamp(Date.parse(start))}`,
  `DTEND:${stamp(Date.parse(start) + minutes * 60_000)}`,
  `SUMMARY:${escaped(text.subject)}`,
  `DESCRIPTION:${escaped(text.description)}`,
  ...(joinUrl === null ? [] : [`URL:${joinUrl}`]),
  `CLASS:${text.isPrivate ? 'PRIVATE' : 'PUBLIC'}`,
  'END:VEVENT',
];

/** The sessions as a file for any calendar (RFC 5545), in UTC, with neutral words alone (S-18). The same session is the same entry when imported again. */
export const calendarFile = (entries: readonly FileEntry[], text: FileText): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coaching Pairs//EN',
    ...entries.flatMap((entry) => entryLines(entry, text)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
