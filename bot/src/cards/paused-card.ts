import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';

/** Tells somebody that organisers have set them aside for a while; neither by whom nor why, and that they can go on at any time. */
export const pausedCard = (maker: CardMaker, round: Pick<MyRound, 'id' | 'name'>, until: string): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.paused.title', { date: words.date(plainDate(until)) })),
      paragraph(words.t('card.paused.body')),
      quiet(words.t('card.paused.private')),
    ],
    links: [openTab(maker, words.t('card.paused.open'), `round/${round.id}`)],
  });
};
