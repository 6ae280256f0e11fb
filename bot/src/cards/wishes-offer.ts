import { mayWish, mostTrusted } from '@coaching-pairs/shared/round/wishes';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type Button, box, type CardMaker, label, lines, openTab, quiet } from './card.js';

/** What somebody may say in private as they join, and who reads it; there is nothing to answer here (CP-21, CP-24c). */
export const wishesOffer = ({ words }: CardMaker, round: MyRound) =>
  mayWish(round, round)
    ? [
        box([
          label(words.t('card.wishes.title')),
          ...lines([words.t('card.wishes.closely'), words.t('card.wishes.trusted', { most: mostTrusted })]),
          quiet(words.t('card.wishes.reads')),
        ]),
      ]
    : [];

/** Shows the card without the offer: one tap, and nothing is noted of it. */
export const skipWishes = ({ words }: CardMaker, round: MyRound): readonly Button[] =>
  mayWish(round, round) ? [{ title: words.t('card.wishes.skip'), verb: 'showInvitation', data: { roundId: round.id } }] : [];

/** The way to the page on which names are given; chats with the bot are read by others, so no name is asked for in one. */
export const wishesLink = (maker: CardMaker, round: MyRound) =>
  mayWish(round, round) ? [openTab(maker, maker.words.t('card.wishes.open'), `round/${round.id}/wishes`)] : [];
