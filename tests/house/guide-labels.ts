import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root, textOf } from './documented.js';

/** By the name of a picture: the words of the catalogue on buttons, links, tabs and headings that can be read on it. */
export type Labels = Readonly<Record<string, readonly string[]>>;

const path = 'docs/images/labels.json';

export const readLabels = (): Labels =>
  existsSync(join(root, path)) ? z.record(z.string(), z.array(z.string())).parse(JSON.parse(textOf(path))) : {};

const catalogue = (file: string): readonly string[] => Object.values(z.record(z.string(), z.string()).parse(JSON.parse(textOf(file))));

/** All that the product and the sandbox say, in English. */
export const messages = (): readonly string[] => ['shared/src/words/en.json', 'infra/local/src/words/en.json'].flatMap(catalogue);

/** Messages that stand on the page as they stand in a catalogue: those without an argument. */
export const fixedMessages = (): ReadonlySet<string> => new Set(messages().filter((message) => !message.includes('{')));

/** Those of the words read on a page that a catalogue says word for word; names, numbers and dates are left out. Sorted, each once. */
export const labelsSaid = (read: readonly string[]): readonly string[] => {
  const fixed = fixedMessages();
  return [...new Set(read.filter((words) => fixed.has(words)))].toSorted((one, other) => one.localeCompare(other));
};
