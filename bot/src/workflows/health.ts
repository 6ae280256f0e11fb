import { backlogOf, failureReason, type HealthFacts, troublesOf } from '@coaching-pairs/shared/health';
import type { Instant, OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isUnreachable, reportedKind, type UndeliveredReason, undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import type { Health } from '@coaching-pairs/shared/wire/health';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Versioned } from '../ports/rounds.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';
import { type Dealing, dealWith } from './undelivered.js';

/** How many of the two of a match are written to would tell how it ended, so that all of one match counts once (CP-33). */
const countedOnce = (messages: readonly OutboxMessage[]): readonly OutboxMessage[] => [
  ...new Map(
    messages.map((message): [string, OutboxMessage] => {
      const about = message.subject.proposalId ?? 'none';
      return [reportedKind(message.kind) === null ? `discreet ${message.roundId} ${about}` : message.id, message];
    }),
  ).values(),
];

const openRounds = async ({ rounds }: Deps): Promise<readonly RoundId[]> =>
  (await rounds.list()).filter(({ state }) => state !== 'closed').map(({ id }) => id);

/** Discreet messages are left to the people partner: with their reason they would tell to whom they were (CP-33). */
const deadOf = async ({ deliveries }: Deps, round: RoundId): Promise<readonly Versioned<OutboxMessage>[]> =>
  (await deliveries.open(round)).dead.filter(({ value }) => reportedKind(value.kind) !== null);

const byReason = (dead: readonly Versioned<OutboxMessage>[]): Health['dead'] => {
  const counts = new Map<UndeliveredReason, number>();
  for (const { value } of dead) counts.set(undeliveredReason(value.reason), (counts.get(undeliveredReason(value.reason)) ?? 0) + 1);
  return [...counts].map(([reason, messages]) => ({ reason, messages })).sort((one, other) => other.messages - one.messages);
};

/** When it was given up; what one person alone is the reason for is nothing broken. */
const givenUpAt = ({ value }: Versioned<OutboxMessage>): readonly Instant[] =>
  value.finishedAt === null || isUnreachable(undeliveredReason(value.reason)) ? [] : [value.finishedAt];

/** What the rules about breakages ask for, over all rounds that are open. */
export const healthFacts = async (deps: Deps): Promise<HealthFacts> => {
  const ids = await openRounds(deps);
  const [unsent, dead, services, sender] = await Promise.all([
    Promise.all(ids.map(deps.rounds.unsent)),
    Promise.all(ids.map((id) => deadOf(deps, id))),
    deps.health.services(),
    deps.health.sender(),
  ]);
  const due = countedOnce(unsent.flat()).map(({ dueAt }) => dueAt);
  return { backlog: backlogOf(due, deps.clock.now()), sweptAt: sender.sweptAt, givenUp: dead.flat().flatMap(givenUpAt), services };
};

/** How the product is, without anybody's name or round, for whoever holds the role that may open rounds (S-10). */
export const healthOf = async (deps: Deps): Promise<Result<Health, Refusal>> => {
  const ids = await openRounds(deps);
  const [facts, dead, sender, repairs] = await Promise.all([
    healthFacts(deps),
    Promise.all(ids.map((id) => deadOf(deps, id))),
    deps.health.sender(),
    deps.health.repairs(),
  ]);
  const at = deps.clock.now();
  return ok({
    at,
    ...deps.about,
    troubles: [...troublesOf(facts, at)],
    sender,
    backlog: facts.backlog,
    dead: byReason(dead.flat()),
    repairs,
    services: facts.services.map(({ code, ...state }) => ({ ...state, failure: code === null ? null : failureReason(code) })),
  });
};

/** Sends again, or drops, all that was given up for one reason in all rounds that are open. */
export const dealWithAll = async (
  deps: Deps,
  dealing: Dealing,
  asked: { readonly opId: OperationId; readonly actor: Actor; readonly reason: UndeliveredReason },
): Promise<Result<null, Refusal>> => {
  for (const roundId of await openRounds(deps)) {
    const find = async (): Promise<readonly Versioned<OutboxMessage>[]> =>
      (await deadOf(deps, roundId)).filter(({ value }) => undeliveredReason(value.reason) === asked.reason);
    const dealt = await dealWith(deps, dealing, { ...asked, roundId }, find);
    if (!dealt.ok) return dealt;
  }
  return ok(null);
};
