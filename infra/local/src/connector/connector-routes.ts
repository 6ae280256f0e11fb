import express, { type RequestHandler, type Response, Router } from 'express';
import { audiences, type SandboxContext } from '../parts.js';
import { type Account, type Accounts, botAccountOf } from './accounts.js';
import type { CardJson } from './chat.js';
import type { Chats } from './chats.js';
import type { Fault, Faults } from './faults.js';
import { isObject, type JsonObject, objectAt, textAt } from './json.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
/** Teams' own limit for one message, in bytes. */
const largestMessage = 28 * 1024;

export type ConnectorRoom = {
  readonly context: Pick<SandboxContext, 'ids' | 'trust'>;
  readonly accounts: Accounts;
  readonly chats: Chats;
  readonly faults: Faults;
  /** Called when the bot shows that it is busy with an answer. */
  readonly typing: (personId: string) => void;
};

const fail = (response: Response, status: number, code: string, message: string): void => {
  response.status(status).json({ error: { code, message } });
};

const cardIn = (activity: JsonObject): CardJson | null => {
  const attachments: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const found = attachments.find((attachment) => textAt(attachment, 'contentType') === cardType);
  return found === undefined ? null : objectAt(found, 'content');
};

const saidIn = (activity: JsonObject) => ({
  text: textAt(activity, 'text') ?? null,
  card: cardIn(activity),
  summary: textAt(activity, 'summary') ?? null,
});

const memberOf = ({ person, userId }: Account, tenantId: string) => ({
  id: userId,
  name: person.name,
  aadObjectId: person.id,
  objectId: person.id,
  email: person.mail,
  userPrincipalName: person.mail,
  tenantId,
  userRole: 'user',
});

const refuseWith = (response: Response, fault: Fault): void => {
  if (fault.kind === 'throttled') {
    if (fault.retryAfter !== undefined) response.set('Retry-After', fault.retryAfter);
    fail(response, 429, 'TooManyRequests', 'API calls quota exceeded');
  } else if (fault.kind === 'precondition') fail(response, 412, 'PreconditionFailed', 'Precondition failed, please retry.');
  else if (fault.kind === 'refused') fail(response, fault.status, fault.code, 'The request was refused.');
  else if (fault.kind === 'accepted-then-failed') fail(response, fault.status, 'BadGateway', 'The answer was lost.');
  else response.destroy();
};

/** Runs the delivery unless it meets a fault; where the fault comes after delivery, does both. */
const deliver = (room: ConnectorRoom, response: Response, method: string, account: Account, work: () => JsonObject): void => {
  const fault = room.faults.take({ method, personId: account.person.id });
  if (fault === undefined) {
    response.status(method === 'POST' ? 201 : 200).json(work());
    return;
  }
  if (fault.kind.startsWith('accepted')) work();
  refuseWith(response, fault);
};

/** Only the bot itself may write, with a token for the connector. */
const onlyTheBot =
  ({ context }: ConnectorRoom): RequestHandler =>
  async (request, response, next) => {
    const caller = await context.trust.callerOf(request.get('authorization'), audiences.connector);
    if (caller === undefined) fail(response, 401, 'BotNotAuthenticated', 'Authorization has been denied for this request.');
    else if (caller.kind !== 'app' || caller.appId !== context.ids.botAppId)
      fail(response, 403, 'BotNotRegistered', 'This caller is no bot of this tenant.');
    else next();
  };

const createConversation =
  ({ context, accounts, chats }: ConnectorRoom): RequestHandler =>
  (request, response) => {
    const members: readonly unknown[] = Array.isArray(request.body?.members) ? request.body.members : [];
    const tenantId = textAt(objectAt(objectAt(request.body, 'channelData'), 'tenant'), 'id') ?? textAt(request.body, 'tenantId');
    const account = accounts.byMember(textAt(members[0], 'id') ?? textAt(members[0], 'aadObjectId') ?? '');
    if (members.length !== 1) fail(response, 400, 'BadSyntax', 'A personal chat has exactly one member beside the bot.');
    else if (tenantId !== context.ids.tenantId) fail(response, 403, 'ForbiddenOperationException', 'The bot may not write to this tenant.');
    else if (account === undefined) fail(response, 404, 'UserNotFound', 'There is nobody of that id.');
    else if (!chats.of(account.person.id).installed)
      fail(response, 403, 'BotNotInConversationRoster', 'This person does not have the app.');
    else response.status(201).json({ id: account.conversationId });
  };

