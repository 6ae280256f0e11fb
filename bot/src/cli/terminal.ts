import type { WriteStream } from 'node:tty';
import { plainStyle, type Style, terminalStyle } from './layout.js';

/** Where the result goes and where everything else goes. */
export type Streams = { readonly result: NodeJS.WriteStream; readonly notes: NodeJS.WriteStream };

type Variables = Readonly<Record<string, string | undefined>>;

/** Columns of the terminal, or of a page that is made for nobody's terminal. */
export const columnsOf = (stream: NodeJS.WriteStream): number => Math.max(40, Math.min(stream.columns ?? 120, 160));

/** Colours only on a terminal that has them and whose reader has not said `NO_COLOR`. */
export const styleFor = (stream: NodeJS.WriteStream, { NO_COLOR, TERM }: Variables): Style =>
  stream.isTTY === true && (NO_COLOR ?? '') === '' && TERM !== 'dumb' ? terminalStyle : plainStyle;

export const writeLines = (stream: NodeJS.WriteStream, lines: readonly string[]): void => {
  stream.write(lines.map((line) => `${line}\n`).join(''));
};

/** Notes may quote what stands in a file or on the command line: signs that would steer the terminal are left out. */
export const writeNotes = (stream: NodeJS.WriteStream, notes: readonly string[]): void =>
  writeLines(
    stream,
    notes.map((note) => note.replace(/[^\P{Cc}\n]/gu, '')),
  );

const isTerminal = (stream: NodeJS.WriteStream): stream is WriteStream => stream.isTTY === true;

/** A line that is written over and over while something lasts, on a terminal alone; answers how to take it away. */
export const showProgress = (stream: NodeJS.WriteStream, text: (seconds: number) => string): (() => void) => {
  if (!isTerminal(stream)) return () => undefined;
  const began = performance.now();
  const show = (): void => {
    stream.cursorTo(0);
    stream.clearLine(1);
    stream.write(text(Math.floor((performance.now() - began) / 1000)));
  };
  show();
  const ticking = setInterval(show, 500);
  return () => {
    clearInterval(ticking);
    stream.cursorTo(0);
    stream.clearLine(1);
  };
};
