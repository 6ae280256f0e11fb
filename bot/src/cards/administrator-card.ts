import type { Round } from '@coaching-pairs/shared/round/round';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';

/** Tells somebody that they were named to administer a round; neither by whom nor why. */
export const administratorCard = (maker: CardMaker, round: Pick<Round, 'id' | 'name'>): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.administrator.title')),
      paragraph(words.t('card.administrator.body')),
      quiet(words.t('card.administrator.discreet')),
    ],
    links: [openTab(maker, words.t('card.administrator.open'), `admin/${round.id}`)],
  });
};
