import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** teams-js asks this host for the list of domains that may hold the tab. */
const teamsCdn = 'https://res.cdn.office.net';

/**
 * Headers of every answer: the tab may be framed by Teams alone, and runs no script but its own (S-12). In a browser of its own it asks
 * Entra for the tokens of whoever signs in.
 */
export const securityHeaders = (frameAncestors: readonly string[], entra: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Fluent writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:', teamsCdn],
        connectSrc: ["'self'", teamsCdn, entra],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [...frameAncestors],
      },
    },
    // Frame ancestors say it; the older header cannot name several hosts.
    frameguard: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: false,
  });

/** Answers of the API are never kept by anybody between. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
