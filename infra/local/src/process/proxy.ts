import { Agent, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { pipeline } from 'node:stream';
import { terminal } from '../words/terminal.js';

/** Headers that belong to one connection, not to the message (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const forwarded = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...hopByHop, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
};

/**
 * The path as the bot would understand it, or undefined for what cannot be read. Encoded, doubled, dotted and capital
 * spellings of one path come out the same.
 */
const plainPath = (path: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(new URL(`http://bot${path}`).pathname).replace(/[\\/]+/g, '/');
    return new URL(`http://bot${decoded}`).pathname.toLowerCase();
  } catch {
    return undefined;
  }
};

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Whether a path is the product's: the tab and its API. The bot's own endpoint is never reached from outside the connector. */
export const isForwarded = (path: string): boolean => {
  const plain = plainPath(path);
  const [raw = ''] = path.split('?');
  return plain !== undefined && (isBelow(raw, '/tab') || raw.startsWith('/api/')) && !isBelow(plain, '/api/messages');
};

/** The page of the sandbox may show the tab in a frame; the product's own header does not know it. */
export const withSelfAsAncestor = (policy: string): string =>
  policy.replace(/(^|;)(\s*frame-ancestors)([^;]*)/i, (_all, start: string, name: string, sources: string) => {
    const kept = sources.replace(/'none'/i, '').trim();
    return `${start}${name} 'self'${kept === '' ? '' : ` ${kept}`}`;
  });

const answerHeaders = (path: string, headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const kept = forwarded(headers);
  const policy = kept['content-security-policy'];
  return typeof policy === 'string' && isBelow(path.split('?')[0] ?? '', '/tab')
    ? { ...kept, 'content-security-policy': withSelfAsAncestor(policy) }
    : kept;
};

export type Proxy = {
  /** Streams the request to the bot and its answer back. */
  readonly forward: (request: IncomingMessage, response: ServerResponse) => void;
  readonly stop: () => void;
};

/** @param botUrl asked for each request; throws while the bot is not there */
export const createProxy = (botUrl: () => string): Proxy => {
  // A kept connection may be closed by the bot in the moment of its next use; on this machine a new one costs nothing.
  const agent = new Agent({ keepAlive: false });
  const unreachable = (response: ServerResponse): void => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .writeHead(502, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message: terminal.t('api.botSilent') } }));
  };
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    const target = new URL(botUrl());
    const outgoing = send({
      agent,
      host: target.hostname,
      port: target.port,
      path,
      method: request.method,
      headers: { ...forwarded(request.headers), host: target.host },
    });
    outgoing.on('response', (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, answerHeaders(path, incoming.headers));
      pipeline(incoming, response, () => undefined);
    });
    outgoing.on('error', () => unreachable(response));
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  };
  return { forward, stop: () => agent.destroy() };
};
