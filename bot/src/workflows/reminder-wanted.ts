import { type PersonId, proposalId } from '@coaching-pairs/shared/ids';
import { isStaleAfter, type Occasion, openQuestion, overdueMatches } from '@coaching-pairs/shared/reminders/occasions';
import { isWorkingTime, nextSlot, type Slot, usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { OutboxMessage } from '../ports/outbox.js';
import type { Deps } from './deps.js';
import { isReminder } from './messages.js';
import { organisationOf } from './organisation.js';
import { zoneFor } from './whereabouts.js';

const isHere = async (deps: Deps, id: PersonId): Promise<boolean> => (await organisationOf(deps)).people.get(id)?.enabled === true;

/** The question that this person has not answered as things stand; asked for one person alone. */
const questionOf = async (deps: Deps, round: Round, { to }: OutboxMessage): Promise<Occasion | null> => {
  const participant = await deps.rounds.participant(round.id, to);
  if (participant === null) return null;
  const { match } = participant.value;
  const proposal = match.kind === 'open' ? await deps.rounds.proposal(round.id, proposalId(match.proposalId)) : null;
  return openQuestion(round, participant.value, proposal?.value ?? null);
};

const today = async (deps: Deps, round: Round, to: PersonId) => localDayOf(deps.clock.now(), (await zoneFor(deps, round, to)).zone);

/** How many matches are open though their time is over, on the day it is for this reader. */
export const overdueFor = async (deps: Deps, round: Round, to: PersonId): Promise<number> => {
  const all = await deps.rounds.everything(round.id);
  return all === null ? 0 : overdueMatches(round, all.content.proposals, await today(deps, round, to));
};

/**
 * Whether a reminder is still worth sending: its question is open, its person is there, and the last day for an answer is not over.
 * Whatever was answered, ended, closed or left meanwhile silences it.
 */
export const isReminderWanted = async (deps: Deps, round: Round, message: OutboxMessage): Promise<boolean> => {
  const { kind, to, subject } = message;
  if (!(await isHere(deps, to))) return false;
  if (kind === 'matches-overdue') return isAdministrator(round, to) && (await overdueFor(deps, round, to)) > 0;
  const open = await questionOf(deps, round, message);
  if (open === null || open.kind !== kind || open.subject !== subject.about) return false;
  return !isStaleAfter(open, await today(deps, round, to));
};

/**
 * Until when a reminder has to wait because its person is not at work where they are now known to be: they travel, HR puts the zone
 * right, or sending was held up; null when it may go.
 */
export const waitsForWork =
  (deps: Deps) =>
  async (message: OutboxMessage): Promise<Slot | null> => {
    if (!isReminder(message)) return null;
    const round = await deps.rounds.round(message.roundId);
    if (round === null) return null;
    const { zone } = await zoneFor(deps, round.value, message.to);
    const now = deps.clock.now();
    return isWorkingTime(now, zone, usualWorkingTime) ? null : nextSlot(now, zone, usualWorkingTime);
  };
