import { proposalId } from '@coaching-pairs/shared/ids';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';
import { isReminderWanted } from './reminder-wanted.js';

const closed = async (deps: Deps, message: OutboxMessage): Promise<boolean> => {
  const round = await deps.rounds.round(message.roundId);
  return round === null || round.value.state === 'closed';
};

/** Whether a message is still worth sending: what was answered, ended or closed meanwhile silences it. */
export const stillWanted =
  (deps: Deps) =>
  async (message: OutboxMessage): Promise<boolean> => {
    if (await closed(deps, message)) return false;
    switch (message.wantedIf) {
      case 'kick-off-ahead': {
        const round = await deps.rounds.round(message.roundId);
        return round?.value.state === 'kick-off' && round.value.kickOff?.heldAt === null;
      }
      case 'unanswered': {
        const participant = await deps.rounds.participant(message.roundId, message.to);
        return participant?.value.answer === 'none';
      }
      case 'proposal-open': {
        const proposal = await deps.rounds.proposal(message.roundId, proposalId(message.subject.proposalId ?? ''));
        return proposal?.value.state === 'sent' && !proposal.value.acceptedBy.includes(message.to);
      }
      case 'still-reworking': {
        const participant = await deps.rounds.participant(message.roundId, message.to);
        return participant?.value.match.kind === 'reworking';
      }
      case 'still-administrator': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && isAdministrator(round.value, message.to);
      }
      case 'no-administrator-now': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && !isAdministrator(round.value, message.to);
      }
      case 'reminder': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && (await isReminderWanted(deps, round.value, message));
      }
      default:
        return true;
    }
  };
