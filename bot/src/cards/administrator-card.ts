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

/** Tells somebody that they administer a round no longer; neither by whom nor why, and with no way into what is closed to them. */
export const administratorRemovedCard = (maker: CardMaker, round: Pick<Round, 'name'>): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.administratorRemoved.title')),
      paragraph(words.t('card.administratorRemoved.body')),
    ],
    links: [openTab(maker, words.t('card.welcome.open'), 'about')],
  });
};
