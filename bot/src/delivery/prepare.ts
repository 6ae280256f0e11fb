import type { PersonId } from '@coaching-pairs/shared/ids';
import type { ConversationReference, Conversations } from '../ports/conversations.js';
import type { Installations, InstallOutcome } from '../ports/installations.js';
import type { DueMessage } from '../ports/outbox.js';
import type { ReachStore } from '../ports/reachability.js';
import type { Sender } from '../ports/sender.js';
import { minute, second } from './moments.js';

/** Whether a person can be written to now. `chatMade`: only since just now, so that what was read of them before is over. `wait` in milliseconds. */
export type Prepared =
  | { readonly kind: 'ready'; readonly chatMade?: true }
  | { readonly kind: 'wait'; readonly wait: number }
  | { readonly kind: 'unreachable'; readonly reason: string };

export type PrepareDeps = {
  readonly conversations: Conversations;
  readonly reach: ReachStore;
  readonly installations: Installations;
  readonly sender: Pick<Sender, 'open'>;
  readonly stillWanted: (message: DueMessage) => Promise<boolean>;
  readonly tenantId: string;
  /** Where chats stand that were learnt from the installation, until their person's own activity tells it. */
  readonly connectorUrl: string;
  /** The bot's account in them. */
  readonly botId: string;
};

/** Teams has installed the app and has not made the chat yet. */
const chatWait = 30 * second;
/** Whoever was refused by name has lost the app; those who blocked the bot have it, and giving it again would change nothing. */
const appIsGone = /^(BotNotInConversationRoster|ConversationNotFound|Status404)$/u;

const ready: Prepared = { kind: 'ready' };
const madeReady: Prepared = { kind: 'ready', chatMade: true };

/** Several messages to one person ask once. */
const together = (install: Installations['install']): Installations['install'] => {
  const asking = new Map<PersonId, Promise<InstallOutcome>>();
  return (person) => {
    const begun = asking.get(person) ?? install(person).finally(() => asking.delete(person));
    asking.set(person, begun);
    return begun;
  };
};

/** Where it is looked up whether there is anything to do at all; what is done is asked of the stores themselves. */
type FirstLook = Pick<PrepareDeps, 'conversations' | 'reach' | 'stillWanted'>;

export type Preparation = {
  readonly prepare: (message: DueMessage, look?: FirstLook) => Promise<Prepared>;
  /** After a refusal for good: true when the app was taken away and has not been given back yet; then the message goes again. */
  readonly anotherWay: (message: DueMessage, code: string) => Promise<boolean>;
};

/**
 * Makes sure, before a message is claimed, that its reader has the app and a chat with the bot. A step of its own that says nothing to
 * anybody: whoever dies in it, the message waits in the outbox and the step is taken again, which changes nothing.
 */
export const preparing = (deps: PrepareDeps): Preparation => {
  const { conversations, reach, tenantId, connectorUrl, botId } = deps;
  const install = together(deps.installations.install);
  const find = (personId: PersonId): Promise<ConversationReference | undefined> => conversations.find({ tenantId, personId });

  /** The chat as the person's own activity told it, while it was installed; else as the installation tells it. */
  const withChat = async (personId: PersonId, before: ConversationReference | undefined, chatId: string | null): Promise<boolean> => {
    const now = await find(personId);
    if (now !== undefined && now.conversationId !== before?.conversationId) return true;
    if (chatId === null) return now !== undefined;
    await conversations.remember({ tenantId, personId, conversationId: chatId, serviceUrl: connectorUrl, botId });
    return true;
  };

  /** For those who have the app by a policy although the product may not, or cannot now, install it. */
  const opened = async (personId: PersonId): Promise<'opened' | 'refused' | 'unclear'> => {
    const answer = await deps.sender.open({ tenantId, personId });
    if (answer.kind === 'opened') await conversations.remember(answer.reference);
    if (answer.kind === 'opened') return 'opened';
    return answer.kind === 'permanent' && answer.scope !== 'bot' ? 'refused' : 'unclear';
  };

  const installedFor = async (message: DueMessage, before: ConversationReference | undefined, again: boolean): Promise<Prepared> => {
    const { to } = message;
    const outcome = await install(to);
    if (again && outcome.kind !== 'later') await reach.reinstalled(to);
    if (outcome.kind === 'installed' && (await withChat(to, before, outcome.chatId))) return madeReady;
    const way = await opened(to);
    if (way === 'opened') return madeReady;
    if (outcome.kind === 'later') return { kind: 'wait', wait: Math.max(second, outcome.waitMs) };
    if (outcome.kind === 'refused')
      return way === 'refused' ? { kind: 'unreachable', reason: outcome.code } : { kind: 'wait', wait: minute };
    await reach.awaitChat(to, message);
    return { kind: 'wait', wait: chatWait };
  };

  return {
    prepare: async (message, look = deps) => {
      const owner = { tenantId, personId: message.to };
      const [known, { unreachable, reinstall }] = await Promise.all([look.conversations.find(owner), look.reach.of(message.to)]);
      if (unreachable !== null) return { kind: 'unreachable', reason: unreachable };
      const again = reinstall === 'due';
      // What nobody wants any more is dropped in its turn, and nobody is given an app for it.
      if ((known !== undefined && !again) || !(await look.stillWanted(message))) return ready;
      return installedFor(message, known, again);
    },
    anotherWay: async ({ to }, code) => appIsGone.test(code) && (await reach.reinstall(to)),
  };
};
