import type { Matching } from '../ports/matching.js';
import type { WorkHandlers } from '../ports/works.js';
import { askNamesHandler } from './awayday/nominate-ask.js';
import { pairFeedbackHandler } from './awayday/pairs.js';
import { announceFeedbackHandler } from './awayday/pairs-announce.js';
import type { Deps } from './deps.js';
import { draftMatchesHandler } from './draft-matches.js';
import { announceKickOffHandler, announcePairsHandler, openInvitationsHandler } from './invite.js';
import { readDirectoryHandler } from './read-directory.js';
import { sendProposalsHandler } from './send-proposals.js';

/** Every kind of long work and who does it. */
export const workHandlers = (deps: Deps, matching: Matching): WorkHandlers => ({
  'read-directory': readDirectoryHandler(deps),
  'draft-matches': draftMatchesHandler(deps, matching),
  'announce-kick-off': announceKickOffHandler(deps),
  'open-invitations': openInvitationsHandler(deps),
  'send-proposals': sendProposalsHandler(deps),
  'announce-pairs': announcePairsHandler(deps),
  'ask-names': askNamesHandler(deps),
  'pair-feedback': pairFeedbackHandler(deps),
  'announce-feedback': announceFeedbackHandler(deps),
});
