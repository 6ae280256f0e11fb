import { type RequestHandler, Router } from 'express';
import type { ConsentAnswer, SandboxContext } from '../parts.js';
import { terminal } from '../words/terminal.js';
import { browserSignInPages } from './browser-sign-in.js';
import type { Fault, Faults } from './faults.js';
import { isObject, type JsonObject, jsonBody, refuse, textAt, unreadable } from './json.js';
import { signInPage } from './sign-in-page.js';

const parseConsent = (body: JsonObject): ConsentAnswer | undefined => {
  const claims = textAt(body, 'claims');
  if (body.answer === 'granted' || body.answer === 'refused') return { kind: body.answer };
  return body.answer === 'claims' && claims !== undefined ? { kind: 'claims', claims } : undefined;
};

const faultKinds = [
  'throttled',
  'precondition',
  'refused',
  'accepted-then-failed',
  'accepted-then-cut',
] as const satisfies readonly Fault['kind'][];

const parseFault = (body: JsonObject): Fault | undefined => {
  const retryAfter = textAt(body, 'retryAfter');
  const status = typeof body.status === 'number' ? body.status : undefined;
  switch (body.kind) {
    case 'throttled':
      return { kind: 'throttled', ...(retryAfter === undefined ? {} : { retryAfter }) };
    case 'precondition':
    case 'accepted-then-cut':
      return { kind: body.kind };
    case 'accepted-then-failed':
      return { kind: 'accepted-then-failed', status: status ?? 502 };
    case 'refused':
      return { kind: 'refused', status: status ?? 403, code: textAt(body, 'code') ?? 'ConversationBlockedByUser' };
    default:
      return undefined;
  }
};

const setConsent =
  ({ people, trust }: SandboxContext): RequestHandler =>
  (request, response) => {
    const answer = parseConsent(request.body);
    const person = people.find(({ id }) => id === request.params.personId);
    if (person === undefined) refuse(response, 404, terminal.t('api.nobody'));
    else if (answer === undefined) refuse(response, 400, terminal.t('api.consent'));
    else {
      trust.setConsent(person.id, answer);
      response.json({ answer: answer.kind });
    }
  };

const injectFault =
  (faults: Faults): RequestHandler =>
  (request, response) => {
    const body: unknown = request.body;
    const fault = isObject(body) ? parseFault(body) : undefined;
    const times = isObject(body) && typeof body.times === 'number' ? body.times : 1;
    const personId = textAt(body, 'personId');
    if (fault === undefined) refuse(response, 400, terminal.t('api.fault', { kinds: terminal.list(faultKinds) }));
    else if (!Number.isInteger(times) || times < 1) refuse(response, 400, terminal.t('api.times'));
    else {
      faults.inject(fault, { times, ...(personId === undefined ? {} : { personId }) });
      response.json({ fault, times });
    }
  };

/** `/sandbox/consent` and `/sandbox/faults`: what the tenant around the bot does wrong on request. */
export const tenantRoutes = (context: SandboxContext, faults: Faults): Router => {
  const router = Router();
  router.post('/sandbox/consent/:personId', ...jsonBody, setConsent(context));
  router.use('/tab/sign-in', signInPage(context));
  router.use(browserSignInPages(context));
  router.post('/sandbox/faults', ...jsonBody, injectFault(faults));
  router.delete('/sandbox/faults', (_request, response) => {
    faults.clear();
    response.json({ faults: 0 });
  });
  router.use('/sandbox', unreadable);
  return router;
};
