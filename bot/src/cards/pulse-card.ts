import { plainDate } from '@coaching-pairs/shared/ids';
import { pulseQuestions } from '@coaching-pairs/shared/pulse/pulse';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, heading, lines, openTab, overline, paragraph, quiet } from './card.js';

/**
 * Asks everybody who takes part for four taps, and is the same for whoever has answered (CP-96). The taps are made in the tab: what is
 * clicked in a chat passes through more hands than need be.
 */
export const pulseCard = (maker: CardMaker, round: Pick<MyRound, 'id' | 'name'>, until: string): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.pulse.title')),
      paragraph(words.t('card.pulse.body', { date: words.date(plainDate(until)) })),
      ...lines(pulseQuestions.map((question) => words.t(`pulse.${question}`))),
      paragraph(words.t('card.pulse.anonymous')),
      quiet(words.t('card.pulse.everybody')),
    ],
    links: [openTab(maker, words.t('card.pulse.open'), `round/${round.id}/pulse`)],
  });
};
