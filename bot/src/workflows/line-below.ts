import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { levelsBelow } from '@coaching-pairs/shared/organisation/levels-below';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { LineBelow } from '@coaching-pairs/shared/wire/opening';
import type { Words } from '@coaching-pairs/shared/words/words';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { namedIn, organisationOf } from './organisation.js';
import { areInSight } from './people-in-sight.js';
import type { Refusal } from './refusal.js';

/** People that a level shows by name. */
const byName = 12;

/**
 * Who of the population stands on which level below somebody, so that a reach can be decided by looking at it (CP-24a). The person
 * belongs to the population or stands above somebody who does; of anybody else there is nothing to know here (S-11).
 */
export const lineBelow = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor; readonly personId: PersonId },
): Promise<Result<LineBelow, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const isSeen = asked.personId === all.value.round.value.leaderId || (await areInSight(deps, all.value, [asked.personId]));
  if (!isSeen) return err({ code: 'not-found' });
  const organisation = await organisationOf(deps);
  const named = namedIn(organisation);
  const population = new Set(all.value.content.participants.map(({ personId }) => personId));
  const levels = levelsBelow(organisation, asked.personId, population).map((ids) => {
    const people = ids.map(named).sort((one, other) => words.compare(one.name, other.name));
    return { people: people.slice(0, byName), more: Math.max(0, people.length - byName) };
  });
  return ok({ person: named(asked.personId), levels });
};
