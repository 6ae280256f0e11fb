import { Router } from 'express';
import { DurationRefused } from '../clock/clock.js';
import { jsonBody, refuse, textAt, unreadable } from '../connector/json.js';
import type { SandboxContext } from '../parts.js';
import { terminal } from '../words/terminal.js';

/** `/sandbox/people`, `/sandbox/token` and `/sandbox/clock`: for people and programs that drive the sandbox. */
export const controlRoutes = ({ people, trust, clock }: Pick<SandboxContext, 'people' | 'trust' | 'clock'>): Router => {
  const router = Router();
  router.get('/sandbox/people', (_request, response) => {
    response.json(people.map(({ id, name, roles }) => ({ id, name, roles })));
  });
  router.post('/sandbox/token', ...jsonBody, async (request, response) => {
    const person = people.find(({ id }) => id === textAt(request.body, 'personId'));
    if (person === undefined) {
      refuse(response, 404, terminal.t('api.nobody'));
      return;
    }
    response.setHeader('cache-control', 'no-store');
    response.json({ token: await trust.issueTabToken(person.id) });
  });
  router.get('/sandbox/clock', (_request, response) => {
    response.json({ now: clock.now().toISOString() });
  });
  router.post('/sandbox/clock', ...jsonBody, async (request, response) => {
    try {
      const now = await clock.advance(textAt(request.body, 'advance') ?? '');
      response.json({ now: now.toISOString() });
    } catch (cause) {
      if (!(cause instanceof DurationRefused)) {
        throw cause;
      }
      refuse(response, 400, cause.message);
    }
  });
  router.use('/sandbox', unreadable);
  return router;
};
