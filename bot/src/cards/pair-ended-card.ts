import { plainDate } from '@coaching-pairs/shared/ids';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, heading, openTab, overline, paragraph, quiet } from './card.js';
import { takeOutLink } from './outlook-cards.js';

/**
 * All of a pair that has ended read the same, whoever ended it: no name, no reason, and what comes now. Whoever has booked its sessions
 * reads that they are left in their Outlook, and takes them out from here.
 */
export const pairEndedCard = (maker: CardMaker, round: Pick<MyRound, 'id' | 'name' | 'state' | 'leftSessions'>): CardJson => {
  const { words } = maker;
  const count = round.leftSessions;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.pairEnded.title')),
      paragraph(words.t(round.state === 'choosing' ? 'card.pairEnded.onBoard' : 'card.pairEnded.body')),
      ...(count > 0 ? [paragraph(words.t('card.leftSessions.body', { count }))] : []),
      quiet(words.t('card.pairEnded.blame')),
    ],
    links: [count > 0 ? takeOutLink(maker, round) : openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
  });
};

/** For everybody in a pair, a week before what they share is deleted (C-10): until when it can be read, and what stays. */
export const textsEndCard = (maker: CardMaker, round: Pick<MyRound, 'id' | 'name'>, until: string): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.textsEnd.title')),
      paragraph(words.t('card.textsEnd.body', { date: words.date(plainDate(until)) })),
      quiet(words.t('card.textsEnd.stays')),
    ],
    links: [
      openTab(maker, words.t('card.textsEnd.read'), `round/${round.id}/pair`),
      openTab(maker, words.t('card.textsEnd.save'), 'my-data'),
    ],
  });
};

/** For those who may know of a decline in that match: people wait for a new one, or somebody `late` for a first. Who stands on the board alone. */
export const newMatchWantedCard = (maker: CardMaker, round: Pick<Round, 'id' | 'name'>, late = false): CardJson => {
  const { words } = maker;
  const about = late ? 'card.joinedLate' : 'card.newMatchWanted';
  return cardOf({
    words,
    body: [overline(words, round.name), heading(words.t(`${about}.title`)), paragraph(words.t(`${about}.body`))],
    links: [openTab(maker, words.t('card.administrator.open'), `admin/${round.id}`)],
  });
};
