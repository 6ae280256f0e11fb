import { ProofMatches, ProofReport } from './proof.js';
import { get } from './route.js';

const proof = '/api/admin/rounds/{roundId}/board/proof';

/** What auditors are shown of a round. */
export const proofRoutes = {
  proof: get('administrator', proof, ProofReport, 'Which rules the matches keep, checked now, for auditors'),
  proofMatches: get('administrator', `${proof}/matches`, ProofMatches, 'The matches that were checked, a page at a time (query: after)'),
  proofWhole: get('administrator', `${proof}/whole`, ProofReport, 'The same report with every match in it, to be printed or saved'),
} as const;
