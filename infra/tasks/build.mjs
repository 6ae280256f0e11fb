// Makes the folder that goes to production: npm run build [-- --out folder]. It starts with `node main.js`.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { inRoot, isMain, json, main, Refusal } from './project.mjs';

const manifest = () => {
  const { version, license, engines } = json(inRoot('package.json'));
  return {
    name: 'coaching-pairs',
    version,
    private: true,
    license,
    type: 'module',
    main: 'main.js',
    scripts: { start: 'node main.js' },
    engines,
  };
};

/** Compiles and bundles everything that production needs into one folder, and nothing of the sandbox. */
export const buildProduct = async (folder) => {
  await ensureInstalled();
  const { ensureBuilt } = await import('./compile.mjs');
  const { bundleProcess, bundleTab } = await import('./bundle.mjs');
  const { packagesOf, thirdParty } = await import('./licences.mjs');
  const { billOf, billText } = await import('./sbom.mjs');
  await ensureBuilt();
  if (!existsSync(inRoot('bot/dist/server.js'))) throw new Refusal('bot/src/server.ts is missing; there is nothing to bundle.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules = [...(await bundleProcess(folder)), ...(await bundleTab(folder))];
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  writeFileSync(join(folder, 'THIRD-PARTY.md'), thirdParty(modules));
  const shipped = new Set(packagesOf(modules).map(({ name, version }) => `${name}@${version}`));
  writeFileSync(join(folder, 'sbom.json'), billText(billOf(json(inRoot('package-lock.json')), shipped)));
};

if (isMain(import.meta.url))
  await main(async () => {
    const position = process.argv.indexOf('--out');
    const folder = position < 0 ? inRoot('dist') : resolve(process.env.INIT_CWD ?? '.', process.argv[position + 1] ?? 'dist');
    await buildProduct(folder);
    process.stdout.write(`Built ${folder}\n`);
  });
