import { type Words, wordsFor } from '@coaching-pairs/shared/words/words';
import type { Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Log } from '../ports/log.js';
import type { VerifyTabToken } from '../sign-in/tab-token.js';
import type { Actor } from '../workflows/deps.js';
import { refuse } from './refused.js';

/** Who signed in, and in which language they read; null when the call was answered with a refusal. */
export type SignIn = (
  request: Request,
  response: Response,
  correlationId: string,
) => Promise<{ readonly actor: Actor; readonly words: Words } | null>;

/** The app role that may open rounds (S-10). */
const openerRole = 'Round.Admin';

/** Calls a minute; a tab that polls needs some forty (S-21). */
const callsAMinute = 300;

const bearer = (request: Request): string | null => /^Bearer ([^\s]+)$/u.exec(request.get('authorization') ?? '')?.[1] ?? null;

const readerOf = (request: Request): Words => wordsFor(request.acceptsLanguages()[0] ?? 'en');

/** Signs in by the bearer token alone: no cookie, nothing in the address (S-08, S-13). */
export const createSignIn = (verify: VerifyTabToken, log: Log): SignIn => {
  const people = new WeakMap<Request, string>();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: callsAMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    keyGenerator: (request) => people.get(request) ?? 'nobody',
    handler: (request, response) => {
      refuse(response, 'rate', { status: 429, code: 'too-many-calls', message: readerOf(request).t('api.tooManyCalls') });
    },
  });
  return async (request, response, correlationId) => {
    const words = readerOf(request);
    const token = bearer(request);
    const person = token === null ? null : await verify(token);
    if (person === null || !person.ok) {
      log.warn('api.notSignedIn', { why: person === null ? 'no-token' : person.error, correlationId });
      refuse(response, correlationId, { status: 401, code: 'not-signed-in', message: words.t('api.notSignedIn') });
      return null;
    }
    const { personId, name, roles } = person.value;
    people.set(request, personId);
    const within = await new Promise<boolean>((resolve) => {
      response.once('finish', () => resolve(false));
      void limit(request, response, () => resolve(true));
    });
    return within ? { actor: { personId, name, opener: roles.includes(openerRole) }, words } : null;
  };
};
