import { isAdministrator } from '@coaching-pairs/shared/round/round';
import { dayOf } from '@coaching-pairs/shared/time';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import { administratorCard, administratorRemovedCard } from './cards/administrator-card.js';
import type { CardMaker } from './cards/card.js';
import { invitationCard } from './cards/invitation-card.js';
import { leftSessionsCard, sessionWaitsCard } from './cards/outlook-cards.js';
import { overdueCard } from './cards/overdue-card.js';
import { newMatchWantedCard, pairEndedCard, textsEndCard } from './cards/pair-ended-card.js';
import { pausedCard } from './cards/paused-card.js';
import { inOneLineCard, pairCard, pairInOneLineCard, proposalCard, reworkingCard } from './cards/proposal-card.js';
import { pulseCard } from './cards/pulse-card.js';
import { rhythmCard } from './cards/rhythm-card.js';
import { announcedCard, kickOffCard } from './cards/round-cards.js';
import { tapCard } from './cards/tap-card.js';
import { type DueMessage, isOfEngagement, type OutboxMessage } from './ports/outbox.js';
import type { CardJson, OutgoingMessage } from './ports/sender.js';
import { type FeedbackKind, feedbackCardFor, isFeedbackKind } from './render-feedback.js';
import { renderEngagement } from './two-two-message.js';
import { awaitedTap } from './workflows/awaited-tap.js';
import type { Deps } from './workflows/deps.js';
import { type MessageKind, messageKinds } from './workflows/messages.js';
import { myRound } from './workflows/my-rounds.js';
import { overdueFor } from './workflows/reminder-wanted.js';

const isKind = (kind: string): kind is MessageKind => messageKinds.some((known) => known === kind);

/** What is told to people as members of the round's population. */
type ParticipantKind = Exclude<
  MessageKind,
  FeedbackKind | 'administrator-named' | 'administrator-removed' | 'matches-overdue' | 'new-match-wanted' | 'tap-asked' | 'tap-reminder'
>;

const cardFor = (maker: CardMaker, kind: ParticipantKind, round: MyRound, subject: OutboxMessage['subject']): CardJson | null => {
  switch (kind) {
    case 'kick-off':
      return kickOffCard(maker, round);
    case 'invitation':
      return invitationCard(maker, round, false);
    case 'proposal':
    case 'nominee-asked':
      return proposalCard(maker, round, subject.proposalId ?? '');
    case 'invitation-reminder':
      return invitationCard(maker, round, false, true);
    case 'match-reminder':
      return proposalCard(maker, round, subject.proposalId ?? '', true);
    case 'being-reworked':
      return reworkingCard(maker, round, subject.proposalId);
    case 'in-one-line':
      return inOneLineCard(maker, round);
    case 'pair-in-one-line':
      return pairInOneLineCard(maker, round);
    case 'pair-formed':
      return round.match.kind === 'paired' ? pairCard(maker, round, round.match) : null;
    case 'pairs-announced':
      return announcedCard(maker, round);
    case 'rhythm-nudge':
      return round.match.kind === 'paired' ? rhythmCard(maker, round) : null;
    case 'session-waits':
      return round.match.kind === 'paired' ? sessionWaitsCard(maker, round) : null;
    case 'left-sessions':
      return round.leftSessions > 0 ? leftSessionsCard(maker, round) : null;
    case 'pulse':
      return round.pulse === null ? null : pulseCard(maker, round, round.pulse.until);
    case 'paused':
      return round.pausedUntil === null ? null : pausedCard(maker, round, round.pausedUntil);
    case 'pair-ended':
      return pairEndedCard(maker, round);
    case 'pair-texts-end':
      return round.match.kind === 'paired' && round.sharedUntil !== null ? textsEndCard(maker, round, round.sharedUntil) : null;
  }
};

const asking: readonly MessageKind[] = [
  'pulse',
  'awayday-names',
  'names-reminder',
  'proposal',
  'nominee-asked',
  'tap-asked',
  'invitation-reminder',
  'match-reminder',
  'tap-reminder',
];

