import { type CardJson, type Chat, type ChatMessage, type ChatRecord, emptyChat, happened } from './chat.js';
import type { ChatLog } from './chat-log.js';

type NewMessage = Pick<ChatMessage, 'from' | 'text' | 'card' | 'summary'>;

/** What happened in whose chat; with the message, where there is a new one. */
export type Change = { readonly personId: string; readonly kind: ChatRecord['kind']; readonly message?: ChatMessage };

/** Everybody's chat with the bot. Whatever is told here is kept before the call returns. */
export type Chats = {
  readonly of: (personId: string) => Chat;
  readonly message: (personId: string, activityId: string) => ChatMessage | undefined;
  /** Keeps a new message and answers its activity id. */
  readonly post: (personId: string, message: NewMessage) => string;
  readonly record: (record: Exclude<ChatRecord, { readonly kind: 'posted' | 'shown' }>) => void;
  /** A number that grows with every call, to tell which of two answers is the older one. */
  readonly moment: () => number;
  /** Replaces what the person sees, unless something else has replaced it since `asked`. Answers whether anything changed. */
  readonly show: (personId: string, activityId: string, card: CardJson, asked?: number) => boolean;
  /** Calls back after each thing that its reader was not the cause of. */
  readonly onChange: (tell: (change: Change) => void) => () => void;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const lastIdIn = (records: readonly ChatRecord[]): number =>
  records.reduce((last, record) => ('activityId' in record ? Math.max(last, Number(record.activityId)) : last), 0);

const createMemory = (log: ChatLog, isGiven: (personId: string) => boolean) => {
  const chats = new Map<string, Chat>();
  const of = (personId: string): Chat => chats.get(personId) ?? { ...emptyChat, installed: isGiven(personId) };
  const take = (record: ChatRecord): void => {
    chats.set(record.personId, happened(of(record.personId), record));
  };
  for (const record of log.records) take(record);
  return {
    of,
    keep: (record: ChatRecord): void => {
      log.append(record);
      take(record);
    },
  };
};

/** Message ids are instants in milliseconds, as in Teams, and never twice the same. */
const createIds = (last: number, now: () => Date) => {
  let latest = last;
  return (): string => {
    latest = Math.max(latest + 1, now().getTime());
    return String(latest);
  };
};

const createListeners = () => {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const onChange = (listener: (change: Change) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { tell, onChange };
};

/** @param isGiven whether somebody has the app without having been given it by name */
export const createChats = (log: ChatLog, now: () => Date, isGiven: (personId: string) => boolean = () => true): Chats => {
  const { of, keep } = createMemory(log, isGiven);
  const nextId = createIds(lastIdIn(log.records), now);
  const { tell, onChange } = createListeners();
  const replacedAt = new Map<string, number>();
  let moments = 0;
  const moment = (): number => ++moments;
  const message = (personId: string, activityId: string) => of(personId).messages.get(activityId);
  return {
    of,
    message,
    moment,
    onChange,
    post: (personId, said) => {
      const activityId = nextId();
      keep({ kind: 'posted', personId, activityId, at: now().toISOString(), ...said });
      const posted = message(personId, activityId);
      tell({ personId, kind: 'posted', ...(posted === undefined ? {} : { message: posted }) });
      return activityId;
    },
    record: (record) => {
      keep(record);
      if ('activityId' in record) replacedAt.set(record.activityId, moment());
      tell({ personId: record.personId, kind: record.kind });
    },
    show: (personId, activityId, card, asked) => {
      if (asked !== undefined && asked < (replacedAt.get(activityId) ?? 0)) return false;
      if (asked === undefined) replacedAt.set(activityId, moment());
      const current = message(personId, activityId);
      if (current === undefined || same(current.shown ?? current.card, card)) return false;
      keep({ kind: 'shown', personId, activityId, card });
      if (asked === undefined) tell({ personId, kind: 'shown' });
      return true;
    },
  };
};
