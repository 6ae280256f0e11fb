import type { ProposalId, RoundId } from '@coaching-pairs/shared/ids';
import type { ActionAnswer } from '../bolt/answer.js';
import { inOneLineCard, proposalCard } from '../cards/proposal-card.js';
import { answerProposal } from '../workflows/answer-proposal.js';
import { refusalAnswer } from './answer-invitation.js';
import { type BotApp, type ListenerContext, roundFor } from './context.js';
import { AboutProposal, clickOperation } from './payload.js';

type About = { readonly roundId: RoundId; readonly proposalId: ProposalId };

const cardNow = async (context: ListenerContext, { roundId, proposalId }: About): Promise<ActionAnswer> => {
  const round = await roundFor(context, roundId);
  if (round === null) return refusalAnswer(context, { code: 'not-found' });
  return { card: proposalCard(context.maker, round, proposalId) };
};

const answered = async (context: ListenerContext, about: About, answer: 'accept' | 'decline'): Promise<ActionAnswer> => {
  const { deps, actor } = context;
  const outcome = await answerProposal(deps, { ...about, answer, opId: clickOperation(deps), actor });
  if (!outcome.ok && (outcome.error.code === 'not-found' || outcome.error.code === 'too-busy'))
    return refusalAnswer(context, outcome.error);
  if (outcome.ok && outcome.value === 'in-one-line') {
    const round = await roundFor(context, about.roundId);
    if (round !== null) return { card: inOneLineCard(context.maker, round) };
  }
  return cardNow(context, about);
};

/** *Accept*, *I'd rather not*, and the card's own refresh; a stale card changes nothing and is brought up to date (S-07). */
export const listenToProposals = (app: BotApp): void => {
  app.action('acceptProposal', AboutProposal, async ({ context, payload, ack }) => ack(await answered(context, payload, 'accept')));
  app.action('declineProposal', AboutProposal, async ({ context, payload, ack }) => ack(await answered(context, payload, 'decline')));
  app.action('showProposal', AboutProposal, async ({ context, payload, ack }) => ack(await cardNow(context, payload)));
};
