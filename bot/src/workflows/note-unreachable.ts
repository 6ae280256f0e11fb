import { reportedKind } from '@coaching-pairs/shared/round/delivery';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';

/**
 * Notes that somebody cannot be reached, for the organisers of the round. Not where a discreet message found it out: that somebody
 * becomes unreachable just when a match ends would tell that they were written to, and so who was not (CP-33). Their next message tells.
 */
export const noteInRound = async ({ rounds }: Pick<Deps, 'rounds'>, message: OutboxMessage, reason: string): Promise<void> => {
  if (reportedKind(message.kind) !== null) await rounds.noteUnreachable(message.roundId, message.to, reason);
};
