import { randomUUID } from 'node:crypto';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { boardHandlers } from './board-handlers.js';
import { noStore, securityHeaders } from './headers.js';
import { leaderHandlers } from './leader-handlers.js';
import { openApi } from './openapi.js';
import { organiserHandlers } from './organiser-handlers.js';
import { probes, type Readiness } from './probes.js';
import { refuse } from './refused.js';
import { type ApiOptions, apiRouter } from './register.js';
import { roundHandlers } from './round-handlers.js';

export type ServerOptions = Omit<ApiOptions, 'handlers'> & {
  readonly readiness: Readiness;
  readonly frameAncestors: readonly string[];
  /** Where the built tab lies; null when it is not built. */
  readonly tabFolder: string | null;
  /** Answers `POST /api/messages`; stands before anything that reads a body. */
  readonly messages: RequestHandler;
};

/** A pasted list of 20,000 addresses fits (S-21). */
const largestBody = '2mb';

const unread: ErrorRequestHandler = (error: { readonly status?: number }, request, response, _next) => {
  const words = wordsFor(request.acceptsLanguages()[0] ?? 'en');
  const status = error.status === 413 ? 413 : 400;
  const message = status === 413 ? words.t('api.tooLarge') : words.t('api.unreadable');
  refuse(response, randomUUID(), { status, code: status === 413 ? 'too-large' : 'unreadable-body', message });
};

const nothingHere: RequestHandler = (request, response) => {
  const words = wordsFor(request.acceptsLanguages()[0] ?? 'en');
  refuse(response, randomUUID(), { status: 404, code: 'not-found', message: words.t('refused.notFound') });
};

const serveTab = (server: Express, folder: string): void => {
  const files = express.static(folder, { index: 'index.html', setHeaders: (response) => void response.set('Cache-Control', 'no-cache') });
  server.use('/tab', files);
  server.get('/tab/{*place}', (_request, response) => response.sendFile('index.html', { root: folder }));
};

/** Everything the process answers over HTTP: the bot's endpoint, the tab's API, the tab itself and the probes. */
export const createServer = (options: ServerOptions): Express => {
  const server = express();
  server.disable('x-powered-by');
  server.set('query parser', 'simple');
  server.use(securityHeaders(options.frameAncestors));
  server.use(probes(options.readiness));
  server.post('/api/messages', options.messages);
  server.use('/api', noStore, express.json({ limit: largestBody, type: 'application/json' }));
  server.get('/api/openapi.json', (_request, response) => void response.json(openApi()));
  const handlers = { ...leaderHandlers, ...organiserHandlers, ...roundHandlers, ...boardHandlers };
  server.use(apiRouter({ ...options, handlers }));
  server.use('/api', nothingHere);
  if (options.tabFolder !== null) serveTab(server, options.tabFolder);
  server.use(nothingHere);
  server.use(unread);
  return server;
};
