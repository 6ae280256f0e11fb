import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';

type Of = Pick<MyRound, 'id' | 'name' | 'leftSessions'>;

/** For whoever booked a session that another of the pair wants otherwise: neither which nor when, and not who wished for it (C-12). */
export const sessionWaitsCard = (maker: CardMaker, round: Pick<Of, 'id' | 'name'>): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.sessionWaits.title')),
      paragraph(words.t('card.sessionWaits.body')),
      quiet(words.t('card.rhythm.private')),
    ],
    links: [openTab(maker, words.t('card.sessionWaits.open'), `round/${round.id}/sessions`)],
  });
};

/** The button that leads to where sessions of a pair that has ended are taken out of Outlook with one tap. */
export const takeOutLink = (maker: CardMaker, { id, leftSessions }: Of): ReturnType<typeof openTab> =>
  openTab(maker, maker.words.t('card.leftSessions.open', { count: leftSessions }), `round/${id}`);

/** For whoever booked sessions of a pair that has ended and has not taken them out yet: no name, and not who ended it. */
export const leftSessionsCard = (maker: CardMaker, round: Of): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.leftSessions.title')),
      paragraph(words.t('card.leftSessions.body', { count: round.leftSessions })),
    ],
    links: [takeOutLink(maker, round)],
  });
};
