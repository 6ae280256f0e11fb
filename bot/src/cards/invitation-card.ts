import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
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
import { matchText } from './match-text.js';
import { ownWords } from './own-words.js';
import { skipWishes, wishesLink, wishesOffer } from './wishes-offer.js';

/** That nothing follows from silence stands beside every question that is asked again (CP-11). */
const reminded = ({ words }: CardMaker) => paragraph(words.t('card.invitation.again'));

const what = ({ words }: CardMaker) => [
  paragraph(words.t('card.invitation.what')),
  ...lines([words.t('card.invitation.equals'), words.t('card.invitation.six'), words.t('card.invitation.otherFunction')]),
];

const whoSees = ({ words }: CardMaker) =>
  box([
    label(words.t('card.invitation.whoSees')),
    ...lines([words.t('card.invitation.whoSeesJoin'), words.t('card.invitation.whoSeesNo'), words.t('card.invitation.whoSeesTalks')]),
  ]);

const more = ({ words }: CardMaker, { mode }: MyRound) => [
  label(words.t('card.invitation.moreTitle')),
  ...lines([
    words.t(mode === 'open-choice' ? 'card.invitation.moreOpenChoice' : 'card.invitation.moreMatch'),
    words.t('card.invitation.moreDecline'),
    words.t('card.invitation.moreNoExperts'),
    words.t('card.invitation.moreAwayday'),
  ]),
];

/** The last day for an answer, and once it is over that an answer counts all the same. */
const answersBy = ({ words, today }: CardMaker, round: MyRound) => {
  const date = words.date(plainDate(round.answersBy));
  return quiet(round.answersBy < today ? words.t('card.answersByOver', { date }) : words.t('card.invitation.answersBy', { date }));
};

const joinButton = ({ words }: CardMaker, round: MyRound): Button => ({
  title: words.t('card.invitation.join'),
  verb: 'join',
  data: { roundId: round.id, disclosureVersion: round.disclosureVersion },
  style: 'positive',
});

const sitOutButton = ({ words }: CardMaker, round: MyRound): Button => ({
  title: words.t('card.invitation.sitOut'),
  verb: 'sitOut',
  data: { roundId: round.id },
});

const buttonsFor = (maker: CardMaker, round: MyRound, expanded: boolean): readonly Button[] => {
  if (!round.canAnswer) return [];
  if (round.answer === 'joined') return [sitOutButton(maker, round)];
  if (round.answer === 'sitting-out') return [joinButton(maker, round)];
  const tellMore = { title: maker.words.t('card.invitation.tellMore'), verb: 'tellMore', data: { roundId: round.id } };
  return [joinButton(maker, round), sitOutButton(maker, round), ...(expanded ? [] : [tellMore])];
};

const titleFor = ({ words }: CardMaker, round: MyRound): string => {
  if (round.answer === 'joined') return words.t('card.invitation.joinedTitle');
  if (round.answer === 'sitting-out') return words.t('card.invitation.sittingOutTitle');
  return round.canAnswer ? words.t('card.invitation.title') : words.t('card.invitation.closedTitle');
};

const joinedBody = (maker: CardMaker, round: MyRound) => {
  const { words } = maker;
  const awaits = round.canAnswer && round.match.kind === 'none';
  return [
    paragraph(awaits && round.mode === 'proposed' ? words.t('card.invitation.joined') : matchText(maker, round)),
    ...(round.canAnswer ? [quiet(words.t('card.invitation.changeMind'))] : []),
  ];
};

const bodyFor = (maker: CardMaker, round: MyRound, expanded: boolean) => {
  const { words } = maker;
  if (round.answer === 'joined') return joinedBody(maker, round);
  if (round.answer === 'sitting-out') {
    const stillPossible = round.canAnswer ? [quiet(words.t('card.invitation.stillPossible'))] : [];
    return [paragraph(words.t('card.invitation.sittingOut')), ...stillPossible];
  }
  if (!round.canAnswer) return [paragraph(words.t('card.invitation.closed'))];
  return [
    paragraph(words.t('card.invitation.from', { leader: plain(round.leader.name) })),
    ...ownWords(maker, round.ownWords.invitation),
    ...what(maker),
    ...(expanded ? more(maker, round) : []),
    whoSees(maker),
    answersBy(maker, round),
  ];
};

/**
 * What stands there right after *I'm in*: besides, what may be said in private; skipped by one tap, or by not caring about it.
 * Once names are no longer taken it is the invitation as it stands.
 */
export const justJoinedCard = (maker: CardMaker, round: MyRound): CardJson => {
  const skip = skipWishes(maker, round);
  if (skip.length === 0) return invitationCard(maker, round, false);
  return cardOf({
    words: maker.words,
    body: [overline(maker.words, round.name), heading(titleFor(maker, round)), ...joinedBody(maker, round), ...wishesOffer(maker, round)],
    buttons: [...skip, ...buttonsFor(maker, round, false)],
    links: wishesLink(maker, round),
    refresh: { verb: 'showWishes', data: { roundId: round.id } },
  });
};

/** The invitation to a round, or what has become of it for this reader; `expanded` says more, `again` that it is asked a second time. */
export const invitationCard = (maker: CardMaker, round: MyRound, expanded: boolean, again = false): CardJson =>
  cardOf({
    words: maker.words,
    body: [
      overline(maker.words, round.name),
      heading(titleFor(maker, round)),
      ...(again ? [reminded(maker)] : []),
      ...bodyFor(maker, round, expanded),
    ],
    buttons: buttonsFor(maker, round, expanded),
    links: [
      ...wishesLink(maker, round),
      openTab(maker, maker.words.t('card.openRound'), `round/${round.id}`),
      ...(round.canAnswer && round.answer === 'none' ? [openTab(maker, maker.words.t('tab.privacy.link'), 'resources/privacy')] : []),
    ],
    refresh: { verb: 'showInvitation', data: { roundId: round.id } },
  });
