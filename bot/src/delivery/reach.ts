import type { PersonId } from '@coaching-pairs/shared/ids';
import type { ConversationOwner, Conversations } from '../ports/conversations.js';
import type { OpenOutcome, OutgoingMessage, Sender, SendOutcome } from '../ports/sender.js';
import { codeOf } from './deps.js';

export type ReachDeps = { readonly sender: Sender; readonly conversations: Conversations; readonly tenantId: string };

/** The conversation that is known, else one that is opened and remembered. Says nothing to anybody, so it may be asked again. */
const conversationWith = async ({ sender, conversations }: ReachDeps, owner: ConversationOwner): Promise<OpenOutcome> => {
  const known = await conversations.find(owner);
  if (known !== undefined) return { kind: 'opened', reference: known };
  const opened = await sender.open(owner);
  if (opened.kind === 'opened') await conversations.remember(opened.reference);
  return opened;
};

/** One try to write to a person. Whatever goes wrong before the message itself leaves is no doubt about the message. */
export const reachThrough =
  (deps: ReachDeps) =>
  async (personId: PersonId, message: OutgoingMessage): Promise<SendOutcome> => {
    const found = await conversationWith(deps, { tenantId: deps.tenantId, personId }).catch(
      (cause: unknown): SendOutcome => ({ kind: 'unsent', code: codeOf(cause) }),
    );
    if (found.kind === 'ambiguous') return { kind: 'unsent', code: 'conversation-not-opened' };
    return found.kind === 'opened' ? deps.sender.send(found.reference, message) : found;
  };
