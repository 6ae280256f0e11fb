import type { OperationId, PlainDate, RoundId } from '@coaching-pairs/shared/ids';
import { openPulse } from '@coaching-pairs/shared/pulse/opening';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { changeAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type Opening = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly until: PlainDate };

/**
 * Asks all who take part how the round was, until the end of a day (CP-96). They are written to as reminders are: in their own hours, and
 * whether or not they have answered. Nobody chooses the threshold (C-05).
 */
export const openClosingPulse = (deps: Deps, asked: Opening): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round, content }) => {
    const joined = content.participants.filter(({ answer }) => answer === 'joined').length;
    const opened = openPulse(round.value, { until: asked.until, joined, at: deps.clock.now() });
    if (!opened.ok) return opened;
    return ok(opened.value === round.value ? null : { action: 'pulse.open', round: { value: opened.value, etag: round.etag } });
  });
