import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isUnreachable, reportedKind, undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import { inState, openStates } from '@coaching-pairs/shared/round/round';
import type { ChooseUndelivered } from '@coaching-pairs/shared/wire/delivery';
import type { DeadChange, DeadChanged } from '../ports/deliveries.js';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Versioned } from '../ports/rounds.js';
import { done, readAsAdministrator } from './change-round.js';
import { deadFor } from './delivery-report.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

export type Which = ChooseUndelivered['which'];
export type Dealing = 'retry' | 'drop';
type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly which: Which };

/** Others may deal with the same messages at the same time, each time with fewer of them left. */
const mostTurns = 5;

const isChosen = (which: Which, { id, reason }: OutboxMessage): boolean =>
  which.kind === 'one' ? id === which.messageId : undeliveredReason(reason) === which.reason;

const atOnce = 10;

/** They are tried for afresh, so they count as reachable until that has failed again. */
const openTheWay = async ({ rounds, reach }: Deps, roundId: RoundId, messages: readonly Versioned<OutboxMessage>[]): Promise<void> => {
  const refused = messages.filter(({ value }) => isUnreachable(undeliveredReason(value.reason)));
  const people = [...new Set(refused.map(({ value }) => value.to))];
  const shown = new Set(refused.filter(({ value }) => reportedKind(value.kind) !== null).map(({ value }) => value.to));
  const tryAgain = async (person: PersonId): Promise<void> => {
    await reach.open(person, false);
    // Who was found out by a discreet message alone was never noted, and is not now (CP-33).
    if (shown.has(person)) await rounds.noteReached(roundId, person);
  };
  for (let from = 0; from < people.length; from += atOnce) await Promise.all(people.slice(from, from + atOnce).map(tryAgain));
};

/** Sends again, or drops, what `find` gives, until nothing of it was changed by somebody else meanwhile. */
export const dealWith = async (
  deps: Deps,
  dealing: Dealing,
  asked: Omit<Asked, 'which'>,
  find: () => Promise<readonly Versioned<OutboxMessage>[]>,
): Promise<Result<null, Refusal>> => {
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const messages = await find();
    if (messages.length === 0) return ok(null);
    const { roundId, opId, actor } = asked;
    const change: DeadChange = { roundId, opId, messages, audit: done(deps, actor.personId, `messages.${dealing}`, { roundId }) };
    const changed: DeadChanged = await deps.deliveries[dealing](change);
    // Written first, so that what is let go on the way is written down as well; then the way is free, and all goes.
    if (dealing === 'retry') await openTheWay(deps, roundId, messages);
    if (dealing === 'retry') await deps.deliveries.wake(messages.map(({ value }) => value));
    if (changed === 'done') return ok(null);
  }
  return err({ code: 'too-busy' });
};

/** Those of a round that this choice means, as far as the administrator may know of them. */
const chosenIn = async (deps: Deps, asked: Asked): Promise<Result<readonly Versioned<OutboxMessage>[], Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const seen = deadFor(all.value, await deps.deliveries.open(asked.roundId), asked.actor.personId);
  return ok(seen.filter(({ value }) => isChosen(asked.which, value)));
};

/**
 * An administrator sends messages again that were given up, by the same policy and conditions as any other, or drops them. What is
 * chosen and is not there any more is left as it is. Nothing is sent in a round that is closed.
 */
export const dealWithUndelivered = async (deps: Deps, dealing: Dealing, asked: Asked): Promise<Result<null, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const open = inState(all.value.round.value, ...openStates);
  if (dealing === 'retry' && !open.ok) return open;
  return dealWith(deps, dealing, asked, async () => {
    const chosen = await chosenIn(deps, asked);
    return chosen.ok ? chosen.value : [];
  });
};
