import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { audiences } from '@coaching-pairs/local/parts';
import type { Trust } from '@coaching-pairs/local/trust/trust';
import express from 'express';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { ask, managedIdentityToken } from '../trust/trust-house.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into activities of every kind
export type Received = any;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
export type Asked = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: any };

/** One call of the connector, by default with the bot's own token. */
export type Call = (
  path: string,
  options?: { readonly method?: string; readonly body?: unknown; readonly token?: string | null },
) => Promise<Asked>;

export const callConnector =
  (trust: Trust): Call =>
  async (path, { method, body, token } = {}) => {
    const ca = await readFile(trust.authorityFile);
    const bearer = token === undefined ? await managedIdentityToken(trust, audiences.connector) : token;
    const headers = { 'content-type': 'application/json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${trust.origin}/connector${path}`,
        { ca, method: method ?? (body === undefined ? 'GET' : 'POST'), headers },
        (incoming) => {
          let text = '';
          incoming.on('data', (part) => {
            text += part;
          });
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  };

/** What the bot does with an activity: `status` and `body` of the answer to the connector. */
export type Script = (
  activity: Received,
  bot: ScriptedBot,
) =>
  | Promise<{ readonly status: number; readonly body?: unknown } | undefined>
  | { readonly status: number; readonly body?: unknown }
  | undefined;

export type ScriptedBot = {
  readonly url: string;
  readonly received: Received[];
  script: Script;
  ready: boolean;
  /** Sends a card or a text into the conversation of an activity, as a bot answers. */
  readonly reply: (
    activity: Received,
    message: { readonly text?: string; readonly card?: unknown; readonly summary?: string },
  ) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const attachmentOf = (card: unknown) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: card });

/** A bot of a few lines behind a real endpoint: it refuses every token that the Bot Framework's rules refuse. */
export const openScriptedBot = async (trust: Trust, tabPage = ''): Promise<ScriptedBot> => {
  const app = express();
  const call = callConnector(trust);
  const server = createServer(app);
  const keys = await ask(trust, '/botframework/v1/.well-known/keys');
  const jwks = createLocalJWKSet({ keys: JSON.parse(JSON.stringify(keys.body.keys)) });
  const bot: ScriptedBot = {
    url: '',
    received: [],
    script: () => undefined,
    ready: true,
    reply: async (activity, { text, card, summary }) => {
      const body = { type: 'message', text, summary, attachments: card === undefined ? [] : [attachmentOf(card)] };
      const path = `/v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities/${encodeURIComponent(activity.id)}`;
      return (await call(path, { body })).body.id;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  app.get('/ready', (_request, response) => void response.status(bot.ready ? 200 : 503).end());
  app.get('/tab/', (_request, response) => void response.type('html').send(tabPage));
  app.post('/api/messages', express.json(), async (incoming, response) => {
    const token = (incoming.get('authorization') ?? '').replace('Bearer ', '');
    const { payload } = await jwtVerify(token, jwks, {
      issuer: 'https://api.botframework.com',
      audience: trust.ids.botAppId,
      clockTolerance: '400d',
    });
    if (payload.serviceurl !== incoming.body.serviceUrl) throw new Error('The token is for another service.');
    bot.received.push(incoming.body);
    const { status, body } = (await bot.script(incoming.body, bot)) ?? { status: 200 };
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(bot, { url: `http://127.0.0.1:${port}` });
};
