import { maySeeDecline } from '@coaching-pairs/shared/disclosure/declines';
import type { Instant, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { isUnreachable, type ReportedKind, reportedKind, reportedKinds, undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { DeliveryLine, DeliveryReport, UndeliveredMessage } from '@coaching-pairs/shared/wire/delivery';
import type { RoundDeliveries } from '../ports/deliveries.js';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Versioned, VersionedContent } from '../ports/rounds.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { isPutOff } from './messages.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';

/** A discreet message would tell who declined, so it is for whoever may know that of the match it is about (CP-33). */
const maySee = ({ round, content }: VersionedContent, message: OutboxMessage, viewer: PersonId): boolean => {
  if (reportedKind(message.kind) !== null) return true;
  const about = content.proposals.find(({ id }) => id === message.subject.proposalId);
  return about !== undefined && maySeeDecline(round.value, about, viewer);
};

/** The messages of a round that were given up, as far as this administrator may know of them. */
export const deadFor = (all: VersionedContent, { dead }: RoundDeliveries, viewer: PersonId): readonly Versioned<OutboxMessage>[] =>
  dead.filter(({ value }) => maySee(all, value, viewer));

/** People whose answer every administrator may know; null where nothing is asked. */
const answeredOf = (kind: ReportedKind, { participants, pairs }: RoundContent): number | null => {
  if (kind === 'invitation') return participants.filter(({ answer }) => answer !== 'none').length;
  // A yes that is not yet a pair points to the no of the other.
  return kind === 'proposal' ? pairs.reduce((sum, { memberIds }) => sum + memberIds.length, 0) : null;
};

const lineOf = (kind: ReportedKind, content: RoundContent, { waiting, sent, dead }: RoundDeliveries, now: Instant): DeliveryLine => {
  const toCome = waiting.filter((message) => message.kind === kind && !isPutOff(message, now));
  const given = dead.filter(({ value }) => value.kind === kind);
  const unreachable = given.filter(({ value }) => isUnreachable(undeliveredReason(value.reason))).length;
  return {
    kind,
    sent: sent.get(kind) ?? 0,
    toCome: toCome.length,
    due: toCome.filter(({ dueAt }) => dueAt <= now).length,
    unreachable,
    givenUp: given.length - unreachable,
    answered: answeredOf(kind, content),
  };
};

const isEmpty = ({ sent, toCome, unreachable, givenUp }: DeliveryLine): boolean => sent + toCome + unreachable + givenUp === 0;

const unreachableOf = ({ unreachable }: RoundDeliveries): DeliveryReport['unreachable'] => {
  const counts = new Map<ReturnType<typeof undeliveredReason>, number>();
  for (const { reason } of unreachable) counts.set(undeliveredReason(reason), (counts.get(undeliveredReason(reason)) ?? 0) + 1);
  return [...counts].map(([reason, people]) => ({ reason, people }));
};

const reportFor = async (deps: Deps, all: VersionedContent, viewer: PersonId): Promise<DeliveryReport> => {
  const { value: round } = all.round;
  const [deliveries, organisation] = await Promise.all([deps.deliveries.ofRound(round.id), organisationOf(deps)]);
  const named = namedIn(organisation);
  const undelivered = deadFor(all, deliveries, viewer).map(({ value }): UndeliveredMessage => {
    const { id, to, kind, reason, finishedAt, dueAt } = value;
    return { id, person: named(to), kind: reportedKind(kind), reason: undeliveredReason(reason), at: finishedAt ?? dueAt };
  });
  return {
    name: round.name,
    closed: round.state === 'closed',
    lines: reportedKinds.map((kind) => lineOf(kind, all.content, deliveries, deps.clock.now())).filter((line) => !isEmpty(line)),
    unreachable: unreachableOf(deliveries),
    undelivered: undelivered.sort((one, other) => (one.person.name < other.person.name ? -1 : 1)),
  };
};

/** What became of the messages of a round, for one of its administrators; never whether anybody has read one. */
export const deliveryReportOf = async (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<DeliveryReport, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  return all.ok ? ok(await reportFor(deps, all.value, asked.actor.personId)) : all;
};
