import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import { box, type CardJson, type CardMaker, cardOf, heading, label, lines, openTab, overline, paragraph, plain, quiet } from './card.js';
import { namesText, partnersText } from './match-text.js';

const toBoard = (maker: CardMaker, round: MyRound) => openTab(maker, maker.words.t('card.ask.board'), `round/${round.id}/choose`);

const refreshFor = (round: MyRound, proposalId: string) => ({ verb: 'showProposal', data: { roundId: round.id, proposalId } });

/** What else is open for whoever is asked: their own ask, which a yes ends, and others who ask them. */
const beside = ({ words }: CardMaker, { match, questions }: MyRound) => [
  ...(match.kind === 'waiting' ? [quiet(words.t('card.ask.own'))] : []),
  ...(questions.length > 1 ? [quiet(words.t('card.ask.others', { count: questions.length - 1 }))] : []),
];

const asked = (maker: CardMaker, round: MyRound, question: MyQuestion): CardJson => {
  const { words } = maker;
  const data = { roundId: round.id, proposalId: question.proposalId };
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.ask.title', { name: namesText(words, question) })),
      paragraph(words.t('card.ask.who', { partner: partnersText(words, question.partners) })),
      ...(question.reasons.length === 0 ? [] : [label(words.t('card.proposal.reasons')), ...lines(question.reasons.map(plain))]),
      box([paragraph(words.t('card.proposal.question', { count: 1 })), quiet(words.t('card.proposal.hierarchyFree'))]),
      ...beside(maker, round),
      quiet(words.t('card.ask.mayGuess')),
    ],
    buttons: [
      { title: words.t('card.ask.yes'), verb: 'acceptProposal', data, style: 'positive' },
      { title: words.t('card.proposal.decline'), verb: 'declineProposal', data },
    ],
    links: [toBoard(maker, round)],
    refresh: refreshFor(round, question.proposalId),
  });
};

/** It is over, whatever the cause, and the board says where its reader stands; the same for whoever said no themselves. */
const over = (maker: CardMaker, round: MyRound, proposalId: string): CardJson =>
  cardOf({
    words: maker.words,
    body: [
      overline(maker.words, round.name),
      heading(maker.words.t('card.ask.over.title')),
      paragraph(maker.words.t('card.ask.over.body')),
    ],
    links: [toBoard(maker, round)],
    refresh: refreshFor(round, proposalId),
  });

/** Somebody asks its reader on the board on which partners are chosen in the open (tension 3), as it stands now. */
export const askCard = (maker: CardMaker, round: MyRound, proposalId: string): CardJson => {
  const question = round.questions.find((one) => one.proposalId === proposalId);
  return question === undefined ? over(maker, round, proposalId) : asked(maker, round, question);
};
