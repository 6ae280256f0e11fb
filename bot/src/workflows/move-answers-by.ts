import type { OperationId, PlainDate, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { moveAnswersBy } from '@coaching-pairs/shared/round/moves';
import { localDayOf } from '@coaching-pairs/shared/time';
import { changeAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly answersBy: PlainDate };

/** Moves the last day for answers. Nobody is written to for it: cards and pages show the new day, and reminders follow it. */
export const changeAnswersBy = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = moveAnswersBy(round.value, asked.answersBy, localDayOf(deps.clock.now(), round.value.timeZone));
    if (!next.ok) return next;
    if (asked.answersBy === round.value.answersBy) return ok(null);
    const subject = { from: round.value.answersBy, to: asked.answersBy };
    return ok({ action: 'round.answers-by', subject, round: { value: next.value, etag: round.etag } });
  });
