import type { RequestHandler, Response } from 'express';

/** What the page is told while it is open. */
export type LiveEvent =
  | { readonly type: 'chat' | 'read'; readonly personId: string; readonly summary?: string }
  | { readonly type: 'typing'; readonly personId: string }
  | { readonly type: 'clock'; readonly now: string };

export type Live = { readonly tell: (event: LiveEvent) => void; readonly stream: RequestHandler; readonly close: () => void };

const heartbeatMs = 15_000;

/** Server-sent events, one line of JSON each. */
export const createLive = (): Live => {
  const open = new Set<Response>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    tell: (event) => {
      for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    stream: (_request, response) => {
      response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
      response.flushHeaders();
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
};
