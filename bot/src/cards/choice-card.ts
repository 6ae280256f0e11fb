import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import {
  type Button,
  box,
  type CardJson,
  type CardMaker,
  cardOf,
  heading,
  label,
  lines,
  openTab,
  overline,
  paragraph,
  plain,
  quiet,
} from './card.js';
import { answerByLine, namesText, partnersText, trioLine } from './match-text.js';

/** Two buttons each, and a link: more would not fit a card (S-24). */
const mostOnCard = 2;

const about = (maker: CardMaker, question: MyQuestion) => [
  label(partnersText(maker.words, question.partners)),
  ...lines(question.reasons.map(plain)),
  ...trioLine(maker.words, question),
  ...answerByLine(maker, question),
];

const buttonsFor = (words: Words, round: MyRound, question: MyQuestion): readonly Button[] => {
  const data = { roundId: round.id, proposalId: question.proposalId };
  const names = namesText(words, question);
  return [
    { title: words.t('card.choice.accept', { names }), verb: 'acceptProposal', data, style: 'positive' },
    { title: words.t('card.choice.decline', { names }), verb: 'declineProposal', data },
  ];
};

/** What they have said or asked for themselves, beside which somebody else now stands. */
const standing = (words: Words, { match }: MyRound) =>
  match.kind === 'waiting'
    ? [
        paragraph(
          words.t(match.suggested === null ? 'card.choice.waiting' : 'card.choice.suggested', {
            partners: partnersText(words, match.partners),
          }),
        ),
      ]
    : [];

/**
 * Several people could be somebody's partner: they see all and pick (CP-31). Who suggested which match is not said; what is not chosen
 * comes to nothing in the words of any other match (CP-33).
 */
export const choiceCard = (maker: CardMaker, round: MyRound, open: readonly MyQuestion[], proposalId: string): CardJson => {
  const { words } = maker;
  const shown = open.slice(0, mostOnCard);
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.choice.title', { count: open.length })),
      ...standing(words, round),
      ...shown.flatMap((question) => about(maker, question)),
      box([paragraph(words.t('card.choice.question')), quiet(words.t('card.proposal.hierarchyFree'))]),
      quiet(words.t('card.choice.others')),
      ...(open.length > mostOnCard ? [paragraph(words.t('card.choice.more', { count: open.length - mostOnCard }))] : []),
    ],
    buttons: shown.flatMap((question) => buttonsFor(words, round, question)),
    links: [openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: { verb: 'showProposal', data: { roundId: round.id, proposalId } },
  });
};
