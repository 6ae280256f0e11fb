import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { decideReach, holdKickOff } from '@coaching-pairs/shared/round/moves';
import { inState, openStates } from '@coaching-pairs/shared/round/round';
import { changeAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { areInSight } from './people-in-sight.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** Records that the kick-off was held, with the common approach agreed there (CP-10). */
export const recordKickOff = (deps: Deps, asked: Asked & { readonly commonApproach: string }): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const act = { by: asked.actor.personId, at: deps.clock.now(), opId: asked.opId };
    const next = holdKickOff(round.value, asked.commonApproach, act);
    return next.ok ? ok({ action: 'kick-off.held', round: { value: next.value, etag: round.etag } }) : next;
  });

/**
 * Records how far below somebody their line is excluded: the people partner's decision, with their name (CP-24a). It is of use until the
 * pairs are announced, and while they last (CP-24b); refused in a round that is over.
 */
export const recordReach = (
  deps: Deps,
  asked: Asked & { readonly personId: PersonId; readonly levels: number | 'whole' },
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all) => {
    const { round } = all;
    if (asked.actor.personId !== round.value.peoplePartnerId) return err({ code: 'not-allowed' });
    if (!(await areInSight(deps, all, [asked.personId]))) return err({ code: 'not-found' });
    const allowed = inState(round.value, ...openStates);
    if (!allowed.ok) return allowed;
    const decision = { personId: asked.personId, levels: asked.levels, by: asked.actor.personId, at: deps.clock.now() };
    const value = decideReach(round.value, decision);
    return ok({ action: 'reach.decide', subject: { personId: asked.personId }, round: { value, etag: round.etag } });
  });
