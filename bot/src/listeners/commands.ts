import { roundId } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { OutgoingMessage } from '../bolt/answer.js';
import { anyText } from '../bolt/routes.js';
import type { CardJson } from '../cards/card.js';
import { invitationCard } from '../cards/invitation-card.js';
import { notesCard } from '../cards/notes-card.js';
import { pairCard, proposalCard } from '../cards/proposal-card.js';
import { statusCard, welcomeCard } from '../cards/round-cards.js';
import { bookCard, leaveCard, prepareCard, privacyCard } from '../cards/way-cards.js';
import { answerInvitation } from '../workflows/answer-invitation.js';
import { myRounds } from '../workflows/my-rounds.js';
import { nextGuide } from '../workflows/pair/next-guide.js';
import { refusalAnswer } from './answer-invitation.js';
import { type BotApp, type ListenerContext, roundFor } from './context.js';
import { pauseCardFor } from './pause.js';
import { AboutRound, clickOperation } from './payload.js';
import { answerTwoTwo, isInTwoTwo, twoTwoWords } from './two-two.js';

const cardMessage = ({ words }: ListenerContext, card: CardJson): OutgoingMessage => ({
  kind: 'card',
  card,
  summary: words.t('summary.news'),
});
/** Shows on a lock screen as it is, so that nothing about anybody may stand in it (C-12). */
const sentence = (context: ListenerContext, id: 'command.noRound' | 'command.notUnderstood'): OutgoingMessage => ({
  kind: 'text',
  text: context.words.t(id),
});
const standing = (context: ListenerContext, round: MyRound, first: string): OutgoingMessage =>
  cardMessage(context, statusCard(context.maker, round, first));

type Fits = (round: MyRound) => boolean;
const isMatched: Fits = ({ match, questions }) => match.kind !== 'none' || questions.length > 0;
const isPaired: Fits = ({ match }) => match.kind === 'paired';
const takesAnswers: Fits = ({ canAnswer }) => canAnswer;
const isAny: Fits = () => true;

/** Of the rounds still going on the newest that fits what is asked, else simply the newest: two may overlap. */
const roundMeant = async ({ deps, words, actor }: ListenerContext, fits: Fits): Promise<MyRound | undefined> => {
  const open = (await myRounds(deps, words, actor.personId)).filter((round) => round.state !== 'closed');
  return open.find(fits) ?? open[0];
};

const inRound = async (context: ListenerContext, fits: Fits, answer: (round: MyRound) => OutgoingMessage | Promise<OutgoingMessage>) => {
  const round = await roundMeant(context, fits);
  return round === undefined ? sentence(context, 'command.noRound') : answer(round);
};

const myPair = (context: ListenerContext, round: MyRound): OutgoingMessage => {
  const { match } = round;
  if (match.kind === 'paired') return cardMessage(context, pairCard(context.maker, round, match));
  if (match.kind === 'asked' || match.kind === 'waiting') return cardMessage(context, proposalCard(context.maker, round, match.proposalId));
  const [question] = round.questions;
  if (question !== undefined) return cardMessage(context, proposalCard(context.maker, round, question.proposalId));
  return standing(context, round, context.words.t('command.noPair'));
};

/** What only a pair has; whoever is in none is told how they stand. */
const ofPair = async (context: ListenerContext, round: MyRound, card: () => CardJson | Promise<CardJson>): Promise<OutgoingMessage> =>
  isPaired(round) ? cardMessage(context, await card()) : standing(context, round, context.words.t('command.noPair'));

/** Joining needs the card, because it shows who sees the answer before it is given (C-01). */
const join = (context: ListenerContext, round: MyRound): OutgoingMessage =>
  cardMessage(context, round.answer === 'joined' ? statusCard(context.maker, round) : invitationCard(context.maker, round, false));

const sitOut = async (context: ListenerContext, round: MyRound): Promise<OutgoingMessage> => {
  const { deps, actor } = context;
  if (round.match.kind === 'paired') return standing(context, round, context.words.t('refused.inAPair'));
  if (!round.canAnswer) return cardMessage(context, statusCard(context.maker, round));
  const id = roundId(round.id);
  await answerInvitation(deps, { roundId: id, answer: 'sitting-out', opId: clickOperation(deps), actor });
  const now = (await roundFor(context, id)) ?? round;
  return cardMessage(context, invitationCard(context.maker, now, false));
};

