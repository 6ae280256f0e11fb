import { join } from 'node:path';
import { Router } from 'express';
import { audiences, type CreatePart } from '../parts.js';
import { invitedGuests } from '../people/invited.js';
import { readStoredTenant } from '../people/stored.js';
import { openGraph } from './graph.js';
import { pageRouter } from './page.js';

/** Graph at `/v1.0` of the https origin; calendars, pictures and directory changes at `/sandbox` of the page. */
export const graphPart: CreatePart = (context) => {
  const tenant = readStoredTenant(context.dataFolder);
  if (tenant === undefined) throw new Error('The data folder holds no organisation: load one before the rooms are opened.');
  const graph = openGraph({
    origin: context.origin,
    tenant: { ...tenant, people: [...tenant.people, ...invitedGuests] },
    ids: context.ids,
    now: context.clock.now,
    callerOf: (authorization) => context.trust.callerOf(authorization, audiences.graph),
    apps: context.apps,
    folder: join(context.dataFolder, 'graph'),
  });
  return { name: 'graph', trust: Router().use('/v1.0', graph.router), page: pageRouter(graph) };
};
