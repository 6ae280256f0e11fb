import type { Result } from '@coaching-pairs/shared/result';
import type { Me, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Route } from '@coaching-pairs/shared/wire/route';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { z } from 'zod';
import { askRoute, askSandbox, type BodyOf, type CallRefused } from './ask.js';
import { buttonsOf, ChatMessage, Outcome } from './chat.js';

/** `as-sent` leaves out that each card is brought up to date first, which hundreds of readers need not do. */
export type Reading = 'up-to-date' | 'as-sent';

/** Somebody at the sandbox: what they do in their chat and in the tab. Chats are read as they see them now. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** The messages of the bot and their own, oldest first. */
  readonly chat: (how?: Reading) => Promise<readonly ChatMessage[]>;
  /** Clicks the button with that verb on the newest card that has one; throws where none has. */
  readonly clicks: (verb: string, how?: Reading) => Promise<Outcome>;
  /** Sends a click with any data at all from a card of this chat, as a forged client would. */
  readonly forges: (activityId: string, verb: string, data: object) => Promise<Outcome>;
  readonly says: (text: string) => Promise<Outcome>;
  readonly me: () => Promise<Me>;
  /** The newest round of theirs; throws where there is none. */
  readonly round: () => Promise<MyRound>;
  readonly calls: <B extends z.ZodType | null, A extends z.ZodType>(
    route: Route<B, A>,
    params: Readonly<Record<string, string>>,
    body?: BodyOf<B>,
  ) => Promise<z.output<A>>;
  /** As `calls`, where the refusal is the point. */
  readonly asks: <B extends z.ZodType | null, A extends z.ZodType>(
    route: Route<B, A>,
    params: Readonly<Record<string, string>>,
    body?: BodyOf<B>,
  ) => Promise<Result<z.output<A>, CallRefused>>;
};

const Token = z.object({ token: z.string() });

const chatting = (url: () => string, id: string, name: string) => {
  const chatPath = `/sandbox/chats/${id}`;
  const chat: Person['chat'] = (how = 'up-to-date') =>
    askSandbox(url(), how === 'as-sent' ? `${chatPath}?refresh=no` : chatPath, z.array(ChatMessage));
  const forges: Person['forges'] = (activityId, verb, data) =>
    askSandbox(url(), `${chatPath}/actions`, Outcome, { activityId, verb, data });
  const clicks: Person['clicks'] = async (verb, how) => {
    const messages = await chat(how);
    for (const { activityId, card } of messages.toReversed()) {
      const button = buttonsOf(card).find((one) => one.verb === verb);
      if (button !== undefined) return forges(activityId, verb, button.data);
    }
    throw new Error(`${name} has no card with ${verb}.`);
  };
  return { chat, clicks, forges, says: (text: string) => askSandbox(url(), `${chatPath}/messages`, Outcome, { text }) };
};

/** @param url asked for each call, since a restarted product has another port */
export const personAt = (url: () => string, { id, name }: { readonly id: string; readonly name: string }): Person => {
  const signIn = async () => ({ url: url(), token: (await askSandbox(url(), '/sandbox/token', Token, { personId: id })).token });
  const asks: Person['asks'] = async (route, params, body) => askRoute(await signIn(), route, params, body);
  const calls: Person['calls'] = async (route, params, body) => {
    const answer = await asks(route, params, body);
    if (answer.ok) return answer.value;
    throw new Error(
      `${name}: ${route.method} ${route.path} was refused: ${answer.error.status} ${answer.error.code} ${answer.error.message}`,
    );
  };
  const me = () => calls(routes.me, {});
  const round = async (): Promise<MyRound> => {
    const [newest] = (await me()).rounds;
    if (newest === undefined) throw new Error(`${name} is in no round.`);
    return newest;
  };
  return { id, name, ...chatting(url, id, name), me, round, calls, asks };
};
