import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '@coaching-pairs/bot/bolt/app';
import type { CheckToken } from '@coaching-pairs/bot/bolt/gate';
import { createTeamsReceiver, type TeamsReceiver } from '@coaching-pairs/bot/bolt/teams-receiver';
import type { ConversationReference } from '@coaching-pairs/bot/ports/conversations';
import { createBotTokenCheck } from '@coaching-pairs/bot/sign-in/bot-token';
import { createKeySet } from '@coaching-pairs/bot/sign-in/key-set';
import { personId } from '@coaching-pairs/shared/ids';
import type { JWTPayload } from 'jose';
import { type KeyServer, newKey, signed, startKeyServer, type TestKey } from '../sign-in/key-server.js';
import { type MovingClock, movingClock } from '../sign-in/moving-clock.js';
import { recordedLog } from '../sign-in/recorded-log.js';
import { type ConnectorServer, startConnector } from './connector-server.js';

export const tenantId = '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50';
export const botAppId = '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f';
export const priya = personId('a3b1c2d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d');
export const sam = personId('b4c2d3e5-f6a7-4b8c-9d0e-1f2a3b4c5d6e');
export const botIssuer = 'https://api.botframework.com';

type Json = Record<string, unknown>;
export type Answer = { readonly status: number; readonly body: Json; readonly text: string };

/** The whole of the bot's transport on real HTTP: key server, connector, endpoint, and an app that is the test's to fill. `checkToken` replaces the gate's own check, `given` the app. */
export async function startBot(checkToken?: CheckToken, given?: Parts['app']) {
  const clock = movingClock();
  const log = recordedLog();
  const [keyServer, connector, key] = await Promise.all([startKeyServer(botIssuer), startConnector(), newKey('connector-1')]);
  keyServer.announce({ key, endorsements: ['msteams'] });
  const app = createApp({
    contextOf: ({ actor }) => ({ person: actor.personId }),
    logger: log,
    texts: {
      notUnderstood: () => 'Sorry, I did not understand that.',
      failed: (_locale, correlationId) => `Something went wrong. Please quote ${correlationId}.`,
    },
  });
  const { receiver, setToken } = receiverFor({ app: given ?? app, checkToken, clock, log, keyServer, connector });
  const server = createServer((request, response) => void receiver.handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const tools = toolsFor(url, connector, key, clock);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await Promise.all([new Promise((resolve) => server.close(resolve)), keyServer.stop(), connector.stop()]);
  };
  return { app, clock, connector, key, keyServer, log, receiver, sender: receiver.sender, setToken, stop, url, ...tools };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;

type Parts = {
  readonly app: Parameters<typeof createTeamsReceiver>[0]['app'];
  readonly checkToken: CheckToken | undefined;
  readonly clock: MovingClock;
  readonly log: ReturnType<typeof recordedLog>;
  readonly keyServer: KeyServer;
  readonly connector: ConnectorServer;
};

function receiverFor({ app, checkToken, clock, log, keyServer, connector }: Parts): {
  receiver: TeamsReceiver;
  setToken(token: string | undefined): void;
} {
  let token: string | undefined = 'connector-token';
  const { metadataUrl } = keyServer;
  const keys = createKeySet({ metadataUrl, issuer: botIssuer, clock, log });
  const receiver = createTeamsReceiver({
    app,
    botAppId,
    tenantId,
    checkToken: checkToken ?? createBotTokenCheck({ keys, clock, issuer: botIssuer, botAppId }),
    trust: {
      entra: keyServer.origin,
      botMetadata: metadataUrl,
      botTokenIssuer: botIssuer,
      connectorScope: 'https://api.botframework.com/.default',
      connectorUrl: `${connector.origin}/`,
      connectorOrigins: [connector.origin],
    },
    credentials: {
      getToken: async () => {
        if (token === undefined) throw new Error('No identity here');
        return { token };
      },
    },
    clock,
    log,
  });
  return {
    receiver,
    setToken: (next) => {
      token = next;
    },
  };
}

function toolsFor(url: string, connector: ConnectorServer, key: TestKey, clock: MovingClock) {
  const serviceUrl = `${connector.origin}/emea/`;
  const claims = (): JWTPayload => ({
    iss: botIssuer,
    aud: botAppId,
    serviceurl: serviceUrl,
    nbf: clock.seconds() - 10,
    exp: clock.seconds() + 3600,
  });
  const post = async (activity: unknown, token: string | undefined, extra: Record<string, string> = {}): Promise<Answer> => {
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization, ...extra },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {}, text };
  };
  const activity = (own: Json): Json => ({
    id: 'activity-in',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:priya', name: 'Priya Raman', aadObjectId: priya },
    recipient: { id: `28:${botAppId}`, name: 'Coaching Pairs' },
    conversation: { id: 'a:priya', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', timezone: 'Europe/London', platform: 'Web' }],
    ...own,
  });
  const send = async (own: Json): Promise<Answer> => post(activity(own), await signed(key, claims()));
  const click = (verb: string, data: unknown, own: Json = {}): Promise<Answer> =>
    send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'card-1',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...own,
    });
  const say = (text: string): Promise<Answer> => send({ type: 'message', text });
  const reference: ConversationReference = { tenantId, personId: priya, conversationId: 'a:priya', serviceUrl, botId: `28:${botAppId}` };
  return { activity, claims, click, post, reference, say, send, serviceUrl };
}
