import { type PersonId, pairId, proposalId } from '@coaching-pairs/shared/ids';
import { isPulseOpen } from '@coaching-pairs/shared/pulse/opening';
import { waitingInOutlook } from '@coaching-pairs/shared/reminders/in-outlook';
import { awaitedTaps, isStaleAfter, type Occasion, openQuestions, overdueMatches } from '@coaching-pairs/shared/reminders/occasions';
import { quietPairs } from '@coaching-pairs/shared/reminders/rhythm';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { OutboxMessage } from '../ports/outbox.js';
import { isNameAwaited } from './awayday/names-awaited.js';
import type { Deps } from './deps.js';
import { stillShares } from './my-data/ending-texts.js';
import { organisationOf } from './organisation.js';
import { readPeople } from './scene.js';
import { zoneFor } from './whereabouts.js';

const isHere = async (deps: Deps, id: PersonId): Promise<boolean> => (await organisationOf(deps)).people.get(id)?.enabled === true;

/** What this person has not answered of what a reminder is about, as things stand; asked for one person alone. */
const questionOf = async (deps: Deps, round: Round, { to, kind, subject }: OutboxMessage): Promise<Occasion | null> => {
  const [participant, proposal] = await Promise.all([
    deps.rounds.participant(round.id, to),
    subject.proposalId === undefined ? null : deps.rounds.proposal(round.id, proposalId(subject.proposalId)),
  ]);
  const proposals = proposal === null ? [] : [proposal.value];
  const questions = participant === null ? [] : openQuestions(round, participant.value, proposals);
  const open = [...questions, ...awaitedTaps(round, proposals).filter((tap) => tap.to === to)];
  return open.find((one) => one.kind === kind && one.subject === subject.about) ?? null;
};

const today = async (deps: Deps, round: Round, to: PersonId) => localDayOf(deps.clock.now(), (await zoneFor(deps, round, to)).zone);

/** How many matches are open though their time is over, on the day it is for this reader. */
export const overdueFor = async (deps: Deps, round: Round, to: PersonId): Promise<number> => {
  const all = await deps.rounds.everything(round.id);
  return all === null ? 0 : overdueMatches(round, all.content.proposals, await today(deps, round, to));
};

/** Whether this person's pair is as quiet as when the nudge was written, and not because it has ended. */
const isStillQuiet = async (deps: Deps, round: Round, { to, subject }: OutboxMessage): Promise<boolean> => {
  const match = (await deps.rounds.participant(round.id, to))?.value.match;
  if (match?.kind !== 'paired') return false;
  const [pair, sessions] = await Promise.all([deps.rounds.pair(round.id, match.pairId), deps.rounds.sessions(round.id, match.pairId)]);
  const all = sessions.map(({ value }) => value);
  const people = await readPeople(deps, round.id, pair?.value.memberIds ?? []);
  const aside = asideIn(
    round,
    people.map(({ value }) => value),
    deps.clock.now(),
  );
  const quiet = pair === null || aside.size > 0 ? [] : quietPairs(round, [pair.value], all, deps.clock.now());
  return quiet.some((one) => one.to === to && one.subject === subject.about);
};

/** Whether the very wish waits in this person's Outlook still, or something is left there; a newer wish has a message of its own. */
const isStillInOutlook = async (deps: Deps, round: Round, { to, kind, subject }: OutboxMessage): Promise<boolean> => {
  const about = subject.about ?? '';
  const id = pairId(about.split(' ')[0] ?? '');
  const [pair, sessions] = await Promise.all([deps.rounds.pair(round.id, id), deps.rounds.sessions(round.id, id)]);
  const all = sessions.map(({ value }) => value);
  const waiting = pair === null ? [] : waitingInOutlook(round, [pair.value], all, deps.clock.now());
  return waiting.some((one) => one.to === to && one.kind === kind && one.subject === about);
};

/**
 * Whether a reminder is still worth sending: its question is open, its person is there, and the last day for an answer is not over.
 * Whatever was answered, ended, closed or left meanwhile silences it.
 */
export const isReminderWanted = async (deps: Deps, round: Round, message: OutboxMessage): Promise<boolean> => {
  const { kind, to } = message;
  if (!(await isHere(deps, to))) return false;
  if (kind === 'matches-overdue') return isAdministrator(round, to) && (await overdueFor(deps, round, to)) > 0;
  if (kind === 'session-waits' || kind === 'left-sessions') return isStillInOutlook(deps, round, message);
  if (kind === 'rhythm-nudge') return isStillQuiet(deps, round, message);
  // Whether they have answered is not looked at: that would tell (CP-96).
  if (kind === 'pulse')
    return isPulseOpen(round, deps.clock.now()) && (await deps.rounds.participant(round.id, to))?.value.answer === 'joined';
  if (kind === 'names-reminder') return isNameAwaited(deps, round, to);
  const open = kind === 'pair-texts-end' ? await stillShares(deps, round, message) : await questionOf(deps, round, message);
  return open !== null && !isStaleAfter(open, await today(deps, round, to));
};
