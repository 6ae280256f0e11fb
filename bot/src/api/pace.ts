import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';

/** Calls of one person in a minute; a tab that asks every second needs sixty, and somebody may have several open (S-21). */
export const callsAMinute = 300;

/** Whether this person may call now; a minute in which they called too often does not touch anybody else (S-21). */
export type Pace = (request: Request, response: Response, person: PersonId) => Promise<boolean>;

/** Counts the calls of each person in this process; the answers carry the figures (`RateLimit`, and `Retry-After` when refused). */
export const createPace = (most = callsAMinute): Pace => {
  const calls = new WeakMap<Request, { readonly person: PersonId; readonly tooMany: () => void }>();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its own doubts are about addresses behind proxies; people are counted by their token.
    validate: false,
    keyGenerator: (request) => calls.get(request)?.person ?? '',
    handler: (request) => calls.get(request)?.tooMany(),
  });
  return (request, response, person) =>
    new Promise((resolve, reject) => {
      calls.set(request, { person, tooMany: () => resolve(false) });
      void limit(request, response, (fault?: unknown) => (fault === undefined ? resolve(true) : reject(fault)));
    });
};
