// What the lockfile must promise: every package with its checksum, from no named host, under an allowed licence.
import { isAllowed } from './licences.mjs';
import { inRoot, json, Refusal } from './project.mjs';

const faultsOf = ([path, entry]) => {
  const name = path.split('node_modules/').pop();
  const faults = [];
  if (!entry.integrity) faults.push(`${name} has no checksum`);
  if (entry.resolved) faults.push(`${name} names a host: ${entry.resolved}`);
  if (!isAllowed(entry.license)) faults.push(`${name} is under ${entry.license ?? 'no licence'}`);
  return faults;
};

/** Refuses a lockfile that breaks one of these promises, naming every package at fault (S-22). */
export const checkLockfile = () => {
  const packages = Object.entries(json(inRoot('package-lock.json')).packages);
  const faults = packages.filter(([path, entry]) => path.includes('node_modules/') && !entry.link).flatMap(faultsOf);
  if (faults.length > 0) throw new Refusal(`package-lock.json: ${faults.join('; ')}`);
};
