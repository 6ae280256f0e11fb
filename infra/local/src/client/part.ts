import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { SandboxContext, SandboxPart } from '../parts.js';

const built = fileURLToPath(new URL('../../client/dist', import.meta.url));

const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // The card renderer and the design system set their styles at run time.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page that stands in for the Teams client, at `/` of the public server. */
export const clientPart = ({ ids }: Pick<SandboxContext, 'ids'>): SandboxPart => {
  const page = Router();
  page.get('/sandbox/tenant', (_request, response) => {
    response.json({ tenantId: ids.tenantId, teamsAppId: ids.teamsAppId, botAppId: ids.botAppId });
  });
  page.use(
    express.static(built, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader('content-security-policy', contentPolicy);
        response.setHeader('x-content-type-options', 'nosniff');
        response.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  return { name: 'client', page };
};
