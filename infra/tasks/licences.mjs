// The list of other people's work that goes out with the product, and which licences may be among it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { json, Refusal } from './project.mjs';

/** Licences that ask for no more than to be named and kept; weak copyleft per file (MPL) is left as its authors published it. */
export const allowedLicences = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MPL-2.0',
  'PSF-2.0',
  'Unlicense',
]);

/** Packages whose manifest names a licence by address instead of by name; each was read. */
const byAddress = { 'http://geraintluff.github.io/tv4/LICENSE.txt': 'CC0-1.0' };

/** Packages whose manifest names no licence, with their version; the file beside it was read. */
export const byFile = { 'png-js 2.0.0': 'MIT' };

/** A licence expression by names alone, or undefined where there is none. */
export const licenceNamed = (expression) => byAddress[expression] ?? expression;

/** Whether a licence expression, e.g. `(MIT OR Apache-2.0)`, can be met with allowed licences alone. */
export const isAllowed = (expression) => {
  const alternatives = (licenceNamed(expression) ?? '').replace(/[()]/g, '').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((name) => allowedLicences.has(name.trim())));
};

const packageFolderOf = (file) => {
  let folder = dirname(file);
  while (folder.includes(`node_modules${sep}`)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && json(manifest).name && json(manifest).version) return folder;
    folder = dirname(folder);
  }
  return undefined;
};

const licenceText = (folder) => {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying|unlicense)/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
};

/** The packages that the given files come from, each once, by name. */
export const packagesOf = (files) => {
  const folders = new Set(files.filter((file) => file.includes(`node_modules${sep}`)).map(packageFolderOf));
  const found = new Map();
  for (const folder of folders) {
    if (folder === undefined) continue;
    const { name, version, license } = json(join(folder, 'package.json'));
    found.set(`${name} ${version}`, {
      name,
      version,
      licence: String(license ?? byFile[`${name} ${version}`] ?? ''),
      text: licenceText(folder),
    });
  }
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
};

/** The notice that goes out with the product, for the modules that were bundled. Refuses a package under a licence that is not allowed. */
export const thirdParty = (files) => {
  const packages = packagesOf(files);
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0)
    throw new Refusal(`Not allowed: ${refused.map(({ name, licence }) => `${name} (${licence || 'no licence'})`).join(', ')}`);
  const sections = packages.map(
    ({ name, version, licence, text }) => `## ${name} ${version}\n\n${licence}\n\n${text ? `\`\`\`\n${text}\n\`\`\`\n` : ''}`,
  );
  return `# Packages in this product\n\nCoaching Pairs contains the work of others, each under its own licence.\n\n${sections.join('\n')}`;
};
