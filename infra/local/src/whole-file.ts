import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file of which a kill leaves either the old or the new content whole, never a part. Makes its folder. */
export const writeWhole = async (file: string, text: string, mode = 0o644): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}~`, text, { mode });
  await rename(`${file}~`, file);
};
