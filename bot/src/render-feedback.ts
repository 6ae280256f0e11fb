import type { CardMaker } from './cards/card.js';
import { feedbackPairCard, namesCard } from './cards/feedback-cards.js';
import type { OutboxMessage } from './ports/outbox.js';
import type { CardJson } from './ports/sender.js';
import { myFeedback } from './workflows/awayday/nominate.js';
import type { Deps } from './workflows/deps.js';
import type { MessageKind } from './workflows/messages.js';

const kinds = ['awayday-names', 'names-reminder', 'feedback-pair', 'feedback-pair-changed'] as const satisfies readonly MessageKind[];
export type FeedbackKind = (typeof kinds)[number];

export const isFeedbackKind = (kind: MessageKind): kind is FeedbackKind => kinds.some((known) => known === kind);

/** The cards of the feedback pairs, from what is true as they are sent. */
export const feedbackCardFor = async (
  deps: Deps,
  maker: CardMaker,
  kind: FeedbackKind,
  { to, roundId }: OutboxMessage,
): Promise<CardJson | null> => {
  const [round, mine] = await Promise.all([deps.rounds.round(roundId), myFeedback(deps, { roundId, actor: { personId: to } })]);
  if (round === null || !mine.ok) return null;
  const isAsking = kind === 'awayday-names' || kind === 'names-reminder';
  if (!isAsking) return feedbackPairCard(maker, round.value, mine.value, kind === 'feedback-pair-changed');
  return mine.value.names === 'open' ? namesCard(maker, round.value, mine.value, kind === 'names-reminder') : null;
};
