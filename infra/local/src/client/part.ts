import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { SandboxContext, SandboxPart } from '../parts.js';
import { readStoredTenant } from '../people/stored.js';
import { terminal } from '../words/terminal.js';

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

type Tenant = Pick<SandboxContext, 'ids' | 'people' | 'dataFolder'>;

/** What the page shows of the tenant and its people, beyond what programs need. */
const tenantOf = ({ ids, people, dataFolder }: Tenant) => {
  const stored = readStoredTenant(dataFolder);
  const known = new Map(stored?.people.map((person): [string, (typeof stored.people)[number]] => [person.id, person]));
  const partOf = (id: string): string | null => {
    if (id === stored?.roundLeaderId) return 'roundLeader';
    if (id === stored?.peoplePartnerId) return 'peoplePartner';
    if (id === stored?.administratorId) return 'administrator';
    if (id === stored?.coordinatorId) return 'coordinator';
    return id === stored?.outsiderId ? 'outsider' : null;
  };
  return {
    name: stored?.name ?? terminal.t('page.sandbox'),
    tenantId: ids.tenantId,
    teamsAppId: ids.teamsAppId,
    people: people.map(({ id, name, roles, mail }) => ({
      id,
      name,
      roles,
      mail: mail ?? null,
      part: partOf(id),
      jobTitle: known.get(id)?.jobTitle ?? null,
      department: known.get(id)?.department ?? null,
      timeZone: known.get(id)?.timeZone ?? null,
      language: known.get(id)?.language ?? null,
    })),
  };
};

/** The page that stands in for the Teams client, at `/` of the public server. */
export const clientPart = (context: Tenant): SandboxPart => {
  const page = Router();
  page.get('/sandbox/tenant', (_request, response) => {
    response.json(tenantOf(context));
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
