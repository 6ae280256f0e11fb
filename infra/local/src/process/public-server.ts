import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { refuse } from '../connector/json.js';
import { type Listening, listenOnLoopback } from '../trust/listen.js';
import { terminal } from '../words/terminal.js';
import { createProxy, isForwarded } from './proxy.js';

/**
 * Only a page of this origin may ask: a name that somebody else's DNS points at this machine is refused by its Host header,
 * another site's form or script by its Origin.
 */
export const ownOriginOnly =
  (port: () => number): RequestHandler =>
  (request, response, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = request.headers.host ?? '';
    const { origin } = request.headers;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!hosts.includes(host)) {
      refuse(response, 421, terminal.t('api.here', { address: `http://127.0.0.1:${port()}` }));
    } else if (!reads && origin !== undefined && origin !== `http://${host}`) {
      refuse(response, 403, terminal.t('api.otherPage'));
    } else {
      next();
    }
  };

const failed: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  refuse(response, status, terminal.t(status < 500 ? 'api.unreadable' : 'api.mistake'));
};

export type PublicServer = Listening & {
  /** Adds what is served, in the order of the calls; then the proxy to the bot. */
  readonly serve: (routers: readonly Router[], botUrl: () => string) => void;
};

/** Opens the one address that people see, on 127.0.0.1. Throws `PortTaken`. */
export const openPublicServer = async (wantedPort: number): Promise<PublicServer> => {
  const app = express().disable('x-powered-by');
  let port = wantedPort;
  let stopProxy = (): void => undefined;
  app.use(ownOriginOnly(() => port));
  const listening = await listenOnLoopback(createServer(app), wantedPort);
  port = listening.port;
  return {
    port,
    serve: (routers, botUrl) => {
      const proxy = createProxy(botUrl);
      stopProxy = proxy.stop;
      for (const router of routers) {
        app.use(router);
      }
      app.use((request, response, next) => (isForwarded(request.url) ? proxy.forward(request, response) : next()));
      app.use((_request, response) => refuse(response, 404, terminal.t('api.nothing')));
      app.use(failed);
    },
    stop: async () => {
      stopProxy();
      await listening.stop();
    },
  };
};
