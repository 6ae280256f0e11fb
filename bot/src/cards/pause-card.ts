import type { PlainDate } from '@coaching-pairs/shared/ids';
import { type CardJson, type CardMaker, cardOf, heading, openTab, paragraph, quiet } from './card.js';

/** Days for which a card offers silence; any other day is chosen in the tab. */
export const offeredPauses = [7, 14, 28] as const;

/** Asks for how long reminders are to be silent, or says until when they are; answers `pause`, and is shown anew after each click. */
export const pauseCard = (maker: CardMaker, pausedUntil: PlainDate | null): CardJson => {
  const { words } = maker;
  const paused = pausedUntil !== null;
  const silences = offeredPauses.map((days) => ({
    title: words.t('card.pause.weeks', { count: days / 7 }),
    verb: 'pauseReminders',
    data: { days },
  }));
  return cardOf({
    words,
    body: [
      heading(paused ? words.t('card.pause.paused', { date: words.date(pausedUntil) }) : words.t('card.pause.title')),
      paragraph(words.t('card.pause.body')),
      quiet(words.t('card.pause.private')),
    ],
    buttons: paused ? [{ title: words.t('card.pause.again'), verb: 'resumeReminders', data: {} }] : silences,
    links: [openTab(maker, words.t('card.pause.open'), 'hours')],
    refresh: { verb: 'showPause', data: {} },
  });
};
