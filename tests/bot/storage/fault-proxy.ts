import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one request: `lost`: carried out, the answer never arrives. `busy`: refused with 503. `unheard`: never arrives itself. */
export type Fate = 'through' | 'lost' | 'busy' | 'unheard' | 'emptyPage';
export type FaultProxy = {
  readonly url: string;
  /** The fates of the next requests; afterwards everything goes through. */
  readonly next: (...fates: readonly Fate[]) => void;
  readonly seen: () => number;
  readonly stop: () => Promise<void>;
};

const bodyOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

/** The continuation of our own empty page leads to the first page: the store knows nothing of it. */
const withoutOurs = (path = ''): string => path.replace(/&?Next(Partition|Row)Key=invented/gi, '');

const forwarded = (target: URL, incoming: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const settings = {
      host: target.hostname,
      port: target.port,
      method: incoming.method,
      path: withoutOurs(incoming.url),
      headers: incoming.headers,
    };
    const outgoing = request(settings, (answer) => {
      bodyOf(answer).then((read) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }), reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const reply = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { 'transfer-encoding': _chunked, 'content-length': _length, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
};

const busy: Answer = {
  status: 503,
  headers: { 'content-type': 'application/json', 'x-ms-error-code': 'ServerBusy' },
  body: Buffer.from('{"odata.error":{"code":"ServerBusy","message":{"lang":"en","value":"busy"}}}'),
};

/** An answer of Azure's that the embedded store never gives: no rows, and yet more to come. */
const emptyPage: Answer = {
  status: 200,
  headers: {
    'content-type': 'application/json;odata=minimalmetadata',
    'x-ms-continuation-nextpartitionkey': 'invented',
    'x-ms-continuation-nextrowkey': 'invented',
  },
  body: Buffer.from('{"value":[]}'),
};

const meet = async (fate: Fate, target: URL, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await bodyOf(incoming);
  if (fate === 'unheard') return void incoming.socket.destroy();
  if (fate === 'busy') return reply(response, busy);
  if (fate === 'emptyPage') return reply(response, emptyPage);
  const answer = await forwarded(target, incoming, body);
  if (fate === 'lost') incoming.socket.destroy();
  else reply(response, answer);
};

/** A line to the store on which things go wrong as told. */
export const startFaultProxy = async (tableUrl: string): Promise<FaultProxy> => {
  const target = new URL(tableUrl);
  let fates: Fate[] = [];
  let seen = 0;
  const server = createServer((incoming, response) => {
    seen += 1;
    meet(fates.shift() ?? 'through', target, incoming, response).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    next: (...wanted) => {
      fates = [...wanted];
      seen = 0;
    },
    seen: () => seen,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
