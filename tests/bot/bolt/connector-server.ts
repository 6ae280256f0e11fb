import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Record<string, unknown>;
};

export type Scripted =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'reset'
  | 'silence';

export type ConnectorServer = {
  readonly origin: string;
  readonly received: Received[];
  /** What is answered from now on, whatever is asked; undefined goes back to accepting. */
  answer(scripted: Scripted | undefined): void;
  /** True: from now on a connection is closed under whoever uses it a second time, as one that was idle too long. */
  closeWhenReused(does: boolean): void;
  stop(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

/** A Bot Connector over HTTP that accepts everything, or answers as it is told, and remembers what it got. */
export async function startConnector(): Promise<ConnectorServer> {
  const received: Received[] = [];
  let script: Scripted | undefined;
  let closesReused = false;
  const used = new WeakSet<Socket>();
  const server = createServer((request, response) => {
    if (closesReused && used.has(request.socket)) return void request.socket.destroy();
    used.add(request.socket);
    void bodyOf(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      received.push({ method, path, authorization: headers.authorization ?? '', body });
      if (script === 'reset') return void request.socket.destroy();
      if (script === 'silence') return;
      const id = path.endsWith('/v3/conversations') ? 'a:opened' : `activity-${received.length}`;
      const { status, headers: extra = {}, body: answer = { id } } = script ?? { status: 200 };
      response.writeHead(status, { 'Content-Type': 'application/json', ...extra }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (scripted) => {
      script = scripted;
    },
    closeWhenReused: (does) => {
      closesReused = does;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