/** How people begin before they come to the point; each command is known with and without them. */
const openings = [
  '',
  'please ',
  'hi ',
  'hello ',
  'show ',
  'show me ',
  'please show me ',
  'can i ',
  'can you show me ',
  'i want to ',
  'id like to ',
];
const withOpenings = (said: readonly string[]): readonly string[] => openings.flatMap((opening) => said.map((one) => `${opening}${one}`));

const phrases = {
  status: [
    ...withOpenings(['status', 'my status', 'my round', 'where am i', 'where do i stand', 'where i stand']),
    'what is my status',
    'whats my status',
  ],
  pair: [
    ...withOpenings(['my pair', 'pair', 'my partner', 'partner', 'my match', 'who is my partner', 'whos my partner']),
    'who am i paired with',
    'what is my pair',
  ],
  join: [...withOpenings(['join', 'im in', 'i am in', 'take part']), 'count me in', 'yes'],
  sitOut: [...withOpenings(['sit out', 'not this time', 'sit this out', 'step back']), 'im out', 'i am out', 'leave me out', 'no thanks'],
  pause: [
    ...withOpenings(['pause', 'pause reminders', 'no reminders', 'mute', 'mute reminders', 'stop reminders']),
    ...['im on leave', 'i am on leave', 'im away', 'i am away', 'remind me again'],
  ],
  notes: [...withOpenings(['notes', 'my notes', 'private notes', 'my private notes', 'my journal', 'my steps', 'my challenges'])],
  book: [...withOpenings(['book', 'book sessions', 'book a session', 'my sessions', 'sessions', 'schedule', 'calendar'])],
  prepare: [...withOpenings(['prepare', 'guide', 'my guide', 'next session', 'the next session', 'get ready'])],
  privacy: [...withOpenings(['privacy', 'who sees what', 'who can see this', 'who sees this']), 'what can others see', 'is this private'],
  leave: [...withOpenings(['leave', 'quit', 'end my pair', 'leave my pair', 'leave the round']), 'how can i leave', 'how do i leave'],
  twoTwo: withOpenings(twoTwoWords),
  help: [...withOpenings(['help']), 'hello', 'hi', 'what can you do', 'commands', 'start'],
};

/** What can be typed, in plain words and tolerant of typing. */
export const listenToCommands = (app: BotApp): void => {
  app.command(phrases.status, async ({ context, say }) =>
    say(await inRound(context, isAny, (round) => cardMessage(context, statusCard(context.maker, round)))),
  );
  app.command(phrases.pair, async ({ context, say }) => say(await inRound(context, isMatched, (round) => myPair(context, round))));
  app.command(phrases.join, async ({ context, say }) => say(await inRound(context, takesAnswers, (round) => join(context, round))));
  app.command(phrases.sitOut, async ({ context, say }) => say(await inRound(context, takesAnswers, (round) => sitOut(context, round))));
  app.command(phrases.pause, async ({ context, say }) => say(cardMessage(context, await pauseCardFor(context))));
  app.command(phrases.book, async ({ context, say }) =>
    say(await inRound(context, isPaired, (round) => ofPair(context, round, () => bookCard(context.maker, round)))),
  );
  app.command(phrases.prepare, async ({ context, say }) => {
    const card = async (round: MyRound) =>
      prepareCard(context.maker, round, await nextGuide(context.deps, roundId(round.id), context.actor));
    say(await inRound(context, isPaired, (round) => ofPair(context, round, () => card(round))));
  });
  app.command(phrases.leave, async ({ context, say }) =>
    say(await inRound(context, isPaired, (round) => cardMessage(context, leaveCard(context.maker, round)))),
  );
  app.command(phrases.privacy, ({ context, say }) => say(cardMessage(context, privacyCard(context.maker))));
  // Nothing confidential is ever typed here: all it does is open the page.
  app.command(phrases.notes, ({ context, say }) => say(cardMessage(context, notesCard(context.maker))));
  app.command(phrases.twoTwo, async ({ context, say }) => say((await answerTwoTwo(context)) ?? sentence(context, 'command.notUnderstood')));
  app.command(phrases.help, async ({ context, say }) => say(cardMessage(context, welcomeCard(context.maker, await isInTwoTwo(context)))));
  app.action('showStatus', AboutRound, async ({ context, payload, ack }) => {
    const round = await roundFor(context, payload.roundId);
    ack(round === null ? refusalAnswer(context, { code: 'not-found' }) : { card: statusCard(context.maker, round) });
  });
  app.command(anyText, ({ context, say }) => say(sentence(context, 'command.notUnderstood')));
};
