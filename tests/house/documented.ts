import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** A file of the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The lines of a page's `sh` blocks, without comments; a line that ends with a backslash goes on in the next. */
export const commandsIn = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^```sh\n(.*?)^```/gmsu)]
    .flatMap(([, block = '']) => block.replace(/\\\n\s*/gu, '').split('\n'))
    .map((line) => line.replace(/\s+#.*$/u, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
