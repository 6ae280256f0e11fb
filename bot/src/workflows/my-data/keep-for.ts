import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { keepFor } from '@coaching-pairs/shared/retention/keeping';
import { changeAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly keptDays: number };

/** Chooses for how many days pairs keep what they share once the round is closed (C-10). Everybody reads it before they join, and any day after. */
export const keepPairTextsFor = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round }) => {
    const next = keepFor(round.value, asked.keptDays);
    if (!next.ok) return next;
    return ok(next.value === round.value ? null : { action: 'round.keep', round: { value: next.value, etag: round.etag } });
  });
