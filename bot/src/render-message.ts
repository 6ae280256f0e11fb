import { roundId } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { CardMaker } from './cards/card.js';
import { invitationCard } from './cards/invitation-card.js';
import { inOneLineCard, pairCard, pairInOneLineCard, proposalCard, reworkingCard } from './cards/proposal-card.js';
import { announcedCard, kickOffCard } from './cards/round-cards.js';
import type { OutboxMessage } from './ports/outbox.js';
import type { CardJson, OutgoingMessage } from './ports/sender.js';
import type { Deps } from './workflows/deps.js';
import { type MessageKind, messageKinds } from './workflows/messages.js';
import { myRound } from './workflows/my-rounds.js';

const isKind = (kind: string): kind is MessageKind => messageKinds.some((known) => known === kind);

const cardFor = (maker: CardMaker, kind: MessageKind, round: MyRound, subject: OutboxMessage['subject']): CardJson | null => {
  switch (kind) {
    case 'kick-off':
      return kickOffCard(maker, round);
    case 'invitation':
      return invitationCard(maker, round, false);
    case 'proposal':
      return proposalCard(maker, round, subject.proposalId ?? '');
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
  }
};

/** What a notification shows: neutral, so that a passer-by learns nothing (C-12). */
const summaryFor = (words: Words, kind: MessageKind): string => {
  if (kind === 'invitation' || kind === 'kick-off') return words.t('summary.invitation');
  return kind === 'proposal' ? words.t('summary.proposal') : words.t('summary.news');
};

/** Makes the card of a message from what is true when it is sent, in its reader's language; null when nothing is left to say. */
export const renderMessage =
  (deps: Deps, teamsAppId: string, wordsOf: (message: OutboxMessage) => Promise<Words>) =>
  async (message: OutboxMessage): Promise<OutgoingMessage | null> => {
    if (!isKind(message.kind)) return null;
    const words = await wordsOf(message);
    const round = await myRound(deps, words, message.to, roundId(message.roundId));
    if (round === null) return null;
    const card = cardFor({ words, teamsAppId }, message.kind, round, message.subject);
    return card === null ? null : { kind: 'card', card, summary: summaryFor(words, message.kind) };
  };
