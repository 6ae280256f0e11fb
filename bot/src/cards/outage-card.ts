import type { Outage } from '@coaching-pairs/shared/health';
import { type CardJson, type CardMaker, cardOf, heading, lines, openTab, paragraph, quiet } from './card.js';

/** What an administrator is told of an outage; `zone` in which times are written, `place` where the link leads. */
export type OutageReader = { readonly zone: string; readonly place: string };

/** Something has been broken for an hour: what, and since when it is known. Neither a person nor a round is named. */
export const brokenCard = (maker: CardMaker, { troubles, since }: Outage, { zone, place }: OutageReader): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      heading(words.t('card.outage.title')),
      ...lines(troubles.map((trouble) => words.t(`tab.health.trouble.${trouble}`))),
      paragraph(words.t('card.outage.since', { when: words.dateTime(since, zone) })),
      quiet(words.t('card.outage.why')),
    ],
    links: [openTab(maker, words.t('card.outage.open'), place)],
  });
};

/** It is well again. */
export const wellAgainCard = (maker: CardMaker, { since, endedAt }: Outage, { zone, place }: OutageReader): CardJson => {
  const { words } = maker;
  const [from, to] = [words.dateTime(since, zone), words.dateTime(endedAt ?? since, zone)];
  return cardOf({
    words,
    body: [
      heading(words.t('card.wellAgain.title')),
      paragraph(words.t('card.wellAgain.body', { from, to })),
      paragraph(words.t('card.wellAgain.late')),
    ],
    links: [openTab(maker, words.t('card.outage.open'), place)],
  });
};
