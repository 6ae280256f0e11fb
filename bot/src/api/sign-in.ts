import type { Words } from '@coaching-pairs/shared/words/words';
import type { Request, Response } from 'express';
import type { Log } from '../ports/log.js';
import type { VerifyTabToken } from '../sign-in/tab-token.js';
import type { Actor } from '../workflows/deps.js';
import { createPace } from './pace.js';
import { refuse, wordsOf } from './refused.js';

/** Who signed in, with the token that shows it, and in which language they read; null when the call was answered with a refusal. */
export type SignIn = (
  request: Request,
  response: Response,
  what: string,
) => Promise<{ readonly actor: Actor; readonly words: Words; readonly token: string } | null>;

/** The app role that may open rounds (S-10). */
const openerRole = 'Round.Admin';
/** The app role that may offer 2:2 Coaching, and coordinates it then. */
const coordinatorRole = 'Engagement.Coordinator';

const bearer = (request: Request): string | null => /^Bearer ([^\s]+)$/u.exec(request.get('authorization') ?? '')?.[1] ?? null;

/** Signs in by the bearer token alone: no cookie, nothing in the address (S-08, S-13). Whoever calls too often waits (S-21). */
export const createSignIn = (verify: VerifyTabToken, log: Log, mayGoOn = createPace()): SignIn => {
  return async (request, response, what) => {
    const words = wordsOf(request);
    const token = bearer(request);
    const person = token === null ? null : await verify(token);
    if (token === null || person === null || !person.ok) {
      const refusal = { status: 401, code: 'not-signed-in', message: words.t('api.notSignedIn') };
      refuse(log, response.set('WWW-Authenticate', 'Bearer'), refusal, {
        what,
        why: person === null || person.ok ? 'no-token' : person.error,
      });
      return null;
    }
    const { personId, name, roles, guest } = person.value;
    if (!(await mayGoOn(request, response, personId))) {
      refuse(log, response, { status: 429, code: 'too-many-calls', message: words.t('api.tooManyCalls') }, { what, who: personId });
      return null;
    }
    // No role reaches further than being a guest does.
    const holds = (role: string): boolean => !guest && roles.includes(role);
    const actor = { personId, name, guest, opener: holds(openerRole), coordinator: holds(coordinatorRole) };
    return { actor, words, token };
  };
};
