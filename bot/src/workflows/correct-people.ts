import type { Act } from '@coaching-pairs/shared/audit/acts';
import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { chainAbove } from '@coaching-pairs/shared/organisation/chains';
import type { Correction, FunctionGroup } from '@coaching-pairs/shared/organisation/organisation';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import { isTimeZone } from '@coaching-pairs/shared/time';
import type { Functions } from '@coaching-pairs/shared/wire/people';
import { changeAsAdministrator, done, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { organisationOf } from './organisation.js';
import { areInSight } from './people-in-sight.js';
import type { Refusal } from './refusal.js';
import { rememberNamed } from './remember-named.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** Notes the act in the round's audit; the corrections themselves belong to the organisation, for all rounds. */
const note = (deps: Deps, asked: Asked, action: Act, people: number) =>
  changeAsAdministrator(deps, asked, () => ok({ action, subject: { people: String(people) } }));

/** A manager who stands below the person would close a circle; the line from the person down to them. */
const circleThrough = async (deps: Deps, personId: PersonId, managerId: PersonId): Promise<readonly PersonId[] | null> => {
  if (personId === managerId) return [personId];
  const chain = chainAbove(await organisationOf(deps), managerId);
  const index = chain.indexOf(personId);
  return index < 0 ? null : [managerId, ...chain.slice(0, index + 1)].reverse();
};

type Put = Omit<Correction, 'by' | 'at'>;

/** The first of the managers named who stands below the person. */
const circleIn = async (deps: Deps, { personId, managerId, dottedManagerId }: Put): Promise<readonly PersonId[] | null> => {
  for (const manager of [managerId, dottedManagerId]) {
    const path = manager == null ? null : await circleThrough(deps, personId, manager);
    if (path !== null) return path;
  }
  return null;
};

/**
 * Puts right somebody's manager, second manager, function or time zone, for all rounds and over later readings of the directory, or
 * takes that back. A null manager confirms that they have none (CP-24b). Refused for whoever has nothing to do with the round, where
 * the directory does not know a manager, where one stands below the person, and for a name that is no time zone.
 */
export const correctPerson = async (deps: Deps, asked: Asked & Put): Promise<Result<null, Refusal>> => {
  const allowed = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!allowed.ok) return allowed;
  const { roundId: _round, opId: _op, actor, ...put } = asked;
  if (!(await areInSight(deps, allowed.value, [put.personId]))) return err({ code: 'not-found' });
  if (put.timeZone != null && !isTimeZone(put.timeZone)) return err({ code: 'no-time-zone', name: put.timeZone });
  const known = await rememberNamed(
    deps,
    [put.managerId, put.dottedManagerId].filter((id) => id != null),
  );
  if (!known.ok) return known;
  const path = await circleIn(deps, put);
  if (path !== null) return err({ code: 'manager-circle', path });
  await deps.organisation.correct([{ ...put, by: actor.personId, at: deps.clock.now() }]);
  return note(deps, asked, 'person.correct', 1);
};

/** Confirms for each of these people that they really have no manager (CP-24b). */
export const confirmTops = async (
  deps: Deps,
  asked: Asked & { readonly personIds: readonly PersonId[] },
): Promise<Result<null, Refusal>> => {
  const allowed = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!allowed.ok) return allowed;
  if (!(await areInSight(deps, allowed.value, asked.personIds))) return err({ code: 'not-found' });
  const at = deps.clock.now();
  await deps.organisation.correct(asked.personIds.map((personId) => ({ personId, managerId: null, by: asked.actor.personId, at })));
  return note(deps, asked, 'chains.confirm', asked.personIds.length);
};

/** Whoever may open rounds or is named on one that is open. */
export const isOrganiser = async (deps: Deps, actor: Actor): Promise<boolean> =>
  actor.opener || (await deps.rounds.list()).some((round) => round.state !== 'closed' && isAdministrator(round, actor.personId));

/** Departments with how many people each has, and how they are grouped into functions. */
export const functionsOf = async (deps: Deps): Promise<Functions> => {
  const { people, functions } = await deps.organisation.snapshot();
  const counts = new Map<string, number>();
  for (const { department } of people) if (department !== null) counts.set(department, (counts.get(department) ?? 0) + 1);
  const departments = [...counts].map(([name, count]) => ({ name, people: count }));
  return {
    groups: functions.map((group) => ({ name: group.name, departments: [...group.departments] })),
    departments: departments.sort((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1)),
  };
};

/** Says which departments count as one function; a department in two groups is refused by name. */
export const groupFunctions = async (
  deps: Deps,
  { opId, actor, groups }: { readonly opId: OperationId; readonly actor: Actor; readonly groups: readonly FunctionGroup[] },
): Promise<Result<Functions, Refusal>> => {
  if (!(await isOrganiser(deps, actor))) return err({ code: 'not-allowed' });
  const named = groups.flatMap((group) => group.departments);
  const twice = named.filter((department, index) => named.indexOf(department) !== index);
  if (twice.length > 0) return err({ code: 'department-twice', departments: [...new Set(twice)] });
  await deps.organisation.saveFunctions(groups, opId, done(deps, actor.personId, 'functions.save', { groups: String(groups.length) }));
  return ok(await functionsOf(deps));
};
