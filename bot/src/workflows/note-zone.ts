import type { Actor, Deps } from './deps.js';
import { organisationOf } from './organisation.js';

/** Keeps the zone in which somebody opens the tab; of people with whom no round has to do, nothing is kept. */
export const noteTabZone = async (deps: Deps, { personId, opener }: Actor, zone: string): Promise<void> => {
  const known = opener || (await organisationOf(deps)).people.has(personId);
  if (known) await deps.zones.note(personId, 'tab', zone);
};
