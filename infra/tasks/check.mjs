// Everything that must hold before a change is taken, but for the tests: npm run check
import { ensureInstalled } from './install.mjs';
import { inRoot, main, program, Refusal, runNode } from './project.mjs';

const passing = async (name, ...args) => {
  if ((await runNode([program(...name), ...args])) !== 0) throw new Refusal('the reason stands above');
};

/** In the order of their cost. The size of files and who may import whom are rules of the linter. */
const checks = {
  'message catalogues': async () => (await import('./catalogues.mjs')).writeCatalogues(),
  lockfile: async () => (await import('./lockfile.mjs')).checkLockfile(),
  'licences of the packages': async () => {
    const { isLicencePageCurrent } = await import('./licence-docs.mjs');
    if (!isLicencePageCurrent()) throw new Refusal('docs/licences.md is out of date: run npm run docs:licences and commit it');
  },
  'no secret in a file': async () => (await import('./secrets.mjs')).checkSecrets(),
  'lint, format and import rules': () => passing(['@biomejs/biome', 'biome'], 'ci', '--error-on-warnings', '.'),
  types: () => passing(['typescript', 'tsc'], '-b'),
  'API documentation': async () => {
    const { isApiPageCurrent } = await import('./api-docs.mjs');
    if (!(await isApiPageCurrent())) throw new Refusal('docs/api.md is out of date: run npm run docs:api and commit it');
  },
  'rules with a test': async () => {
    const { isCurrent } = await import('./mission-coverage.mjs');
    if (!isCurrent()) throw new Refusal('docs/mission-coverage.md is out of date: run npm run coverage:mission and commit it');
  },
  'production build': async () => {
    await (await import('./build.mjs')).buildProduct(inRoot('dist'));
    (await import('./compile.mjs')).noteChecked();
  },
};

await main(async () => {
  await ensureInstalled();
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    const fault = await Promise.resolve()
      .then(check)
      .then(
        () => undefined,
        (cause) => (cause instanceof Error ? cause : new Error(String(cause))),
      );
    results.push({ name, fault });
  }
  for (const { name, fault } of results) process.stdout.write(fault ? `✗ ${name}: ${fault.message}\n` : `✓ ${name}\n`);
  return results.some(({ fault }) => fault) ? 1 : 0;
});
