// What the lockfile must promise: every package with its checksum, from no named host, under an allowed licence.
import { byFile, isAllowed } from './licences.mjs';
import { inRoot, json, Refusal } from './project.mjs';

const faultsOf = ([path, entry]) => {
  const name = path.split('node_modules/').pop();
  const faults = [];
  if (!entry.integrity) faults.push(`${name} has no checksum`);
  if (entry.resolved) faults.push(`${name} names a host: ${entry.resolved}`);
  if (!isAllowed(entry.license ?? byFile[`${name} ${entry.version}`])) faults.push(`${name} is under ${entry.license ?? 'no licence'}`);
  return faults;
};

/** npm drops a package for another system when it cannot be had, and then refuses its own lockfile everywhere. */
const lackingFor = (packages) => {
  const versions = new Set(packages.map(([path, { version }]) => `${path.split('node_modules/').pop()}@${version}`));
  const wanted = packages.flatMap(([, { optionalDependencies }]) => Object.entries(optionalDependencies ?? {}));
  return wanted
    .filter(([name, range]) => /^\d/.test(range) && !versions.has(`${name}@${range}`))
    .map(([name, range]) => `${name}@${range} is missing`);
};

/** Refuses a lockfile that breaks one of these promises, naming every package at fault (S-22). */
export const checkLockfile = () => {
  const packages = Object.entries(json(inRoot('package-lock.json')).packages);
  const faults = packages
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .flatMap(faultsOf)
    .concat(lackingFor(packages));
  if (faults.length > 0) throw new Refusal(`package-lock.json: ${faults.join('; ')}`);
};
