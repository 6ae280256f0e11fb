import { backlogOf, failureReason, type HealthFacts, troublesOf } from '@coaching-pairs/shared/health';
import type { Instant, OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isUnreachable, reportedKind, type UndeliveredReason, undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import type { Health } from '@coaching-pairs/shared/wire/health';
import type { SenderState } from '../ports/health.js';
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
const reportedOf = (dead: readonly Versioned<OutboxMessage>[]): readonly Versioned<OutboxMessage>[] =>
  dead.filter(({ value }) => reportedKind(value.kind) !== null);

const byReason = (dead: readonly Versioned<OutboxMessage>[]): Health['dead'] => {
  const counts = new Map<UndeliveredReason, number>();
  for (const { value } of dead) counts.set(undeliveredReason(value.reason), (counts.get(undeliveredReason(value.reason)) ?? 0) + 1);
  return [...counts].map(([reason, messages]) => ({ reason, messages })).sort((one, other) => other.messages - one.messages);
};

/** When it was given up; what one person alone is the reason for is nothing broken. */
const givenUpAt = ({ value }: Versioned<OutboxMessage>): readonly Instant[] =>
  value.finishedAt === null || isUnreachable(undeliveredReason(value.reason)) ? [] : [value.finishedAt];

type Reading = HealthFacts & { readonly dead: readonly Versioned<OutboxMessage>[]; readonly sender: SenderState };

/** Each row once: every instance looks every minute. */
const readHealth = async (deps: Deps): Promise<Reading> => {
  const ids = await openRounds(deps);
  const [open, services, sender] = await Promise.all([
    Promise.all(ids.map((id) => deps.deliveries.open(id))),
    deps.health.services(),
    deps.health.sender(),
  ]);
  const due = countedOnce(open.flatMap(({ waiting }) => waiting)).map(({ dueAt }) => dueAt);
  const dead = open.flatMap((one) => reportedOf(one.dead));
  const backlog = backlogOf(due, deps.clock.now());
  return { backlog, sweptAt: sender.sweptAt, givenUp: dead.flatMap(givenUpAt), services, dead, sender };
};

/** What the rules about breakages ask for, over all rounds that are open. */
export const healthFacts = (deps: Deps): Promise<HealthFacts> => readHealth(deps);

/** How the product is, without anybody's name or round, for whoever holds the role that may open rounds (S-10). */
export const healthOf = async (deps: Deps): Promise<Result<Health, Refusal>> => {
  const [read, repairs] = await Promise.all([readHealth(deps), deps.health.repairs()]);
  const at = deps.clock.now();
  return ok({
    at,
    ...deps.about,
    troubles: [...troublesOf(read, at)],
    sender: read.sender,
    backlog: read.backlog,
    dead: byReason(read.dead),
    repairs,
    services: read.services.map(({ code, ...state }) => ({ ...state, failure: code === null ? null : failureReason(code) })),
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
      reportedOf((await deps.deliveries.open(roundId)).dead).filter(({ value }) => undeliveredReason(value.reason) === asked.reason);
    const dealt = await dealWith(deps, dealing, { ...asked, roundId }, find);
    if (!dealt.ok) return dealt;
  }
  return ok(null);
};
