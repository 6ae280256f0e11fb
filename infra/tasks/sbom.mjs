// The bill of materials, in CycloneDX: npm run sbom [-- --out file]. The same lockfile gives the same bytes, so it holds no time and no number of its own.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { licenceNamed } from './licences.mjs';
import { placesOfProduct, treeOf } from './lock-tree.mjs';
import { inRoot, isMain, json, main } from './project.mjs';

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licencesOf = (expression) => {
  const named = licenceNamed(expression);
  if (named === undefined) return [];
  return / (OR|AND) /.test(named) ? [{ expression: named }] : [{ license: { id: named } }];
};

const hashesOf = (integrity = '') =>
  integrity
    .split(/\s+/)
    .filter((one) => one.startsWith('sha512-'))
    .map((one) => ({ alg: 'SHA-512', content: Buffer.from(one.slice('sha512-'.length), 'base64').toString('hex') }));

const componentOf = (scopeOf) => (one) => ({
  type: 'library',
  'bom-ref': one.id,
  name: one.name,
  version: one.version,
  scope: scopeOf(one),
  hashes: hashesOf(one.integrity),
  licenses: licencesOf(one.licence),
  purl: purlOf(one),
});

const edgesOf = ({ needs, packages }, foreign) => {
  const idAt = new Map(foreign.flatMap(({ id, places }) => places.map((place) => [place, id])));
  const known = (places) => [...new Set(places.map((place) => idAt.get(place)).filter((id) => id !== undefined))].sort();
  const own = Object.keys(packages).filter((path) => !path.includes('node_modules/'));
  return {
    ofOthers: foreign.map(({ id, places }) => ({ ref: id, dependsOn: known(places.flatMap((place) => needs(place))) })),
    known,
    own,
  };
};

/**
 * A bill of all packages in a lockfile, those of the product `required` and those of tests and tools `excluded`; or, with `shipped`
 * (ids such as `zod@4.6.7`), of these alone: what is inside of one build.
 */
export const billOf = (lockfile, shipped) => {
  const tree = treeOf(lockfile);
  const foreign = tree.foreign.filter(({ id }) => shipped === undefined || shipped.has(id));
  const reached = placesOfProduct(tree);
  const scopeOf = ({ places }) => (shipped !== undefined || places.some((place) => reached.has(place)) ? 'required' : 'excluded');
  const { ofOthers, known, own } = edgesOf(tree, foreign);
  const { name, version, license } = lockfile.packages[''];
  const ref = `${name}@${version}`;
  const ours = { type: 'application', 'bom-ref': ref, name, version, licenses: licencesOf(license) };
  const all = own.flatMap((path) =>
    tree.needs(path, Object.keys({ ...tree.packages[path].dependencies, ...tree.packages[path].devDependencies })),
  );
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { lifecycles: [{ phase: shipped === undefined ? 'pre-build' : 'build' }], component: ours },
    components: foreign.map(componentOf(scopeOf)),
    dependencies: [{ ref, dependsOn: shipped === undefined ? known(all) : foreign.map(({ id }) => id) }, ...ofOthers],
  };
};

/** A bill as the text of its file. */
export const billText = (bill) => `${JSON.stringify(bill, null, 2)}\n`;

if (isMain(import.meta.url))
  await main(() => {
    const text = billText(billOf(json(inRoot('package-lock.json'))));
    const position = process.argv.indexOf('--out');
    if (position < 0) process.stdout.write(text);
    else writeFileSync(resolve(process.env.INIT_CWD ?? '.', process.argv[position + 1] ?? 'sbom.json'), text);
  });
