import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';

/** For both of a pair that has neither met nor booked for a while; no question whether they met, and nobody else reads it (CP-72). */
export const rhythmCard = (maker: CardMaker, round: Pick<MyRound, 'id' | 'name'>): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.rhythm.title')),
      paragraph(words.t('card.rhythm.body')),
      quiet(words.t('card.rhythm.private')),
    ],
    links: [openTab(maker, words.t('card.book.open'), `round/${round.id}/sessions`)],
  });
};
