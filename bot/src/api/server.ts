import { browserSignInPath } from '@coaching-pairs/shared/wire/browser-sign-in';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { failureFields, type Log } from '../ports/log.js';
import { noTelemetry, type Telemetry } from '../ports/telemetry.js';
import { auditHandlers } from './audit-handlers.js';
import { awaydayHandlers } from './awayday-handlers.js';
import { boardHandlers } from './board-handlers.js';
import { browserSignIn } from './browser-sign-in.js';
import { choosingHandlers } from './choosing-handlers.js';
import { closingHandlers } from './closing-handlers.js';
import { correlate, correlationOf } from './correlation.js';
import { deliveryHandlers } from './delivery-handlers.js';
import { engagementHandlers } from './engagement-handlers.js';
import { feedbackHandlers } from './feedback-handlers.js';
import { noStore, securityHeaders } from './headers.js';
import { leaderHandlers } from './leader-handlers.js';
import { leadingHandlers } from './leading-handlers.js';
import { legalPages } from './legal-pages.js';
import { measureRequests } from './measure-requests.js';
import { meetingHandlers } from './meeting-handlers.js';
import { noteHandlers } from './note-handlers.js';
import { openApi } from './openapi.js';
import { openingHandlers } from './opening-handlers.js';
import { organiserHandlers } from './organiser-handlers.js';
import { pairHandlers } from './pair-handlers.js';
import { peopleHandlers } from './people-handlers.js';
import { probes, type Readiness } from './probes.js';
import { progressHandlers } from './progress-handlers.js';
import { refuse, wordsOf } from './refused.js';
import { type ApiOptions, apiRouter } from './register.js';
import { roundHandlers } from './round-handlers.js';
import { sessionHandlers } from './session-handlers.js';
import { type SignInWindow, signInWindow } from './sign-in-window.js';
import { twoTwoHandlers } from './two-two-handlers.js';
import { wishHandlers } from './wish-handlers.js';

export type ServerOptions = Omit<ApiOptions, 'handlers'> & {
  readonly readiness: Readiness;
  readonly frameAncestors: readonly string[];
  /** Where the built tab lies; null when it is not built. */
  readonly tabFolder: string | null;
  readonly signInWindow: SignInWindow;
  /** Answers `POST /api/messages`; stands before anything that reads a body. */
  readonly messages: RequestHandler;
  readonly telemetry?: Pick<Telemetry, 'note'>;
};

/** An address that cannot be read is the caller's fault; whatever else comes here is ours, and is said by its number alone (S-19). */
const failed =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const words = wordsOf(request);
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return refuse(log, response, { status: 400, code: 'unreadable', message: words.t('api.unreadable') }, { what: 'server' });
    }
    const message = words.t('failed', { correlationId: correlationOf(response) });
    refuse(log, response, { status: 500, code: 'failed', message }, { what: 'server', ...failureFields(error) });
  };

const nothingHere =
  (log: Log): RequestHandler =>
  (request, response) => {
    refuse(log, response, { status: 404, code: 'not-found', message: wordsOf(request).t('refused.notFound') }, { what: 'nothing' });
  };

const serveTab = (server: Express, folder: string): void => {
  const files = express.static(folder, { index: 'index.html', setHeaders: (response) => void response.set('Cache-Control', 'no-cache') });
  server.use('/tab', files);
  server.get('/tab/{*place}', (_request, response) => response.sendFile('index.html', { root: folder }));
};

/** Connections that were kept open end with their next answer, so that the process can. */
const closeWhenStopping =
  ({ stopping }: Readiness): RequestHandler =>
  (_request, response, next) => {
    if (stopping()) response.set('Connection', 'close');
    next();
  };

/** What each call of the tab's API does. */
const handlers = {
  ...leaderHandlers,
  ...leadingHandlers,
  ...progressHandlers,
  ...organiserHandlers,
  ...roundHandlers,
  ...openingHandlers,
  ...peopleHandlers,
  ...awaydayHandlers,
  ...feedbackHandlers,
  ...boardHandlers,
  ...deliveryHandlers,
  ...auditHandlers,
  ...sessionHandlers,
  ...noteHandlers,
  ...pairHandlers,
  ...wishHandlers,
  ...choosingHandlers,
  ...closingHandlers,
  ...twoTwoHandlers,
  ...engagementHandlers,
  ...meetingHandlers,
};

/** Everything the process answers over HTTP: the bot's endpoint, the tab's API, the tab itself and the probes. */
export const createServer = (options: ServerOptions): Express => {
  const { log, readiness, frameAncestors, tabFolder, messages } = options;
  const server = express();
  const described = openApi();
  server.disable('x-powered-by');
  // What nobody may keep need not be reckoned a tag of; files have theirs.
  server.set('etag', false);
  server.set('query parser', 'simple');
  server.use(correlate, closeWhenStopping(readiness), securityHeaders(frameAncestors, options.signInWindow.entra));
  server.use(probes(readiness));
  server.use(measureRequests(options.telemetry ?? noTelemetry));
  server.use('/api', noStore);
  server.post('/api/messages', messages);
  server.get('/api/openapi.json', (_request, response) => void response.json(described));
  server.use(apiRouter({ ...options, handlers }));
  server.use(legalPages());
  server.get('/tab/sign-in', signInWindow(options.signInWindow));
  server.get(browserSignInPath, browserSignIn(options.signInWindow));
  if (tabFolder !== null) serveTab(server, tabFolder);
  server.use(nothingHere(log), failed(log));
  return server;
};
