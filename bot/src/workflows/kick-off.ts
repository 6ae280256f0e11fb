import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { holdKickOff } from '@coaching-pairs/shared/round/moves';
import { changeAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

/** Records that the kick-off was held, with the common approach agreed there (CP-10). */
export const recordKickOff = (deps: Deps, asked: Asked & { readonly commonApproach: string }): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const act = { by: asked.actor.personId, at: deps.clock.now(), opId: asked.opId };
    const next = holdKickOff(round.value, asked.commonApproach, act);
    return next.ok ? ok({ action: 'kick-off.held', round: { value: next.value, etag: round.etag } }) : next;
  });
