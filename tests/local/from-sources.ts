import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export type Compiled = { readonly file: (entry: string) => string; readonly remove: () => Promise<void> };

/**
 * Compiles TypeScript entries so that a child process of plain `node` can run them as they are now, whatever `dist` holds.
 * The folder layout is kept, so `new URL('./other.js', import.meta.url)` works when `other` is an entry too.
 *
 * @param entries paths relative to the repository root
 */
export const compileForChild = async (entries: readonly string[]): Promise<Compiled> => {
  const root = here('../..');
  // Inside the repository, so that the packages are found from there; ignored by git.
  await mkdir(here('../.output'), { recursive: true });
  const folder = await mkdtemp(here('../.output/child-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'node'] },
    ssr: { noExternal: [/^@coaching-pairs\//], resolve: { conditions: ['source', 'module', 'node'] } },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [entry.replace(/\.ts$/, ''), join(root, entry)])),
        output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js', format: 'esm' },
      },
    },
  });
  return {
    file: (entry) => join(folder, entry.replace(/\.ts$/, '.js')),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
};
