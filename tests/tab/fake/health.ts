import type { Health } from '@coaching-pairs/shared/wire/health';
import { now } from './round.js';

/** A product with one trouble and some messages given up; what was dealt with is gone from the answer. */
export const healthWith = (dealtWith?: string): Health => ({
  at: now,
  version: '0.1.0',
  node: '20.19.0',
  troubles: ['graph'],
  repairs: { lookedAt: now, mended: 0, mendedAt: null },
  sender: { instance: 'web-1', since: '2026-11-20T08:00:00.000Z', sweptAt: now },
  backlog: { fresh: 12, late: 3, stuck: 0 },
  dead: [
    { reason: 'blocked' as const, messages: 4 },
    { reason: 'too-busy' as const, messages: 1 },
  ].filter(({ reason }) => reason !== dealtWith),
  services: [
    { service: 'storage', succeededAt: now, failedAt: null, failingSince: null, failure: null },
    { service: 'connector', succeededAt: null, failedAt: null, failingSince: null, failure: null },
    {
      service: 'graph',
      succeededAt: '2026-11-20T07:10:00.000Z',
      failedAt: now,
      failingSince: '2026-11-20T07:20:00.000Z',
      failure: 'no-permission',
    },
    { service: 'vault', succeededAt: now, failedAt: null, failingSince: null, failure: null },
  ],
});
