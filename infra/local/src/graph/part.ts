import { join } from 'node:path';
import { Router } from 'express';
import { audiences, type CreatePart, type SandboxContext } from '../parts.js';
import { readStoredTenant } from '../people/stored.js';
import { type Graph, openGraph } from './graph.js';
import { pageRouter } from './page.js';

const opened = new WeakMap<SandboxContext, Graph>();

/** The Graph of a sandbox, for rooms that are created after it (calendars, installations). */
export const graphOf = (context: SandboxContext): Graph | undefined => opened.get(context);

/** Graph at `/v1.0` of the https origin; calendars, pictures and directory changes at `/sandbox` of the page. */
export const graphPart: CreatePart = (context) => {
  const tenant = readStoredTenant(context.dataFolder);
  if (tenant === undefined) throw new Error('The data folder holds no organisation: load one before the rooms are opened.');
  const graph = openGraph({
    origin: context.origin,
    tenant,
    ids: context.ids,
    now: context.clock.now,
    callerOf: (authorization) => context.trust.callerOf(authorization, audiences.graph),
    folder: join(context.dataFolder, 'graph'),
  });
  opened.set(context, graph);
  return { name: 'graph', trust: Router().use('/v1.0', graph.router), page: pageRouter(graph) };
};
