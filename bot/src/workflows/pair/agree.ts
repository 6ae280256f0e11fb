import {
  type Agreement,
  type AgreementRefusal,
  confirmAgreement,
  type OwnWords,
  saveAgreement,
  type Terms,
} from '@coaching-pairs/shared/agreement/agreement';
import type { Act } from '@coaching-pairs/shared/audit/acts';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { RoundChange, Written } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, type MyPair, myOpenPair } from '../sessions/my-pair.js';

type Asked = AboutPair & { readonly opId: OperationId };

/** The change of one version, sealed by now. */
const changeOf = async (
  deps: Deps,
  { roundId, opId, actor }: Asked,
  pair: MyPair['pair'],
  next: Written<Agreement>,
  action: Act,
): Promise<Result<RoundChange, Refusal>> => {
  const sealed = await deps.agreements.sealed(roundId, next.value);
  if (!sealed.ok) return sealed;
  const audit = [done(deps, actor.personId, action, { roundId, pairId: pair.value.id })];
  return ok({ roundId, opId, pairs: [pair], agreements: [{ value: sealed.value, etag: next.etag }], audit });
};

/**
 * Decides on the newest version as it is. The pair's own row is written again as it is, so that nothing is agreed on in a pair that ends
 * at the same moment. The line of audit says that something was agreed on and nothing of what (S-20).
 */
const changed = (
  deps: Deps,
  asked: Asked,
  action: Act,
  decide: (pair: MyPair, latest: Agreement | null) => Result<Agreement, AgreementRefusal>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const mine = await myOpenPair(deps, asked);
    if (!mine.ok) return mine;
    const { pair } = mine.value;
    const versions = await deps.agreements.all(asked.roundId, pair.value.id);
    if (!versions.ok) return versions;
    const latest = versions.value.at(-1) ?? null;
    const next = decide(mine.value, latest?.value ?? null);
    if (!next.ok) return next;
    if (next.value === latest?.value) return ok({ change: null, answer: null });
    const etag = next.value.version === latest?.value.version ? latest.etag : null;
    const change = await changeOf(deps, asked, pair, { value: next.value, etag }, action);
    return change.ok ? ok({ change: change.value, answer: null }) : change;
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
