import { createHash } from 'node:crypto';
import { type Instant, type OperationId, operationId, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { type Weight, weights } from '@coaching-pairs/shared/reminders/budget';
import type { Reminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { reminderKinds } from '@coaching-pairs/shared/reminders/occasions';
import { type MessageClass, newMessage, type OutboxMessage } from '../ports/outbox.js';

export const messageKinds = [
  'kick-off',
  'invitation',
  'proposal',
  'nominee-asked',
  'tap-asked',
  'being-reworked',
  'in-one-line',
  'pair-in-one-line',
  'pair-formed',
  'pairs-announced',
  'pair-ended',
  'new-match-wanted',
  'administrator-named',
  'administrator-removed',
  'paused',
  'awayday-names',
  'feedback-pair',
  'feedback-pair-changed',
  ...reminderKinds,
] as const;
/** What the product tells people of its own accord; few enough to be opened (CP-73). */
export type MessageKind = (typeof messageKinds)[number];

/** Worth a possible second copy rather than none, or the other way round. */
const classOf: Readonly<Record<MessageKind, MessageClass>> = {
  'kick-off': 'B',
  invitation: 'A',
  proposal: 'A',
  'nominee-asked': 'A',
  'tap-asked': 'A',
  'being-reworked': 'B',
  'in-one-line': 'B',
  'pair-in-one-line': 'B',
  'pair-formed': 'A',
  'pairs-announced': 'B',
  'pair-ended': 'A',
  'new-match-wanted': 'B',
  'administrator-named': 'B',
  'administrator-removed': 'B',
  paused: 'B',
  'awayday-names': 'A',
  'feedback-pair': 'A',
  'feedback-pair-changed': 'A',
  'names-reminder': 'B',
  'invitation-reminder': 'B',
  'match-reminder': 'B',
  'tap-reminder': 'B',
  'matches-overdue': 'B',
  'rhythm-nudge': 'B',
  'session-waits': 'B',
  'left-sessions': 'B',
  'pair-texts-end': 'B',
  pulse: 'B',
};

/** Under which condition a message is still worth sending when its turn comes. */
export const wantedIf: Readonly<Record<MessageKind, string>> = {
  'kick-off': 'kick-off-ahead',
  invitation: 'unanswered',
  proposal: 'proposal-open',
  'nominee-asked': 'proposal-open',
  'tap-asked': 'tap-awaited',
  'being-reworked': 'still-reworking',
  'in-one-line': 'always',
  'pair-in-one-line': 'always',
  'pair-formed': 'always',
  'pairs-announced': 'always',
  'pair-ended': 'always',
  'new-match-wanted': 'still-administrator',
  'administrator-named': 'still-administrator',
  'administrator-removed': 'no-administrator-now',
  paused: 'still-paused',
  'awayday-names': 'names-open',
  'feedback-pair': 'always',
  'feedback-pair-changed': 'always',
  'names-reminder': 'reminder',
  'invitation-reminder': 'reminder',
  'match-reminder': 'reminder',
  'tap-reminder': 'reminder',
  'matches-overdue': 'reminder',
  'rhythm-nudge': 'reminder',
  'session-waits': 'reminder',
  'left-sessions': 'reminder',
  'pair-texts-end': 'reminder',
  pulse: 'reminder',
};

/** How much depends on a message when somebody was told nearly all that CP-73 allows; what reminders weigh they carry themselves. */
const weightOfKind: Readonly<Record<MessageKind, Weight>> = {
  'kick-off': 'essential',
  invitation: 'essential',
  proposal: 'essential',
  'nominee-asked': 'essential',
  'tap-asked': 'essential',
  'being-reworked': 'news',
  'in-one-line': 'news',
  'pair-in-one-line': 'news',
  'pair-formed': 'essential',
  'pairs-announced': 'essential',
  'pair-ended': 'essential',
  'new-match-wanted': 'news',
  'administrator-named': 'news',
  'administrator-removed': 'news',
  paused: 'essential',
  'awayday-names': 'essential',
  'feedback-pair': 'essential',
  'feedback-pair-changed': 'essential',
  'names-reminder': 'last-call',
  'invitation-reminder': 'last-call',
  'match-reminder': 'last-call',
  'tap-reminder': 'last-call',
  'matches-overdue': 'news',
  'rhythm-nudge': 'news',
  'session-waits': 'last-call',
  'left-sessions': 'news',
  'pair-texts-end': 'essential',
  pulse: 'last-call',
};

/** What a message weighs (CP-73); a kind that is not known any more is news. */
export const weightOf = ({ kind, subject }: Pick<OutboxMessage, 'kind' | 'subject'>): Weight =>
  weights.find((weight) => weight === subject.weight) ??
  messageKinds.filter((one) => one === kind).map((one) => weightOfKind[one])[0] ??
  'news';

/**
 * A reminder tells whoever counts it that somebody has not answered: of a match that points to whom a no would come from (CP-33).
 * So reminders are in no number that administrators read, and their operation names nobody.
 */
export const isReminder = ({ kind }: Pick<OutboxMessage, 'kind'>): boolean => reminderKinds.some((one) => one === kind);

/** Said to people who stand in one room with others and wait for it: at any hour, wherever they are thought to be. */
export const isForTheRoom = ({ kind, subject }: Pick<OutboxMessage, 'kind' | 'subject'>): boolean =>
  kind === 'feedback-pair-changed' || subject.place === 'room';

/**
 * What people ask each other while they choose partners in one room (tension 3): it is for that room, and there is only so much of it,
 * since the board says the same (CP-73).
 */
export const inTheRoom = (subject: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...subject,
  place: 'room',
  weight: 'news' satisfies Weight,
});

/** Rows of reminders are written so long before they are due, so that no planning that comes late makes one late; in milliseconds. */
export const lookAhead = 180 * 60_000;

/**
 * A reminder that is further off than any is planned was put off for its reader, who travels or wants none for a while. That is their
 * own business, so it is in no number (C-02).
 */
export const isPutOff = (message: OutboxMessage, now: Instant): boolean =>
  isReminder(message) && Date.parse(message.dueAt) - Date.parse(now) > lookAhead;

/**
 * The row of one reminder; the same reminder has the same operation, whoever reckons it and when. Where the last day for an
 * answer was moved, its reminders are others.
 */
export const reminderMessage = (roundId: RoundId, { occasion, step, weight, due }: Reminder): OutboxMessage => {
  const { kind, subject, to, until } = occasion;
  const digest = createHash('sha256')
    .update(JSON.stringify([roundId, kind, subject, to, until, step]))
    .digest('base64url')
    .slice(0, 32);
  return newMessage({
    roundId,
    to,
    kind,
    dueAt: due.at,
    zone: due.zone,
    localIntent: due.localIntent,
    opId: operationId(`reminder.${digest}`),
    class: classOf[kind],
    wantedIf: wantedIf[kind],
    subject: { roundId, about: subject, weight, ...(kind === 'match-reminder' || kind === 'tap-reminder' ? { proposalId: subject } : {}) },
  });
};

/** One message of a kind to each person, due at once; ids only, words are made when it is sent. */
export const messagesTo = (
  people: readonly PersonId[],
  kind: MessageKind,
  told: {
    readonly roundId: RoundId;
    readonly opId: OperationId;
    readonly at: Instant;
    readonly subject?: Readonly<Record<string, string>>;
  },
): readonly OutboxMessage[] =>
  people.map((to) =>
    newMessage({
      roundId: told.roundId,
      to,
      kind,
      dueAt: told.at,
      opId: told.opId,
      class: classOf[kind],
      wantedIf: wantedIf[kind],
      subject: { roundId: told.roundId, ...told.subject },
    }),
  );
