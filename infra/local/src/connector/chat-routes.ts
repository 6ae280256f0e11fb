import { type Request, type RequestHandler, type Response, Router } from 'express';
import { terminal } from '../words/terminal.js';
import type { Account, Accounts } from './accounts.js';
import { type ChatMessage, unreadIn, visibleCard } from './chat.js';
import type { Chats } from './chats.js';
import { isObject, jsonBody, refuse, textAt, unreadable } from './json.js';
import type { Outcome } from './outcomes.js';
import type { Turns } from './turns.js';

export type ChatRoom = { readonly accounts: Accounts; readonly chats: Chats; readonly turns: Turns };

type Act = (account: Account, request: Request, response: Response) => void | Promise<void>;

/** A message as its reader sees it now. */
const asSeen = (message: ChatMessage) => ({
  activityId: message.activityId,
  from: message.from,
  text: message.text,
  card: visibleCard(message),
  at: message.at,
  summary: message.summary,
  edited: message.edited,
});

const forPerson =
  ({ accounts }: ChatRoom, act: Act): RequestHandler =>
  async (request, response) => {
    const account = accounts.byPerson(String(request.params.personId));
    if (account === undefined) refuse(response, 404, terminal.t('api.nobody'));
    else await act(account, request, response);
  };

/** Who has removed the app can read what it wrote, and no more. */
const withApp = (room: ChatRoom, act: Act): RequestHandler =>
  forPerson(room, (account, request, response) => {
    if (room.chats.of(account.person.id).installed) return act(account, request, response);
    return refuse(response, 409, terminal.t('api.removed', { path: '/sandbox/chats/{personId}/app' }));
  });

/** Answers with the bot's own status in the body; the request itself went well, whatever the bot thought of it. */
const answer = (response: Response, outcome: Outcome): void => void response.json(outcome);

const onMessage = (room: ChatRoom, act: (account: Account, message: ChatMessage, request: Request, response: Response) => Promise<void>) =>
  withApp(room, async (account, request, response) => {
    const activityId = textAt(request.body, 'activityId');
    const message = activityId === undefined ? undefined : room.chats.message(account.person.id, activityId);
    if (activityId === undefined) refuse(response, 400, terminal.t('api.activityMissing'));
    else if (message === undefined) refuse(response, 404, terminal.t('api.activityUnknown', { activityId }));
    else await act(account, message, request, response);
  });

const dataIn = (request: Request, response: Response) => {
  const data: unknown = request.body.data ?? {};
  if (isObject(data)) return data;
  refuse(response, 400, terminal.t('api.data'));
  return undefined;
};

const say = (room: ChatRoom): RequestHandler =>
  withApp(room, async (account, request, response) => {
    const text = textAt(request.body, 'text')?.trim();
    const replyTo = textAt(request.body, 'activityId');
    const value: unknown = request.body.value;
    if (value !== undefined && !isObject(value)) refuse(response, 400, terminal.t('api.value'));
    else if ((text === undefined || text === '') && value === undefined) refuse(response, 400, terminal.t('api.text'));
    else {
      const saying = {
        ...(text ? { text } : {}),
        ...(value === undefined ? {} : { value }),
        ...(replyTo === undefined ? {} : { replyTo }),
      };
      answer(response, await room.turns.say(account, saying));
    }
  });

const click = (room: ChatRoom): RequestHandler =>
  onMessage(room, async (account, message, request, response) => {
    const verb = textAt(request.body, 'verb');
    const data = dataIn(request, response);
    if (data === undefined) return;
    if (verb === undefined) refuse(response, 400, terminal.t('api.verb'));
    else answer(response, await room.turns.act(account, message, { verb, data }));
  });

const dialog = (room: ChatRoom): RequestHandler =>
  onMessage(room, async (account, message, request, response) => {
    const data = dataIn(request, response);
    if (data !== undefined) answer(response, await room.turns.dialog(account, message, data));
  });

const overview = ({ accounts, chats }: ChatRoom): RequestHandler => {
  const line = ({ person }: Account) => {
    const chat = chats.of(person.id);
    const last = [...chat.messages.values()].at(-1);
    return {
      personId: person.id,
      unread: unreadIn(chat),
      installed: chat.installed,
      last: last === undefined ? null : { from: last.from, text: last.summary ?? last.text, at: last.at },
    };
  };
  return (_request, response) => void response.json(accounts.all.map(line));
};

const addReading = (router: Router, room: ChatRoom): void => {
  router.get('/sandbox/chats', overview(room));
  router.get(
    '/sandbox/chats/:personId',
    forPerson(room, async (account, request, response) => {
      if (request.query.refresh !== 'no') await room.turns.refresh(account);
      response.json([...room.chats.of(account.person.id).messages.values()].map(asSeen));
    }),
  );
  router.post(
    '/sandbox/chats/:personId/read',
    forPerson(room, ({ person: { id: personId } }, _request, response) => {
      const activityId = [...room.chats.of(personId).messages.keys()].at(-1);
      if (activityId !== undefined && unreadIn(room.chats.of(personId)) > 0) room.chats.record({ kind: 'read', personId, activityId });
      response.json({ unread: 0 });
    }),
  );
};

/** `/sandbox/chats/…`: reading and acting in the chats, for the page and for programs (docs/sandbox.md). */
export const chatRoutes = (room: ChatRoom): Router => {
  const router = Router();
  addReading(router, room);
  router.post('/sandbox/chats/:personId/messages', ...jsonBody, say(room));
  router.post('/sandbox/chats/:personId/actions', ...jsonBody, click(room));
  router.post('/sandbox/chats/:personId/dialogs', ...jsonBody, dialog(room));
  router.put(
    '/sandbox/chats/:personId/app',
    forPerson(
      room,
      async (account, _request, response) => void response.json({ installed: true, introduced: await room.turns.install(account) }),
    ),
  );
  router.delete(
    '/sandbox/chats/:personId/app',
    forPerson(room, async (account, _request, response) => answer(response, await room.turns.remove(account))),
  );
  router.use('/sandbox/chats', unreadable);
  return router;
};
