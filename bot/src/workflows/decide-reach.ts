import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { decideReach, takeBackReach } from '@coaching-pairs/shared/round/moves';
import { type Act, inState, openStates, type ReachDecision, type Round } from '@coaching-pairs/shared/round/round';
import { changeAsAdministrator, type Draft } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { areInSight } from './people-in-sight.js';
import type { Refusal } from './refusal.js';

type Decision = Pick<ReachDecision, 'personId'> & {
  /** Null takes back what was decided. */
  readonly levels: ReachDecision['levels'] | null;
};

const decided = (round: Round, { personId, levels }: Decision, act: Pick<Act, 'by' | 'at'>): Round =>
  levels === null ? takeBackReach(round, personId) : decideReach(round, { personId, levels, ...act });

/** Of one person by their id; of several how many, and who, which stays sealed. */
const subjectOf = (decisions: readonly Decision[]): NonNullable<Draft['subject']> => {
  const [first, ...others] = decisions.map(({ personId }) => personId);
  if (first !== undefined && others.length === 0) return { personId: first };
  return { people: String(decisions.length), pairs: decisions.map(({ personId }) => personId).join(', ') };
};

/**
 * Records how far below people their lines are excluded, all of it or nothing: the people partner's decision, with their name (CP-24a).
 * It is of use until the pairs are announced, and while they last (CP-24b); refused in a round that is over.
 */
export const recordReach = (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly decisions: readonly Decision[] },
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all) => {
    const { round } = all;
    const ids: readonly PersonId[] = asked.decisions.map(({ personId }) => personId);
    if (asked.actor.personId !== round.value.peoplePartnerId) return err({ code: 'not-allowed' });
    if (!(await areInSight(deps, all, ids))) return err({ code: 'not-found' });
    const allowed = inState(round.value, ...openStates);
    if (!allowed.ok) return allowed;
    const act = { by: asked.actor.personId, at: deps.clock.now() };
    const value = asked.decisions.reduce((so, decision) => decided(so, decision, act), round.value);
    const action = asked.decisions.every(({ levels }) => levels === null) ? 'reach.take-back' : 'reach.decide';
    return ok({ action, subject: subjectOf(asked.decisions), round: { value, etag: round.etag } });
  });
