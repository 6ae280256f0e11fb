import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// Stands in for the product: shows what reaches it, and in which time it lives.
type Environment = Readonly<Record<string, string | undefined>>;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
};

const routes: Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse, environment: Environment) => Promise<void> | void>
> = {
  '/ready': (_request, response) => void response.end('ready'),
  '/api/environment': (_request, response, environment) => void response.end(JSON.stringify(environment)),
  '/api/now': (_request, response) => void response.end(JSON.stringify({ now: new Date().toISOString() })),
  '/api/echo': async (request, response) => {
    const body = await bodyOf(request);
    response.writeHead(201, { 'content-type': 'application/json', connection: 'x-private', 'x-private': 'secret', 'x-public': 'yes' });
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
  },
  '/api/exit': () => process.exit(3),
  '/tab/': (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': "default-src 'self'; frame-ancestors https://teams.microsoft.com; object-src 'none'",
    });
    response.end('<h1>tab</h1>');
  },
};

export const start = async (environment: Environment) => {
  if (environment['HOST'] !== '127.0.0.1') {
    throw new Error('HOST is not loopback');
  }
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = routes[path];
    if (route === undefined) {
      response.writeHead(404).end(`the bot was asked ${request.url}`);
      return;
    }
    void route(request, response, environment);
  });
  await new Promise<void>((resolve) => server.listen(Number(environment['PORT']), '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      process.stderr.write('the bot was stopped in order\n');
      server.closeAllConnections();
      server.close();
    },
  };
};
