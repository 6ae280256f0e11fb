import { areNamesOpen } from '@coaching-pairs/shared/awayday/feedback-names';
import { proposalId } from '@coaching-pairs/shared/ids';
import { fitsBudget } from '@coaching-pairs/shared/reminders/budget';
import { awaitsLateAnswer } from '@coaching-pairs/shared/round/asking-late';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import { type DueMessage, isOfEngagement, type OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';
import { engagementStillWanted } from './engagement/still-told.js';
import { weightOf } from './messages.js';
import { isReminderWanted } from './reminder-wanted.js';

/** What is told of a round after its end, and of no other. */
const isOfItsEnd = ({ kind }: OutboxMessage): boolean => kind === 'pair-texts-end';

const isOver = async (deps: Deps, message: OutboxMessage): Promise<boolean> => {
  const round = await deps.rounds.round(message.roundId);
  return round === null || (round.value.state === 'closed') !== isOfItsEnd(message);
};

/** The one place at which everything passes that anybody is told unasked: whether CP-73 has room for it. */
const hasRoom = async (deps: Deps, message: OutboxMessage): Promise<boolean> => {
  const weight = weightOf(message);
  return weight === 'essential' || fitsBudget(weight, await deps.rounds.told(message.roundId, message.to));
};

const isConditionMet =
  (deps: Deps) =>
  async (message: OutboxMessage): Promise<boolean> => {
    switch (message.wantedIf) {
      case 'kick-off-ahead': {
        const round = await deps.rounds.round(message.roundId);
        return round?.value.state === 'kick-off' && round.value.kickOff?.heldAt === null;
      }
      case 'unanswered': {
        const participant = await deps.rounds.participant(message.roundId, message.to);
        return participant !== null && (participant.value.answer === 'none' || awaitsLateAnswer(participant.value));
      }
      case 'proposal-open': {
        const proposal = await deps.rounds.proposal(message.roundId, proposalId(message.subject.proposalId ?? ''));
        return proposal?.value.state === 'sent' && !proposal.value.acceptedBy.includes(message.to);
      }
      case 'tap-awaited': {
        const proposal = await deps.rounds.proposal(message.roundId, proposalId(message.subject.proposalId ?? ''));
        return proposal?.value.state === 'held';
      }
      case 'still-reworking': {
        const participant = await deps.rounds.participant(message.roundId, message.to);
        return participant?.value.match.kind === 'reworking';
      }
      case 'still-paused': {
        const participant = await deps.rounds.participant(message.roundId, message.to);
        return (participant?.value.pausedUntil ?? null) !== null;
      }
      case 'still-administrator': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && isAdministrator(round.value, message.to);
      }
      case 'no-administrator-now': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && !isAdministrator(round.value, message.to);
      }
      case 'names-open': {
        // Whether they have named anybody is not looked at: what is left out would tell who has (CP-24d).
        const [round, row] = await Promise.all([deps.rounds.round(message.roundId), deps.rounds.feedback(message.roundId)]);
        return round !== null && row !== null && areNamesOpen(row.value, round.value, deps.clock.now());
      }
      case 'reminder': {
        const round = await deps.rounds.round(message.roundId);
        return round !== null && (await isReminderWanted(deps, round.value, message));
      }
      default:
        return true;
    }
  };

/** Whether a message is still worth sending: what was answered, ended or closed meanwhile silences it, and so does CP-73. */
export const stillWanted = (deps: Deps) => {
  const isMet = isConditionMet(deps);
  return async (message: DueMessage): Promise<boolean> => {
    if (isOfEngagement(message)) return engagementStillWanted(deps, message);
    return !(await isOver(deps, message)) && (await isMet(message)) && (await hasRoom(deps, message));
  };
};
