import type { PersonId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import type { VersionedContent } from '../ports/rounds.js';
import type { Deps } from './deps.js';
import { organisationOf } from './organisation.js';

/** Whether all of these people belong to the round's population. Others are as good as unknown to its administrators (S-11). */
export const areInPopulation = ({ content }: VersionedContent, ids: readonly PersonId[]): boolean => {
  const population = new Set(content.participants.map((one) => one.personId));
  return ids.every((id) => population.has(id));
};

/** Whether all of these people belong to the round's population or stand above somebody who does (S-11). */
export const areInSight = async (deps: Pick<Deps, 'organisation'>, all: VersionedContent, ids: readonly PersonId[]): Promise<boolean> => {
  if (areInPopulation(all, ids)) return true;
  const organisation = await organisationOf(deps);
  const seen = new Set(all.content.participants.flatMap(({ personId }) => [personId, ...chainAbove(organisation, personId)]));
  return ids.every((id) => seen.has(id));
};
