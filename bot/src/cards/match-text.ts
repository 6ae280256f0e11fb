import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyQuestion, MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type CardMaker, plain, quiet } from './card.js';

/** Names with their functions, never a title (CP-61). */
export const partnersText = (words: Words, partners: readonly Named[]): string =>
  words.list(
    partners.map(({ name, functionName }) =>
      functionName === null ? plain(name) : words.t('card.person', { name: plain(name), functionName: plain(functionName) }),
    ),
  );

/** Their names alone. */
export const namesText = (words: Words, { partners }: Pick<MyQuestion, 'partners'>): string =>
  words.list(partners.map(({ name }) => plain(name)));

/** How a match of three meets; nothing for a pair. */
export const trioLine = (words: Words, { partners }: MyQuestion) => (partners.length > 1 ? [quiet(words.t('card.proposal.trio'))] : []);

/** The last day for an answer; nothing follows from silence but that organisers are told how many matches are open. */
export const answerByLine = ({ words, today }: CardMaker, { answerBy }: MyQuestion) => {
  if (answerBy === null) return [];
  const date = words.date(plainDate(answerBy));
  return [quiet(answerBy < today ? words.t('card.answersByOver', { date }) : words.t('card.proposal.answerBy', { date }))];
};

/** Where somebody without a match stands, from before the invitations to after the announcement. */
const unmatchedText = ({ words }: CardMaker, round: MyRound): string => {
  if (round.state === 'kick-off') return words.t('card.status.early');
  if (round.answer !== 'joined')
    return round.canAnswer ? words.t('card.status.mayJoin', { join: words.t('command.join') }) : words.t('card.status.notJoined');
  if (round.canAnswer && round.mode === 'open-choice') return words.t('card.status.openChoice');
  return round.canAnswer
    ? words.t('card.status.joined')
    : words.t('card.announced.none', { peoplePartner: plain(round.peoplePartner.name) });
};

/** Where somebody stands with their match, in a sentence; one more for each who would like them as partner besides (CP-31). */
export const matchText = (maker: CardMaker, round: MyRound): string => {
  const { words } = maker;
  const questions = round.questions.map(({ partners, third, accepted }) => {
    if (third !== null) return words.t(accepted ? 'card.third.accepted' : 'card.status.third', { name: partnersText(words, [third]) });
    return words.t(round.state === 'choosing' ? 'card.status.askedOnBoard' : 'card.status.asked', {
      partners: partnersText(words, partners),
      count: partners.length,
    });
  });
  return [...(questions.length > 0 && round.match.kind === 'none' ? [] : [ownText(maker, round)]), ...questions].join(' ');
};

const ownText = (maker: CardMaker, round: MyRound): string => {
  const { words } = maker;
  const { match } = round;
  switch (match.kind) {
    case 'asked':
      return words.t('card.status.asked', { partners: partnersText(words, match.partners), count: match.partners.length });
    case 'waiting':
      if (match.suggested !== null) return words.t(`card.suggested.${match.suggested}`, { partners: partnersText(words, match.partners) });
      return words.t('card.status.waiting', { partners: partnersText(words, match.partners), count: match.partners.length });
    case 'being-reworked':
      return words.t('card.status.reworking');
    case 'paired':
      return words.t('card.status.paired', { partners: partnersText(words, match.partners), count: match.partners.length });
    case 'none':
      return unmatchedText(maker, round);
  }
};