/** What a notification shows: neutral, so that a passer-by learns nothing (C-12). */
export const summaryFor = (words: Words, kind: MessageKind): string => {
  if (kind === 'invitation' || kind === 'kick-off') return words.t('summary.invitation');
  const asks = asking.includes(kind);
  return asks ? words.t('summary.proposal') : words.t('summary.news');
};

/** For whoever was named to administer a round, and need not belong to it. */
const cardForAdministrator = async (deps: Deps, maker: CardMaker, { to, roundId: id }: OutboxMessage): Promise<CardJson | null> => {
  const round = await deps.rounds.round(id);
  return round === null || !isAdministrator(round.value, to) ? null : administratorCard(maker, round.value);
};

/** For whoever was removed and has not been named again since. */
const cardForRemoved = async (deps: Deps, maker: CardMaker, { to, roundId: id }: OutboxMessage): Promise<CardJson | null> => {
  const round = await deps.rounds.round(id);
  return round === null || isAdministrator(round.value, to) ? null : administratorRemovedCard(maker, round.value);
};

/** For an administrator, when a pair has ended or somebody has joined late: that people wait, and no name. */
const cardForWanted = async (deps: Deps, maker: CardMaker, { to, roundId: id, subject }: OutboxMessage): Promise<CardJson | null> => {
  const round = await deps.rounds.round(id);
  return round === null || !isAdministrator(round.value, to) ? null : newMatchWantedCard(maker, round.value, subject.about === 'late');
};

/** For administrators, once the time to answer some matches is over: how many are open as it is sent. */
const overdueCardFor = async (deps: Deps, maker: CardMaker, { to, roundId: id }: OutboxMessage): Promise<CardJson | null> => {
  const round = await deps.rounds.round(id);
  if (round === null || !isAdministrator(round.value, to)) return null;
  const count = await overdueFor(deps, round.value, to);
  return count === 0 ? null : overdueCard(maker, round.value, count);
};

/** For whoever may know of a suggestion within one function, as long as it waits for their tap. */
const tapCardFor = async (deps: Deps, maker: CardMaker, { to, roundId: id, subject }: OutboxMessage): Promise<CardJson | null> => {
  const found = await awaitedTap(deps, maker.words, { roundId: id, personId: to, proposalId: subject.proposalId ?? '' });
  return found === null ? null : tapCard(maker, found);
};

const cardOfMessage = async (deps: Deps, maker: CardMaker, kind: MessageKind, message: OutboxMessage): Promise<CardJson | null> => {
  if (kind === 'tap-asked' || kind === 'tap-reminder') return tapCardFor(deps, maker, message);
  if (kind === 'matches-overdue') return overdueCardFor(deps, maker, message);
  if (kind === 'new-match-wanted') return cardForWanted(deps, maker, message);
  if (kind === 'administrator-named') return cardForAdministrator(deps, maker, message);
  if (kind === 'administrator-removed') return cardForRemoved(deps, maker, message);
  if (isFeedbackKind(kind)) return feedbackCardFor(deps, maker, kind, message);
  const round = await myRound(deps, maker.words, message.to, message.roundId);
  return round === null ? null : cardFor(maker, kind, round, message.subject);
};

/** Makes the card of a message from what is true when it is sent, in its reader's language; null when nothing is left to say. */
export const renderMessage =
  (deps: Deps, teamsAppId: string, wordsOf: (message: DueMessage) => Promise<Words>) =>
  async (message: DueMessage): Promise<OutgoingMessage | null> => {
    if (isOfEngagement(message)) return renderEngagement(deps, teamsAppId, await wordsOf(message), message);
    if (!isKind(message.kind)) return null;
    const words = await wordsOf(message);
    const card = await cardOfMessage(deps, { words, teamsAppId, today: dayOf(deps.clock.now()) }, message.kind, message);
    return card === null ? null : { kind: 'card', card, summary: summaryFor(words, message.kind) };
  };
