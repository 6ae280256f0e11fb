import type { Instant, OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { type MessageClass, newMessage, type OutboxMessage } from '../ports/outbox.js';

export const messageKinds = [
  'kick-off',
  'invitation',
  'proposal',
  'being-reworked',
  'in-one-line',
  'pair-in-one-line',
  'pair-formed',
  'pairs-announced',
  'administrator-named',
] as const;
/** What the product tells people of its own accord; few enough to be opened (CP-73). */
export type MessageKind = (typeof messageKinds)[number];

/** Worth a possible second copy rather than none, or the other way round. */
const classOf: Readonly<Record<MessageKind, MessageClass>> = {
  'kick-off': 'B',
  invitation: 'A',
  proposal: 'A',
  'being-reworked': 'B',
  'in-one-line': 'B',
  'pair-in-one-line': 'B',
  'pair-formed': 'A',
  'pairs-announced': 'B',
  'administrator-named': 'B',
};

/** Under which condition a message is still worth sending when its turn comes. */
export const wantedIf: Readonly<Record<MessageKind, string>> = {
  'kick-off': 'kick-off-ahead',
  invitation: 'unanswered',
  proposal: 'proposal-open',
  'being-reworked': 'still-reworking',
  'in-one-line': 'always',
  'pair-in-one-line': 'always',
  'pair-formed': 'always',
  'pairs-announced': 'always',
  'administrator-named': 'still-administrator',
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
