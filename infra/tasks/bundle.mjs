// The two halves of the production folder: the process (rolldown) and the tab (Vite). Both answer the modules they contain.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { inRoot, Refusal, root } from './project.mjs';

const moduleFiles = (outputs) => outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));

/** PDFKit finds its fonts by a `require` of its own making, which no bundle follows; by the usual one they come along. */
const fontsOfPdfs = {
  name: 'fonts-of-pdfs',
  transform: (code, id) => {
    if (!id.endsWith('pdfkit.node.mjs')) return null;
    const made = 'const require$1 = createRequire(import.meta.url);';
    if (!code.includes(made)) throw new Refusal('PDFKit finds its fonts otherwise than before: see infra/tasks/bundle.mjs.');
    return code.replace(made, '').replaceAll('require$1(', 'require(');
  },
};

/** What the one file that knows the SDK asks of it, and where the SDK keeps it. */
const ofSdk = {
  CloudAdapterBase: 'botbuilder-core/lib/cloudAdapterBase',
  ConfigurationBotFrameworkAuthentication: 'botbuilder-core/lib/configurationBotFrameworkAuthentication',
};

/** The SDK's index brings along skills, streams, sockets, pipes and files; of it goes to production what is asked for, and nothing else (S-22). */
const narrowSdk = {
  name: 'narrow-sdk',
  transform: (code, id) => {
    if (!/[\\/]botbuilder[\\/]lib[\\/]index\.js$/.test(id)) return null;
    if (!code.includes('require("botbuilder-core")'))
      throw new Refusal('botbuilder is put together otherwise than before: see infra/tasks/bundle.mjs.');
    return Object.entries(ofSdk)
      .map(([name, file]) => `exports.${name} = require('${file}').${name};\n`)
      .join('');
  },
};

/**
 * What the exporter of figures would tell its maker about its own use, at an address that is not the customer's: it is switched off where
 * it is made (bot/src/telemetry), and is not in production at all (decision 50).
 */
const withoutReports = {
  name: 'without-reports',
  transform: (code, id) => {
    // Who the machine is, asked of programs beside the process, is asked by nobody.
    if (/[\\/]machine-id[\\/]getMachineId\.js$/.test(id)) return 'export const getMachineId = async () => undefined;\n';
    const report = /[\\/]export[\\/]statsbeat[\\/](networkStatsbeatMetrics|longIntervalStatsbeatMetrics|customerSDKStats)\.js$/.exec(id);
    if (report === null) return null;
    const [name] = /(?<=export class )\w+/.exec(code) ?? [];
    if (name === undefined) throw new Refusal('The exporter of figures reports otherwise than before: see infra/tasks/bundle.mjs.');
    return `export const ${name} = undefined;\n`;
  },
};

/**
 * Bundles the bot with every package it uses: `<folder>/main.js` is the process, `<folder>/product.js` exports its `start`, so that
 * the very same files can be tried in the sandbox tenant. `<folder>/matching-worker.js` is the thread in which matches are found.
 * `changes` are plugins of tests, which make the version before or after this one.
 */
export const bundleProcess = async (folder, changes = []) => {
  const bundle = await rolldown({
    // Names of files and comments follow from it, and must not from where somebody stands.
    cwd: root,
    input: {
      main: inRoot('bot/dist/server.js'),
      product: inRoot('bot/dist/main.js'),
      'matching-worker': inRoot('bot/dist/matching/matching-worker.js'),
    },
    platform: 'node',
    plugins: [fontsOfPdfs, narrowSdk, withoutReports, ...changes],
    // Packages of ours and of others are met as Node would meet them, so that what runs here is what was tested.
    onLog: (level, log, report) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Refusal(`The bundle would lack a module: ${log.message}`);
      if (level === 'warn' && log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') report(level, log);
    },
  });
  const { output } = await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
  return moduleFiles(output);
};

/** Builds the tab into `<folder>/tab`. */
export const bundleTab = async (folder) => {
  const vite = createRequire(inRoot('tab/package.json')).resolve('vite');
  // Vite takes React's own word for it from here: whoever calls may be a test, and what goes out is the same.
  process.env.NODE_ENV = 'production';
  const { build } = await import(pathToFileURL(vite).href);
  const result = await build({
    root: inRoot('tab'),
    configFile: inRoot('tab/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(folder, 'tab'), emptyOutDir: true },
  });
  return moduleFiles([result].flat().flatMap(({ output }) => output));
};
