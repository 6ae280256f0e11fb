const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const unseen = /[\p{M}\p{Cf}\p{Cc}]/u;

/** How many places of a terminal a text takes: marks none, East Asian signs two. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (unseen.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0);

/** Filled up with blanks to a width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Broken between words into lines of at most this width; a word that is longer by itself stays whole. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** Bold and dim text, or plain text where the terminal or its reader does not want signs for it. */
export type Style = { readonly bold: (text: string) => string; readonly dim: (text: string) => string };

export const plainStyle: Style = { bold: (text) => text, dim: (text) => text };
export const terminalStyle: Style = { bold: (text) => `\u001B[1m${text}\u001B[22m`, dim: (text) => `\u001B[2m${text}\u001B[22m` };
