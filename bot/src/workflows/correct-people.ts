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
const note = (deps: Deps, asked: Asked, action: string, people: number) =>
  changeAsAdministrator(deps, asked, () => ok({ action, subject: { people: String(people) } }));

/** A manager who stands below the person would close a circle; the line from the person down to them. */
const circleThrough = async (deps: Deps, personId: PersonId, managerId: PersonId): Promise<readonly PersonId[] | null> => {
  if (personId === managerId) return [personId];
  const chain = chainAbove(await organisationOf(deps), managerId);
  const index = chain.indexOf(personId);
  return index < 0 ? null : [managerId, ...chain.slice(0, index + 1)].reverse();
};

/**
 * Puts right somebody's manager, function or time zone, for all rounds and over later readings of the directory. A null manager
 * confirms that they have none (CP-24b). Refused for whoever has nothing to do with the round, where the directory does not know
 * the manager, where the manager stands below the person, and for a name that is no time zone.
 */
export const correctPerson = async (
  deps: Deps,
  asked: Asked & Pick<Correction, 'personId' | 'managerId' | 'functionName' | 'timeZone'>,
): Promise<Result<null, Refusal>> => {
  const allowed = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!allowed.ok) return allowed;
  const { personId, managerId, functionName, timeZone } = asked;
  if (!(await areInSight(deps, allowed.value, [personId]))) return err({ code: 'not-found' });
  if (timeZone != null && !isTimeZone(timeZone)) return err({ code: 'no-time-zone', name: timeZone });
  const known = managerId == null ? ok(null) : await rememberNamed(deps, [managerId]);
  if (!known.ok) return known;
  const path = managerId == null ? null : await circleThrough(deps, personId, managerId);
  if (path !== null) return err({ code: 'manager-circle', path });
  const correction: Correction = {
    personId,
    by: asked.actor.personId,
    at: deps.clock.now(),
    ...(managerId === undefined ? {} : { managerId }),
    ...(functionName === undefined ? {} : { functionName }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  await deps.organisation.correct([correction]);
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
