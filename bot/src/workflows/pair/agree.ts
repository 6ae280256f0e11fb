import {
  type Agreement,
  type AgreementRefusal,
  confirmAgreement,
  type OwnWords,
  saveAgreement,
  type Terms,
} from '@coaching-pairs/shared/agreement/agreement';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Versioned } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, type MyPair, myOpenPair } from '../sessions/my-pair.js';

type Asked = AboutPair & { readonly opId: OperationId };
type Latest = Versioned<Agreement> | null;

/**
 * Decides on the newest version as it is. The pair's own row is written again as it is, so that nothing is agreed on in a pair that ends
 * at the same moment. The line of audit says that something was agreed on and nothing of what (S-20).
 */
const changed = (
  deps: Deps,
  asked: Asked,
  action: string,
  decide: (pair: MyPair, latest: Agreement | null) => Result<Agreement, AgreementRefusal>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const mine = await myOpenPair(deps, asked);
    if (!mine.ok) return mine;
    const { roundId, opId, actor } = asked;
    const { pair } = mine.value;
    const latest: Latest = (await deps.rounds.agreements(roundId, pair.value.id)).at(-1) ?? null;
    const next = decide(mine.value, latest?.value ?? null);
    if (!next.ok) return next;
    if (next.value === latest?.value) return ok({ change: null, answer: null });
    const etag = next.value.version === latest?.value.version ? latest.etag : null;
    const audit = [done(deps, actor.personId, action, { roundId, pairId: pair.value.id })];
    return ok({ change: { roundId, opId, pairs: [pair], agreements: [{ value: next.value, etag }], audit }, answer: null });
  });

export type Saved = Asked & { readonly base: number; readonly terms: Terms; readonly words: OwnWords };

/** Saves a new version of how the pair works together, with what the one who saves says of themselves (CP-40). */
export const saveMyAgreement = (deps: Deps, asked: Saved): Promise<Result<null, Refusal>> =>
  changed(deps, asked, 'agreement.save', ({ me, pair }, latest) => {
    const { base, terms, words } = asked;
    return saveAgreement(latest, {
      ...{ pairId: pair.value.id, members: pair.value.memberIds, by: me, at: deps.clock.now() },
      ...{ base, terms, words },
    });
  });

/** Says yes to the version that was shown (CP-40, CP-42). */
export const confirmMyAgreement = (deps: Deps, asked: Asked & { readonly version: number }): Promise<Result<null, Refusal>> =>
  changed(deps, asked, 'agreement.confirm', ({ me }, latest) => confirmAgreement(latest, asked.version, me));
