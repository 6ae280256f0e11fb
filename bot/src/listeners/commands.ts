import { roundId } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { OutgoingMessage } from '../bolt/answer.js';
import { anyText } from '../bolt/routes.js';
import type { CardJson } from '../cards/card.js';
import { invitationCard } from '../cards/invitation-card.js';
import { pairCard, proposalCard } from '../cards/proposal-card.js';
import { statusCard, welcomeCard } from '../cards/round-cards.js';
import { answerInvitation } from '../workflows/answer-invitation.js';
import { myRounds } from '../workflows/my-rounds.js';
import { type BotApp, type ListenerContext, roundFor } from './context.js';
import { clickOperation } from './payload.js';

const cardMessage = ({ words }: ListenerContext, card: CardJson): OutgoingMessage => ({
  kind: 'card',
  card,
  summary: words.t('summary.news'),
});
const sentence = (text: string): OutgoingMessage => ({ kind: 'text', text });

/** The newest round that is still going on. */
const currentRound = async ({ deps, words, actor }: ListenerContext): Promise<MyRound | undefined> =>
  (await myRounds(deps, words, actor.personId)).find((round) => round.state !== 'closed');

const inRound = async (context: ListenerContext, answer: (round: MyRound) => OutgoingMessage | Promise<OutgoingMessage>) => {
  const round = await currentRound(context);
  return round === undefined ? sentence(context.words.t('command.noRound')) : answer(round);
};

const myPair = (context: ListenerContext, round: MyRound): OutgoingMessage => {
  const { match } = round;
  if (match.kind === 'paired') return cardMessage(context, pairCard(context.maker, round, match));
  if (match.kind === 'asked' || match.kind === 'waiting') return cardMessage(context, proposalCard(context.maker, round, match.proposalId));
  return sentence(context.words.t('command.noPair'));
};

/** Joining needs the card, because it shows who sees the answer before it is given (C-01). */
const join = (context: ListenerContext, round: MyRound): OutgoingMessage =>
  cardMessage(context, round.answer === 'joined' ? statusCard(context.maker, round) : invitationCard(context.maker, round, false));

const sitOut = async (context: ListenerContext, round: MyRound): Promise<OutgoingMessage> => {
  const { deps, actor } = context;
  if (!round.canAnswer) return cardMessage(context, statusCard(context.maker, round));
  const id = roundId(round.id);
  await answerInvitation(deps, { roundId: id, answer: 'sitting-out', opId: clickOperation(deps), actor });
  const now = (await roundFor(context, id)) ?? round;
  return cardMessage(context, invitationCard(context.maker, now, false));
};

const phrases = {
  status: ['status', 'where am i', 'where do i stand', 'my round', 'my status'],
  pair: ['my pair', 'pair', 'my partner', 'partner', 'who is my partner', 'my match'],
  join: ['join', 'im in', 'i am in', 'i want to join', 'count me in', 'yes'],
  sitOut: ['sit out', 'not this time', 'im out', 'i am out', 'i want to sit out', 'leave me out'],
  help: ['help', 'hello', 'hi', 'what can you do', 'commands', 'start'],
} as const;

/** What can be typed, in plain words and tolerant of typing. */
export const listenToCommands = (app: BotApp): void => {
  app.command(phrases.status, async ({ context, say }) =>
    say(await inRound(context, (round) => cardMessage(context, statusCard(context.maker, round)))),
  );
  app.command(phrases.pair, async ({ context, say }) => say(await inRound(context, (round) => myPair(context, round))));
  app.command(phrases.join, async ({ context, say }) => say(await inRound(context, (round) => join(context, round))));
  app.command(phrases.sitOut, async ({ context, say }) => say(await inRound(context, (round) => sitOut(context, round))));
  app.command(phrases.help, ({ context, say }) => say(cardMessage(context, welcomeCard(context.maker))));
  app.command(anyText, ({ context, say }) => say(sentence(context.words.t('command.notUnderstood'))));
};
