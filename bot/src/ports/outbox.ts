import { createHash } from 'node:crypto';
import {
  type EngagementId,
  engagementId,
  type Instant,
  instant,
  type OperationId,
  operationId,
  type PersonId,
  personId,
  type RoundId,
  roundId,
} from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import { keyOf, prefixOf } from './keys.js';
import type { Fields, Row, Write } from './store.js';

/** A: worth a possible second copy rather than none (a match, an invitation, a booking). B: rather none than two (a reminder).. */
export type MessageClass = 'A' | 'B';
export type MessageState = 'waiting' | 'claimed' | 'sent' | 'dead';

/** To what something belongs: a round, or an engagement of 2:2 Coaching. */
export type InRound = { readonly roundId: RoundId };
export type InEngagement = { readonly engagementId: EngagementId };
export type Belonging = InRound | InEngagement;

/**
 * Something to be told to one person, written in the batch of the change that causes it.
 * It carries ids and codes only: words are made when it is sent, from what is true then.
 */
type Envelope = {
  /** Sorts by the first due instant; the same for the same operation, person, kind and subject. */
  readonly id: string;
  readonly to: PersonId;
  /** Which card, e.g. `invitation`. */
  readonly kind: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly dueAt: Instant;
  /** IANA zone from which dueAt was computed, and what was meant there, e.g. `2026-11-23T09:00`; null when it is due at once. */
  readonly zone: string | null;
  readonly localIntent: string | null;
  readonly opId: OperationId;
  readonly class: MessageClass;
  /** Coded condition under which it is still wanted, e.g. `unanswered`; `always` when there is none. */
  readonly wantedIf: string;
  readonly state: MessageState;
  /** Tries that reached the sender. */
  readonly attempts: number;
  /** Tries after which nobody knows whether the message arrived. */
  readonly ambiguous: number;
  readonly possibleDuplicate: boolean;
  readonly claimedBy: string | null;
  readonly claimedUntil: Instant | null;
  readonly activityId: string | null;
  /** Why it is dead; a code. */
  readonly reason: string | null;
  readonly finishedAt: Instant | null;
};

export type OutboxMessage = Envelope & InRound;
export type EngagementMessage = Envelope & InEngagement;
/** Whatever delivery finds due. */
export type DueMessage = OutboxMessage | EngagementMessage;

type NewEnvelope = Pick<Envelope, 'to' | 'kind' | 'dueAt' | 'opId' | 'class'> &
  Partial<Pick<Envelope, 'subject' | 'zone' | 'localIntent' | 'wantedIf'>>;
export type NewMessage = NewEnvelope & InRound;

export const isOfEngagement = <Message extends InEngagement>(message: InRound | Message): message is Message => 'engagementId' in message;

/** Wakes the worker for messages just committed. Best effort: whatever is not woken is found by the sweeper. Never throws. */
export type WakeUp = (messages: readonly (Belonging & Pick<Envelope, 'id' | 'dueAt'>)[]) => Promise<void>;

/** Everything of one round lives in this partition. */
export const roundPartition = (id: RoundId): string => keyOf('round', id);
/** The same of one engagement. */
export const engagementPartition = (id: EngagementId): string => keyOf('engagement', id);
export const partitionFor = (belonging: Belonging): string =>
  isOfEngagement(belonging) ? engagementPartition(belonging.engagementId) : roundPartition(belonging.roundId);

const sortable = (at: Instant): string => at.replace(/[-:.]/g, '');

const waiting = (message: NewEnvelope): Envelope => {
  const subject = message.subject ?? {};
  const said = JSON.stringify([message.opId, message.to, message.kind, Object.entries(subject).sort()]);
  const digest = createHash('sha256').update(said).digest('base64url').slice(0, 22);
  return {
    zone: null,
    localIntent: null,
    wantedIf: 'always',
    ...message,
    subject,
    id: `${sortable(message.dueAt)}-${digest}`,
    state: 'waiting',
    attempts: 0,
    ambiguous: 0,
    possibleDuplicate: false,
    claimedBy: null,
    claimedUntil: null,
    activityId: null,
    reason: null,
    finishedAt: null,
  };
};

