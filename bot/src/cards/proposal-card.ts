import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { askCard } from './ask-card.js';
import {
  box,
  type CardJson,
  type CardMaker,
  cardOf,
  heading,
  label,
  lines,
  openDialog,
  openTab,
  overline,
  paragraph,
  plain,
  quiet,
} from './card.js';
import { choiceCard } from './choice-card.js';
import { answerByLine, namesText, partnersText, trioLine } from './match-text.js';
import { ownWords } from './own-words.js';

const refreshFor = (round: MyRound, proposalId: string) => ({ verb: 'showProposal', data: { roundId: round.id, proposalId } });

/** Opens the dialog in which somebody else is named (CP-31); nothing where that is not possible now. */
const suggest = ({ words }: CardMaker, round: MyRound) =>
  round.maySuggest ? [openDialog(words.t('card.suggest.open'), 'suggestPartner', { roundId: round.id })] : [];

const asked = (maker: CardMaker, round: MyRound, match: MyQuestion, again: boolean): CardJson => {
  const { words } = maker;
  const data = { roundId: round.id, proposalId: match.proposalId };
  const count = match.partners.length;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.proposal.title', { partners: namesText(words, match), count })),
      ...(again ? [paragraph(words.t('card.proposal.again'))] : []),
      paragraph(words.t('card.proposal.who', { partners: partnersText(words, match.partners) })),
      ...(match.reasons.length === 0 ? [] : [label(words.t('card.proposal.reasons')), ...lines(match.reasons.map(plain))]),
      ...ownWords(maker, round.ownWords.match),
      box([paragraph(words.t('card.proposal.question', { count })), quiet(words.t('card.proposal.hierarchyFree'))]),
      ...trioLine(words, match),
      quiet(words.t('card.proposal.mayGuess', { count })),
      ...answerByLine(maker, match),
    ],
    buttons: [
      { title: words.t('card.proposal.accept'), verb: 'acceptProposal', data, style: 'positive' },
      { title: words.t('card.proposal.decline'), verb: 'declineProposal', data },
    ],
    links: [...suggest(maker, round), openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: refreshFor(round, match.proposalId),
  });
};

const waiting = (maker: CardMaker, round: MyRound, match: Extract<MyRound['match'], { kind: 'waiting' }>): CardJson => {
  const { words } = maker;
  const data = { roundId: round.id, proposalId: match.proposalId };
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.waiting.title')),
      paragraph(words.t('card.waiting.body', { partners: partnersText(words, match.partners), count: match.partners.length })),
    ],
    buttons: [{ title: words.t('card.proposal.decline'), verb: 'declineProposal', data }],
    links: [...suggest(maker, round), openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: refreshFor(round, match.proposalId),
  });
};

/** Whether one's pair takes somebody in: what comes of a yes, and that nothing does of a no. */
const third = (maker: CardMaker, round: MyRound, question: MyQuestion & { readonly third: Named }): CardJson => {
  const { words } = maker;
  const data = { roundId: round.id, proposalId: question.proposalId };
  const name = plain(question.third.name);
  const partner = namesText(words, { partners: question.partners.filter(({ id }) => id !== question.third.id) });
  const body = [paragraph(words.t('card.third.body', { name: partnersText(words, [question.third]), partner }))];
  const asks = [
    box([paragraph(words.t('card.third.means', { partner })), quiet(words.t('card.proposal.hierarchyFree'))]),
    quiet(words.t('card.third.mayGuess')),
    ...answerByLine(maker, question),
  ];
  const yes = { title: words.t('card.proposal.accept'), verb: 'acceptProposal', data, style: 'positive' } as const;
  const no = { title: words.t('card.proposal.decline'), verb: 'declineProposal', data };
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.third.title', { name })),
      ...(question.accepted ? [paragraph(words.t('card.third.accepted'))] : [...body, ...asks]),
    ],
    buttons: question.accepted ? [no] : [yes, no],
    links: [openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: refreshFor(round, question.proposalId),
  });
};