type WithAccount = (account: Account, request: Parameters<RequestHandler>[0], response: Response) => void;

const inChat =
  ({ accounts, chats }: ConnectorRoom, work: WithAccount): RequestHandler =>
  (request, response) => {
    const account = accounts.byConversation(String(request.params.conversationId));
    if (account === undefined) fail(response, 404, 'ConversationNotFound', 'Conversation not found.');
    else if (!chats.of(account.person.id).installed)
      fail(response, 403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    else work(account, request, response);
  };

const sendActivity = (room: ConnectorRoom): RequestHandler =>
  inChat(room, (account, request, response) => {
    const activity: unknown = request.body;
    const personId = account.person.id;
    if (!isObject(activity) || textAt(activity, 'type') === undefined) fail(response, 400, 'BadSyntax', 'The activity has no type.');
    else if (activity.type === 'typing') {
      room.typing(personId);
      response.status(202).json({ id: String(room.chats.moment()) });
    } else if (JSON.stringify(activity).length > largestMessage) fail(response, 413, 'MessageSizeTooBig', 'Message size too large.');
    else deliver(room, response, 'POST', account, () => ({ id: room.chats.post(personId, { from: 'bot', ...saidIn(activity) }) }));
  });

const changeActivity = (room: ConnectorRoom): RequestHandler =>
  inChat(room, (account, request, response) => {
    const activityId = String(request.params.activityId);
    const personId = account.person.id;
    const removal = request.method === 'DELETE';
    if (room.chats.message(personId, activityId)?.from !== 'bot')
      fail(response, 404, 'ActivityNotFoundInConversation', 'There is no such message of the bot.');
    else if (!removal && JSON.stringify(request.body).length > largestMessage)
      fail(response, 413, 'MessageSizeTooBig', 'Message size too large.');
    else
      deliver(room, response, request.method, account, () => {
        if (removal) room.chats.record({ kind: 'deleted', personId, activityId });
        else room.chats.record({ kind: 'updated', personId, activityId, ...saidIn(request.body) });
        return { id: activityId };
      });
  });

const addMembers = (router: Router, room: ConnectorRoom): void => {
  const base = '/v3/conversations/:conversationId';
  const { tenantId } = room.context.ids;
  router.get(
    `${base}/members`,
    inChat(room, (account, _request, response) => void response.json([memberOf(account, tenantId)])),
  );
  router.get(
    `${base}/pagedmembers`,
    inChat(room, (account, _request, response) => void response.json({ members: [memberOf(account, tenantId)] })),
  );
  router.get(
    `${base}/members/:memberId`,
    inChat(room, (account, request, response) => {
      const asked = String(request.params.memberId);
      if (room.accounts.byMember(asked) === account) response.json(memberOf(account, tenantId));
      else if (asked === botAccountOf(room.context).id) response.json(botAccountOf(room.context));
      else fail(response, 404, 'MemberNotFoundInConversation', 'There is no such member.');
    }),
  );
};

/** The Bot Connector's part that a bot with personal chats needs; mounted below `/connector` of the trusted origin. */
export const connectorRoutes = (room: ConnectorRoom): Router => {
  const router = Router();
  const base = '/v3/conversations/:conversationId/activities';
  router.use(onlyTheBot(room), express.json({ limit: '1mb' }));
  router.post('/v3/conversations', createConversation(room));
  router.post([base, `${base}/:replyTo`], sendActivity(room));
  router.put(`${base}/:activityId`, changeActivity(room));
  router.delete(`${base}/:activityId`, changeActivity(room));
  addMembers(router, room);
  router.use((_request, response) => fail(response, 404, 'NotFound', 'The connector has no such operation here.'));
  return router;
};
