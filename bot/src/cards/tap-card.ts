import { plainDate } from '@coaching-pairs/shared/ids';
import type { BoardSuggestion } from '@coaching-pairs/shared/wire/board';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, plain, quiet } from './card.js';

/** A suggestion that waits for its reader's tap, and of which round. */
export type AwaitedTap = { readonly round: { readonly id: string; readonly name: string }; readonly suggestion: BoardSuggestion };

/** Asks whoever may know of it whether two of one function may be partners (CP-31): one tap, and nobody reads whose it was. */
export const tapCard = (maker: CardMaker, { round, suggestion }: AwaitedTap): CardJson => {
  const { words } = maker;
  const { id, by, nominee, answerBy } = suggestion;
  const data = { roundId: round.id, proposalId: id };
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.tap.title')),
      paragraph(
        words.t('card.tap.body', {
          by: plain(by.name),
          nominee: plain(nominee.name),
          functionName: plain(by.functionName ?? ''),
        }),
      ),
      quiet(words.t('card.tap.discreet', { by: plain(by.name), nominee: plain(nominee.name) })),
      ...(answerBy === null ? [] : [quiet(words.t('card.tap.answerBy', { date: words.date(plainDate(answerBy)) }))]),
    ],
    buttons: [
      { title: words.t('card.tap.pass'), verb: 'passOnSuggestion', data, style: 'positive' },
      { title: words.t('card.tap.keep'), verb: 'keepSuggestion', data },
    ],
    links: [openTab(maker, words.t('card.administrator.open'), `admin/${round.id}`)],
    refresh: { verb: 'showSuggestion', data },
  });
};

/** The same once it is settled, by whomever and however. */
export const tappedCard = (maker: CardMaker, round: AwaitedTap['round']): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [overline(words, round.name), heading(words.t('card.tapped.title')), paragraph(words.t('card.tapped.body'))],
    links: [openTab(maker, words.t('card.administrator.open'), `admin/${round.id}`)],
  });
};
