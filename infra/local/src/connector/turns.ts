import type { SandboxContext } from '../parts.js';
import type { Account } from './accounts.js';
import { activityMaker } from './activities.js';
import { type BotAnswer, botDoor } from './bot-door.js';
import { type CardJson, type ChatMessage, visibleCard } from './chat.js';
import type { Chats } from './chats.js';
import { isObject, type JsonObject, objectAt, textAt } from './json.js';
import { cardOutcome, dialogOutcome, type Outcome } from './outcomes.js';

export type Saying = { readonly text?: string; readonly value?: JsonObject; readonly replyTo?: string };

/** What a person can do in their chat; each goes to the bot as Teams would send it, and resolves with what came of it. */
export type Turns = {
  readonly say: (account: Account, saying: Saying) => Promise<Outcome>;
  readonly act: (account: Account, message: ChatMessage, click: { readonly verb: string; readonly data: JsonObject }) => Promise<Outcome>;
  readonly dialog: (account: Account, message: ChatMessage, data: JsonObject) => Promise<Outcome>;
  /** Brings every card that asks for it up to date, as Teams does when a chat is opened. */
  readonly refresh: (account: Account) => Promise<void>;
  readonly install: (account: Account) => Promise<boolean>;
  readonly remove: (account: Account) => Promise<Outcome>;
};

type Door = { readonly chats: Chats; readonly make: ReturnType<typeof activityMaker>; readonly post: ReturnType<typeof botDoor> };

const succeeded = ({ status }: BotAnswer): boolean => status >= 200 && status < 300;

const buttonsOf = (node: unknown): readonly JsonObject[] => {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (!isObject(node)) return [];
  return [...(node.type === 'Action.Execute' ? [node] : []), ...Object.values(node).flatMap(buttonsOf)];
};

const executeOf = (card: CardJson | null, verb: string, data: JsonObject): JsonObject => {
  const button = buttonsOf(card).find((one) => one.verb === verb);
  const named = Object.fromEntries(
    ['id', 'title'].flatMap((name) => (textAt(button, name) === undefined ? [] : [[name, textAt(button, name)]])),
  );
  return { type: 'Action.Execute', ...named, verb, data };
};

const say = async ({ chats, make, post }: Door, account: Account, { text, value, replyTo }: Saying): Promise<Outcome> => {
  const personId = account.person.id;
  // A button's hidden data is no text: Teams shows nothing in the chat for it.
  const id = text === undefined ? undefined : chats.post(personId, { from: personId, text, card: null, summary: null });
  const before = new Set(chats.of(personId).messages.keys());
  const { status } = await post(
    make.message(account, {
      ...(id === undefined ? {} : { id }),
      ...(text === undefined ? {} : { text }),
      ...(value === undefined ? {} : { value }),
      ...(replyTo === undefined ? {} : { replyTo }),
    }),
  );
  const reply = [...chats.of(personId).messages.values()]
    .filter((message) => message.from === 'bot' && !before.has(message.activityId))
    .at(-1);
  if (reply === undefined) return { status };
  return { status, ...(reply.card === null ? {} : { card: reply.card }), ...(reply.text === null ? {} : { text: reply.text }) };
};

const act = async (
  { chats, make, post }: Door,
  account: Account,
  message: ChatMessage,
  action: JsonObject,
  asked?: number,
): Promise<Outcome> => {
  const value = { action, trigger: asked === undefined ? 'manual' : 'automatic' };
  const outcome = cardOutcome(await post(make.invoke(account, { name: 'adaptiveCard/action', value, replyTo: message.activityId })));
  if (outcome.card !== undefined && outcome.status < 300) chats.show(account.person.id, message.activityId, outcome.card, asked);
  return outcome;
};

const refreshOf = ({ userId }: Account, { card }: ChatMessage): JsonObject | undefined => {
  const refresh = objectAt(card, 'refresh');
  const action = objectAt(refresh, 'action');
  const readers: unknown = refresh.userIds;
  if (action.type !== 'Action.Execute') return undefined;
  return Array.isArray(readers) && !readers.includes(userId) ? undefined : action;
};

const refresh = async (door: Door, account: Account): Promise<void> => {
  const messages = [...door.chats.of(account.person.id).messages.values()];
  await Promise.all(
    messages.map(async (message) => {
      const action = refreshOf(account, message);
      if (action !== undefined) await act(door, account, message, action, door.chats.moment());
    }),
  );
};

const dialog = async ({ make, post }: Door, account: Account, message: ChatMessage, data: JsonObject): Promise<Outcome> => {
  const name = objectAt(data, 'msteams').type === 'task/fetch' ? 'task/fetch' : 'task/submit';
  const value = { data, context: { theme: 'default' } };
  return dialogOutcome(await post(make.invoke(account, { name, value, replyTo: message.activityId })));
};

const install = async ({ chats, make, post }: Door, account: Account): Promise<boolean> => {
  const personId = account.person.id;
  if (!chats.of(personId).installed) chats.record({ kind: 'installed', personId });
  const told = succeeded(await post(make.joined(account))) && succeeded(await post(make.installation(account, 'add')));
  if (told && chats.of(personId).installed) chats.record({ kind: 'introduced', personId });
  return told;
};

const remove = async ({ chats, make, post }: Door, account: Account): Promise<Outcome> => {
  chats.record({ kind: 'removed', personId: account.person.id });
  const { status } = await post(make.installation(account, 'remove'));
  return { status };
};

export const createTurns = (context: SandboxContext, chats: Chats): Turns => {
  const door: Door = { chats, make: activityMaker(context), post: botDoor(context) };
  return {
    say: (account, saying) => say(door, account, saying),
    act: (account, message, { verb, data }) => act(door, account, message, executeOf(visibleCard(message), verb, data)),
    dialog: (account, message, data) => dialog(door, account, message, data),
    refresh: (account) => refresh(door, account),
    install: (account) => install(door, account),
    remove: (account) => remove(door, account),
  };
};