/** A waiting message with its id; repeating it with the same operation gives the same id. */
export const newMessage = <Of extends Belonging>(message: NewEnvelope & Of): Envelope & Of => ({ ...message, ...waiting(message) });

/** Row keys: what is to be sent stands under `out~`; it moves to `sent~` or `dead~` when it is done with. */
export const outboxPrefix = prefixOf('out');
/** Where the ended messages stand. */
export const finishedPrefixes = [prefixOf('sent'), prefixOf('dead')] as const;
export const outboxKey = (id: string): string => keyOf('out', id);
export const isOutboxKey = (key: string): boolean => key.startsWith(outboxPrefix);
export const deadKey = (id: string): string => keyOf('dead', id);
export const sentPrefix = prefixOf('sent');
export const deadPrefix = prefixOf('dead');
/** Where a message stands that is done with. */
export const finishedKey = ({ state, id }: Pick<DueMessage, 'state' | 'id'>): string => keyOf(state === 'sent' ? 'sent' : 'dead', id);
/** A key after every row that was due at that instant or before. */
export const dueUpTo = (at: Instant): string => `${keyOf('out', sortable(at))}~`;

export const outboxFields = (message: DueMessage): Fields => ({ ...rest(message), messageId: message.id });

const rest = ({ id: _id, ...fields }: DueMessage): Fields => fields;

/** The write that puts a message into the batch of a change; what it belongs to is the batch's partition. */
export const outboxWrite = (message: DueMessage): Write => ({
  kind: 'insert',
  key: outboxKey(message.id),
  fields: outboxFields(message),
});

/** The write that records the end of a message: sent, or dead. Goes together with the delete of its outbox row. */
export const finishedWrite = (message: DueMessage): Write => ({
  kind: 'insert',
  key: finishedKey(message),
  fields: outboxFields(message),
});

/** What somebody was told in a round, one row a message, so that it is counted without reading everybody's (CP-73). */
export const toldPrefix = (to: PersonId): string => prefixOf('told', to);

/** The write that counts a message that reached its reader, or may have; it goes with the one that records its end. */
export const toldWrite = ({ to, id, kind, state, reason }: DueMessage): readonly Write[] =>
  state === 'sent' || reason === 'perhaps-delivered' ? [{ kind: 'upsert', key: keyOf('told', to, id), fields: { kind } }] : [];

const schema = z.object({
  messageId: z.string(),
  roundId: z.string().transform(roundId).optional(),
  engagementId: z.string().transform(engagementId).optional(),
  to: z.string().transform(personId),
  kind: z.string(),
  subject: z.record(z.string(), z.string()),
  dueAt: z.string().transform(instant),
  zone: z.string().nullable(),
  localIntent: z.string().nullable(),
  opId: z.string().transform(operationId),
  class: z.enum(['A', 'B']),
  wantedIf: z.string(),
  state: z.enum(['waiting', 'claimed', 'sent', 'dead']),
  attempts: z.number(),
  ambiguous: z.number(),
  possibleDuplicate: z.boolean(),
  claimedBy: z.string().nullable(),
  claimedUntil: z.string().transform(instant).nullable(),
  activityId: z.string().nullable(),
  reason: z.string().nullable(),
  finishedAt: z.string().transform(instant).nullable(),
});

type Unreadable = { readonly code: 'row-unreadable'; readonly field: string };

/** A row back into a message; refused with the name of the first wrong field. */
export const parseOutboxRow = (row: Row): Result<DueMessage, Unreadable> => {
  const parsed = schema.safeParse(row.fields);
  if (!parsed.success) return err({ code: 'row-unreadable', field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { messageId, roundId: round, engagementId: engagement, ...message } = parsed.data;
  if (round !== undefined) return ok({ ...message, id: messageId, roundId: round });
  return engagement === undefined
    ? err({ code: 'row-unreadable', field: 'roundId' })
    : ok({ ...message, id: messageId, engagementId: engagement });
};

/** The same of a row of a round. */
export const parseRoundMessage = (row: Row): Result<OutboxMessage, Unreadable> => {
  const parsed = parseOutboxRow(row);
  if (!parsed.ok) return parsed;
  return isOfEngagement(parsed.value) ? err({ code: 'row-unreadable', field: 'roundId' }) : ok(parsed.value);
};
