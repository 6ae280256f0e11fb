import { listenToInvitations } from './answer-invitation.js';
import { listenToProposals } from './answer-proposal.js';
import { listenToCommands } from './commands.js';
import type { BotApp } from './context.js';
import { listenToInstallation } from './installation.js';
import { listenToNames } from './name-for-awayday.js';
import { listenToPause } from './pause.js';
import { listenToSuggestions } from './suggest-partner.js';

/** All that the bot listens to. */
export const listen = (app: BotApp): void => {
  listenToInstallation(app);
  listenToInvitations(app);
  listenToProposals(app);
  listenToSuggestions(app);
  listenToNames(app);
  listenToPause(app);
  listenToCommands(app);
};
