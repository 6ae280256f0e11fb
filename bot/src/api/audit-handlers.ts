import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { exportAudit } from '../workflows/audit/export-audit.js';
import { auditOf, checkAudit } from '../workflows/audit/read-audit.js';
import { eraseLeaver } from '../workflows/leavers/erase-leaver.js';
import type { Handlers } from './call.js';

type AuditRoutes = 'audit' | 'checkAudit' | 'exportAudit' | 'eraseLeaver';

/** Who did what in a round, whether the record is as it was sealed, and the way out for whoever has left. */
export const auditHandlers: Pick<Handlers, AuditRoutes> = {
  audit: ({ deps, words, actor, param, query }) => auditOf(deps, words, { roundId: roundId(param('roundId')), actor, query }),
  checkAudit: ({ deps, actor, param }) => checkAudit(deps, { roundId: roundId(param('roundId')), actor }),
  exportAudit: ({ deps, words, actor, param, body }) =>
    exportAudit(deps, words, { roundId: roundId(param('roundId')), actor, opId: operationId(body.opId) }),
  eraseLeaver: ({ deps, actor, body }) =>
    eraseLeaver(deps, { personId: personId(body.personId), by: actor.personId, opId: operationId(body.opId) }),
};
