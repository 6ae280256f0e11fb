import { operationId, personId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { RoundPlan } from '@coaching-pairs/shared/round/round';
import type { RoundPlanInput } from '@coaching-pairs/shared/wire/rounds';
import { functionsOf, groupFunctions } from '../workflows/correct-people.js';
import { openNewRound } from '../workflows/open-round.js';
import { overviewOf, summariesFor } from '../workflows/overview.js';
import { rememberNamed } from '../workflows/remember-named.js';
import type { Handlers } from './call.js';

type OrganiserRoutes = 'rounds' | 'openRound' | 'searchPeople' | 'searchGroups' | 'functions' | 'saveFunctions';

/** Shorter texts match half the organisation. */
const shortestQuery = 2;

/** The plan in the domain's words. */
export const planOf = (plan: Omit<RoundPlanInput, 'administratorIds'>): Omit<RoundPlan, 'administratorIds'> => ({
  name: plan.name,
  introduction: plan.introduction,
  ...(plan.mode === undefined ? {} : { mode: plan.mode }),
  leaderId: personId(plan.leaderId),
  peoplePartnerId: personId(plan.peoplePartnerId),
  answersBy: plainDate(plan.answersBy),
  startsOn: plainDate(plan.startsOn),
  endsOn: plainDate(plan.endsOn),
});

/** Who leads and accompanies a round by its plan, so that they can be shown by name before any directory was read. */
export const namedIn = (plan: Pick<RoundPlan, 'leaderId' | 'peoplePartnerId'>) => [plan.leaderId, plan.peoplePartnerId];

export const searched = async <Found, Refused>(query: string, search: (text: string) => Promise<Result<readonly Found[], Refused>>) => {
  const text = query.trim();
  return text.length < shortestQuery ? ok([]) : search(text);
};

/** What organisers may ask beyond a single round. */
export const organiserHandlers: Pick<Handlers, OrganiserRoutes> = {
  rounds: async ({ deps, actor }) => ok(await summariesFor(deps, actor.personId)),

  openRound: async ({ deps, words, actor, body }) => {
    const plan = { ...planOf(body.plan), administratorIds: body.plan.administratorIds.map(personId) };
    const named = await rememberNamed(deps, [...namedIn(plan), ...plan.administratorIds, actor.personId]);
    if (!named.ok) return named;
    const follows = body.follows === undefined ? null : roundId(body.follows);
    const template = body.template === undefined ? null : roundId(body.template);
    const opening = { opId: operationId(body.opId), actor, plan, follows, template, audience: body.audience ?? null };
    const opened = await openNewRound(deps, opening);
    return opened.ok ? overviewOf(deps, words, { roundId: opened.value, actor }) : opened;
  },

  searchPeople: async ({ deps, query }) => {
    const found = await searched(query, deps.directory.searchPeople);
    if (!found.ok) return found;
    const people = found.value.map(({ id, name, department, mail, jobTitle }) => ({ id, name, functionName: department, mail, jobTitle }));
    return ok({ people });
  },

  searchGroups: async ({ deps, query }) => {
    const found = await searched(query, deps.directory.searchGroups);
    return found.ok ? ok({ groups: found.value.map(({ id, name }) => ({ id, name })) }) : found;
  },

  functions: async ({ deps }) => ok(await functionsOf(deps)),

  saveFunctions: async ({ deps, actor, body }) => {
    const saved = await groupFunctions(deps, { opId: operationId(body.opId), actor, groups: body.groups });
    return saved.ok ? ok(saved.value) : err(saved.error);
  },
};
