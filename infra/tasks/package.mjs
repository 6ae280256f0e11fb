// Makes the zip that goes to the Teams admin center: npm run package -- --env file.env [--out file.zip]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { languageProblems } from './language-checks.mjs';
import { hostOf, iconProblems, manifestProblems, settingProblems } from './package-checks.mjs';
import { inRoot, isMain, json, main, Refusal } from './project.mjs';
import { zipOf } from './zip.mjs';

/** A value stands inside a JSON text. */
const filled = (text, values) =>
  text.replace(/\{\{([A-Z_]+)\}\}/gu, (whole, name) => (name in values ? JSON.stringify(values[name]).slice(1, -1) : whole));

/** Languages beside English: each is one file languages/<tag>.json with the texts by their paths in the manifest. */
const languagesIn = (folder) => {
  const languages = join(folder, 'languages');
  const names = existsSync(languages) ? readdirSync(languages).filter((name) => name.endsWith('.json')) : [];
  return names.sort().map((name) => ({ name: `languages/${name}`, tag: name.slice(0, -5), data: readFileSync(join(languages, name)) }));
};

const withLanguages = (manifest, languages) => {
  if (languages.length === 0) return manifest;
  const additionalLanguages = languages.map(({ name, tag }) => ({ languageTag: tag, file: name }));
  return { ...manifest, localizationInfo: { ...manifest.localizationInfo, additionalLanguages } };
};

const iconsOf = ({ icons = {} }, folder) =>
  ['color', 'outline'].map((kind) => {
    const path = join(folder, icons[kind] ?? '');
    const present = icons[kind] !== undefined && existsSync(path);
    return { kind, name: icons[kind] ?? `The icon “${kind}”`, data: present ? readFileSync(path) : undefined };
  });

/**
 * The package for one installation: `{ bytes, problems }`, without bytes when there are problems. `settings` are those of
 * appPackage/sample.env; `folder` holds manifest.json and the icons. The same input gives the same bytes, everywhere.
 */
export const packageFrom = ({ settings, version, folder = inRoot('appPackage') }) => {
  const wrong = settingProblems(settings);
  if (wrong.length > 0) return { problems: wrong };
  const host = hostOf(settings.PUBLIC_URL);
  const values = { ...settings, VERSION: version, PUBLIC_HOST: host };
  const languages = languagesIn(folder);
  const manifest = withLanguages(JSON.parse(filled(readFileSync(join(folder, 'manifest.json'), 'utf8'), values)), languages);
  const icons = iconsOf(manifest, folder);
  const problems = [
    ...manifestProblems(manifest, { host, settings }),
    ...languageProblems(languages, manifest),
    ...icons.flatMap(({ kind, name, data }) => (data === undefined ? [`${name} is missing.`] : iconProblems(kind, name, data))),
  ];
  if (problems.length > 0) return { problems };
  const files = [{ name: 'manifest.json', data: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }, ...icons, ...languages];
  return { bytes: zipOf(files), problems: [] };
};

const usage = `Makes the app package for Teams.

  npm run package -- --env FILE [--out FILE.zip]

  --env FILE      the settings; appPackage/sample.env shows them all
  --out FILE.zip  where to put it (default dist/package/coaching-pairs-VERSION.zip)
`;

const optionsIn = (args) => {
  try {
    return parseArgs({ args, options: { env: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (fault) {
    throw new Refusal(`${fault.message}\n\n${usage}`, { cause: fault });
  }
};

const readSettings = (path) => {
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  return parseEnv(readFileSync(path, 'utf8'));
};

if (isMain(import.meta.url))
  await main(() => {
    const { env, out, help } = optionsIn(process.argv.slice(2));
    if (help) return void process.stdout.write(usage);
    if (env === undefined) throw new Refusal(`--env is missing.\n\n${usage}`);
    const given = (path) => resolve(process.env.INIT_CWD ?? '.', path);
    const { version } = json(inRoot('package.json'));
    const { bytes, problems } = packageFrom({ settings: readSettings(given(env)), version });
    if (bytes === undefined) throw new Refusal(`No package was made:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    const target = out === undefined ? inRoot('dist/package', `coaching-pairs-${version}.zip`) : given(out);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    process.stdout.write(`${target}\n`);
  });
