import type { Request, RequestHandler, Response } from 'express';
import type { Telemetry } from '../ports/telemetry.js';

/** Under this name goes what nobody is told of by itself: that somebody writes notes, answers the pulse, or asks somebody. */
const unnamed = 'unnamed';

/** A call of the table is known by its template; one whose doing leaves no line in the log has no name here either (S-20). */
export const measuredAs = (response: Response, template: string, isQuiet: boolean): void => {
  response.locals['measuredAs'] = isQuiet ? unnamed : template;
};

const routeOf = ({ route }: Request, { locals }: Response): string => {
  const known: unknown = locals['measuredAs'] ?? route?.path;
  return typeof known === 'string' ? known.replace(/:(\w+)/gu, '{$1}') : 'unmatched';
};

/** Notes each request by its template, its status, and how long it took until it was answered or given up. */
export const measureRequests =
  ({ note }: Pick<Telemetry, 'note'>): RequestHandler =>
  (request, response, next) => {
    const from = performance.now();
    response.once('close', () => {
      const took = performance.now() - from;
      // 499: whoever asked has gone, as proxies write it.
      const status = response.writableFinished ? response.statusCode : 499;
      note({ kind: 'request', method: request.method, route: routeOf(request, response), status, took });
    });
    next();
  };
