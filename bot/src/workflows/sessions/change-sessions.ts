import type { Act } from '@coaching-pairs/shared/audit/acts';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { Written } from '../../ports/rounds.js';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, type MyPair, myOpenPair } from './my-pair.js';

export type AskedChange = AboutPair & { readonly opId: OperationId };

/**
 * Decides on the sessions as they are and writes what has changed, with one line of audit that says neither when nor where (S-20).
 * With new sessions the pair's own row is written again as it is, so that of two who book at the same moment one has to look again.
 */
export const changeSessions = (
  deps: Deps,
  { opId, ...about }: AskedChange,
  action: Act,
  decide: (pair: MyPair) => Result<readonly Written<Session>[], Refusal>,
  read = myOpenPair,
): Promise<Result<null, Refusal>> =>
  decideAndCommit(deps.rounds.commit, async () => {
    const pair = await read(deps, about);
    if (!pair.ok) return pair;
    const sessions = decide(pair.value);
    if (!sessions.ok) return sessions;
    if (sessions.value.length === 0) return ok({ change: null, answer: null });
    const audit = [done(deps, about.actor.personId, action, { roundId: about.roundId, pairId: pair.value.pair.value.id })];
    const isNew = sessions.value.some(({ etag }) => etag === null);
    const change = { roundId: about.roundId, opId, sessions: sessions.value, audit, ...(isNew && { pairs: [pair.value.pair] }) };
    return ok({ change, answer: null });
  });
