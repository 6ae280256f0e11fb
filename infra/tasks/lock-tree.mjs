// The lockfile as what it describes: every package once, what each needs, and which of them the product itself needs.
import { byFile } from './licences.mjs';

const folder = 'node_modules/';
const nameAt = (path, entry) => entry.name ?? (path.includes(folder) ? path.slice(path.lastIndexOf(folder) + folder.length) : path);

/** Where Node would find a package that is asked for from a place in the tree: the nearest `node_modules` on the way up. */
const placeOf = (packages, from, name) => {
  for (let at = from; ; ) {
    const place = `${at === '' ? '' : `${at}/`}${folder}${name}`;
    if (place in packages) return packages[place].link ? packages[place].resolved : place;
    if (at === '') return undefined;
    at = at.includes(folder) ? at.slice(0, Math.max(0, at.lastIndexOf(folder) - 1)) : '';
  }
};

const wantedBy = ({ dependencies, optionalDependencies, peerDependencies }) =>
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });

/**
 * The packages of others in a lockfile, by `name@version`, each with the licence it names, its checksum and the places it is at;
 * and `needs`, which answers the places that a place needs.
 */
export const treeOf = ({ packages }) => {
  const foreign = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    if (!path.includes(folder) || entry.link) continue;
    const name = nameAt(path, entry);
    const id = `${name}@${entry.version}`;
    const licence = entry.license ?? byFile[`${name} ${entry.version}`];
    const known = foreign.get(id) ?? { id, name, version: entry.version, licence, integrity: entry.integrity, places: [] };
    foreign.set(id, { ...known, places: [...known.places, path] });
  }
  const needs = (path, wanted = wantedBy(packages[path])) =>
    wanted.map((name) => placeOf(packages, path, name)).filter((place) => place !== undefined);
  return { foreign: [...foreign.values()].sort((one, other) => (one.id < other.id ? -1 : 1)), needs, packages };
};

/** Workspaces whose dependencies are those of the product; the others are tests and the sandbox. */
const product = ['bot', 'shared', 'tab'];

/** The places that production can reach: what the product's workspaces depend on, and what that needs in turn. */
export const placesOfProduct = ({ needs, packages }) => {
  const reached = new Set();
  const open = product.flatMap((workspace) => needs(workspace, Object.keys(packages[workspace]?.dependencies ?? {})));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (reached.has(place) || !place.includes(folder)) continue;
    reached.add(place);
    open.push(...needs(place));
  }
  return reached;
};