/** A choice of one's own that waits: for the people partner's look at it, or for the answer of whoever is named (CP-31). */
const suggested = (maker: CardMaker, round: MyRound, match: Extract<MyRound['match'], { kind: 'waiting' }>): CardJson => {
  const { words } = maker;
  const partners = partnersText(words, match.partners);
  const body = words.t(match.suggested === 'held' ? 'card.suggested.held' : 'card.suggested.asked', { partners });
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.suggested.title')),
      paragraph(body),
      quiet(words.t('card.suggested.otherwise')),
    ],
    buttons: [
      { title: words.t('card.suggested.takeBack'), verb: 'declineProposal', data: { roundId: round.id, proposalId: match.proposalId } },
    ],
    links: [openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: refreshFor(round, match.proposalId),
  });
};

/** A short card of a heading and a sentence that leads into the tab. */
const plainCard = (maker: CardMaker, round: MyRound, title: string, body: string, refreshed?: string, suggests = false): CardJson =>
  cardOf({
    words: maker.words,
    body: [overline(maker.words, round.name), heading(title), paragraph(body)],
    links: [...(suggests ? suggest(maker, round) : []), openTab(maker, maker.words.t('card.openRound'), `round/${round.id}`)],
    ...(refreshed === undefined ? {} : { refresh: refreshFor(round, refreshed) }),
  });

/** The match is being reworked; the same for everybody it concerns, whoever said no (CP-33). */
export const reworkingCard = (maker: CardMaker, round: MyRound, proposalId?: string): CardJson =>
  plainCard(maker, round, maker.words.t('card.reworking.title'), maker.words.t('card.reworking.body'), proposalId, true);

/** One has come to stand in the other's line (CP-24b); said kindly, and what happens next. */
export const inOneLineCard = (maker: CardMaker, round: MyRound): CardJson =>
  plainCard(maker, round, maker.words.t('card.inOneLine.title'), maker.words.t('card.inOneLine.body'));

/** The same of a pair that already meets: told, and offered a new match, never broken up (CP-24b). */
export const pairInOneLineCard = (maker: CardMaker, round: MyRound): CardJson => {
  const peoplePartner = plain(round.peoplePartner.name);
  return plainCard(maker, round, maker.words.t('card.inOneLine.title'), maker.words.t('card.inOneLine.pair', { peoplePartner }));
};

/** What both read when all have said yes: the hierarchy-free rule, and what to do before the first meeting (CP-60, CP-71). */
export const pairCard = (maker: CardMaker, round: MyRound, match: Extract<MyRound['match'], { kind: 'paired' }>): CardJson => {
  const { words } = maker;
  const count = match.partners.length;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.pair.title', { partners: namesText(words, match), count })),
      paragraph(words.t('card.pair.body', { partners: partnersText(words, match.partners), count })),
      box([paragraph(words.t('card.pair.hierarchyFree', { count }))]),
      label(words.t('card.pair.nextTitle')),
      ...lines([words.t('card.pair.nextSkim'), words.t('card.pair.nextMeet', { count }), words.t('card.pair.nextSix')]),
    ],
    links: [
      openTab(maker, words.t('card.pair.guide'), `round/${round.id}/prepare`),
      openTab(maker, words.t('card.openRound'), `round/${round.id}`),
    ],
  });
};

const asksForThird = (one: MyQuestion | undefined): one is MyQuestion & { readonly third: Named } =>
  one !== undefined && one.third !== null;

/** The proposal as it stands for its reader now; a card older than that changes nothing and shows this instead (S-07). `again`: it is asked a second time. */
export const proposalCard = (maker: CardMaker, round: MyRound, proposalId: string, again = false): CardJson => {
  const { match } = round;
  if (round.state === 'choosing' && match.kind !== 'paired') return askCard(maker, round, proposalId);
  const own = match.kind === 'asked' ? [{ ...match, third: null, accepted: false }] : [];
  const open = [...own, ...round.questions];
  const one = open.find((question) => question.proposalId === proposalId);
  const isWaiting = match.kind === 'waiting' && match.proposalId === proposalId;
  if ((one !== undefined || isWaiting) && round.questions.length > 0 && (open.length > 1 || match.kind === 'waiting'))
    return choiceCard(maker, round, open, proposalId);
  if (asksForThird(one)) return third(maker, round, one);
  if (one !== undefined) return asked(maker, round, one, again);
  if (isWaiting) return match.suggested === null ? waiting(maker, round, match) : suggested(maker, round, match);
  if (match.kind === 'paired') return pairCard(maker, round, match);
  if (match.kind === 'being-reworked') return reworkingCard(maker, round, proposalId);
  return plainCard(maker, round, maker.words.t('card.over.title'), maker.words.t('card.over.body'), proposalId);
};
