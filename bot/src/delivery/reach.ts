import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Conversations } from '../ports/conversations.js';
import type { OutgoingMessage, Sender, SendOutcome } from '../ports/sender.js';

export type ReachDeps = { readonly sender: Sender; readonly conversations: Conversations; readonly tenantId: string };

/** One try to write to a person: in the conversation that is known, else in one that is opened and remembered. */
export const reachThrough =
  ({ sender, conversations, tenantId }: ReachDeps) =>
  async (personId: PersonId, message: OutgoingMessage): Promise<SendOutcome> => {
    const owner = { tenantId, personId };
    const known = await conversations.find(owner);
    if (known !== undefined) return sender.send(known, message);
    const opened = await sender.open(owner);
    // Opening says nothing to anybody, so a doubtful answer to it is no doubt about the message.
    if (opened.kind === 'ambiguous') return { kind: 'unsent', code: 'conversation-not-opened' };
    if (opened.kind !== 'opened') return opened;
    await conversations.remember(opened.reference);
    return sender.send(opened.reference, message);
  };
