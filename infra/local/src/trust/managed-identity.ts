import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { listenOnLoopback } from './listen.js';
import { tokenLifeSeconds } from './tokens.js';

export type ManagedIdentityOptions = {
  readonly clientId: string;
  readonly issue: (resource: string) => Promise<string>;
  readonly now: () => Date;
};

export type ManagedIdentity = {
  /** IDENTITY_ENDPOINT and IDENTITY_HEADER of the bot process. */
  readonly endpoint: string;
  readonly header: string;
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly body: object };

const refusal = (status: number, message: string): Answer => ({ status, body: { statusCode: status, message } });

/** Answers as App Service does: `GET ?resource=&api-version=2019-08-01[&client_id=]` with the secret header. */
const answerOf = async (request: IncomingMessage, secret: Buffer, options: ManagedIdentityOptions): Promise<Answer> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const given = Buffer.from(String(request.headers['x-identity-header'] ?? ''));
  if (given.length !== secret.length || !timingSafeEqual(given, secret)) {
    return refusal(401, 'The header X-IDENTITY-HEADER is not the one of this process.');
  }
  const resource = url.searchParams.get('resource');
  if (request.method !== 'GET' || url.pathname !== '/msi/token' || url.searchParams.get('api-version') !== '2019-08-01' || !resource) {
    return refusal(400, 'Ask GET /msi/token with api-version 2019-08-01 and a resource.');
  }
  const clientId = url.searchParams.get('client_id') ?? options.clientId;
  if (clientId !== options.clientId) {
    return refusal(400, 'No user-assigned identity with this client id is bound to this process.');
  }
  const expires = Math.floor(options.now().getTime() / 1000) + tokenLifeSeconds;
  const token = await options.issue(resource);
  return { status: 200, body: { access_token: token, client_id: clientId, expires_on: String(expires), resource, token_type: 'Bearer' } };
};

/** Starts the endpoint from which the bot process gets the tokens of its managed identity, on a free loopback port. */
export const startManagedIdentity = async (options: ManagedIdentityOptions): Promise<ManagedIdentity> => {
  const header = randomUUID();
  const secret = Buffer.from(header);
  const server = createServer((request, response) => {
    const failed = (cause: unknown): Answer => refusal(500, String(cause));
    void answerOf(request, secret, options)
      .catch(failed)
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });
  const { port, stop } = await listenOnLoopback(server, 0);
  return { endpoint: `http://127.0.0.1:${port}/msi/token`, header, stop };
};
