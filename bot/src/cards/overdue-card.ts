import type { Round } from '@coaching-pairs/shared/round/round';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';

/** Tells an administrator that the time to answer some matches is over: how many, never whose or who is silent (CP-33). */
export const overdueCard = (maker: CardMaker, round: Pick<Round, 'id' | 'name'>, count: number): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.overdue.title', { count })),
      paragraph(words.t('card.overdue.body', { count })),
      quiet(words.t('card.overdue.silence')),
    ],
    links: [openTab(maker, words.t('card.administrator.open'), `admin/${round.id}`)],
  });
};
