import { AuditCheck, AuditExport, AuditPage, ExportAudit } from './audit.js';
import { EraseLeaver, LeaverErased } from './leavers.js';
import { get, post } from './route.js';

const audit = '/api/admin/rounds/{roundId}/audit';

/** Who did what in a round, and the way out for whoever has left. */
export const auditRoutes = {
  audit: get('administrator', audit, AuditPage, 'Who did what in a round, the newest first (query: q)'),
  checkAudit: get('administrator', `${audit}/check`, AuditCheck, 'Whether anything was altered since it was sealed'),
  exportAudit: post(
    'administrator',
    `${audit}/export`,
    ExportAudit,
    AuditExport,
    'Take the record along as it was sealed, which is recorded, too',
  ),
  eraseLeaver: post('opener', '/api/admin/leavers', EraseLeaver, LeaverErased, 'Erase somebody whose account the directory has no more'),
} as const;
