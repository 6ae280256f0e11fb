import { type Instant, instant } from '@coaching-pairs/shared/ids';
import type { Round } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import { box, type CardJson, type CardMaker, cardOf, heading, openDialog, openTab, overline, paragraph, quiet } from './card.js';
import { partnersText } from './match-text.js';
import { namesView } from './names-dialog.js';

/** The round as these cards name it. */
export type RoundNamed = Pick<Round, 'id' | 'name' | 'timeZone'>;

/** The last minute in which names are taken. */
const lastMinute = (closesAt: string): Instant => instant(new Date(Date.parse(closesAt) - 60_000).toISOString());

/**
 * Asks for two names, and whether somebody takes part: the same words for everybody, so that they tell of nobody that they held back.
 * The first choice is not promised (CP-81).
 */
export const namesCard = (maker: CardMaker, round: RoundNamed, { closesAt }: Pick<MyFeedback, 'closesAt'>, again = false): CardJson => {
  const { words } = maker;
  const last = closesAt === null ? null : localDayOf(lastMinute(closesAt), round.timeZone);
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t(again ? 'card.names.again' : 'card.names.title')),
      paragraph(words.t('card.names.body')),
      box([paragraph(words.t('card.names.private'))]),
      ...(last === null ? [] : [quiet(words.t('card.names.until', { date: words.date(last) }))]),
    ],
    links: [
      openDialog(words.t('card.names.name'), namesView, { roundId: round.id }),
      openTab(maker, words.t('card.names.open'), `round/${round.id}/names`),
    ],
  });
};

/** With whom somebody is on the day, and where the guide is; null for whoever is in no pair. */
export const feedbackPairCard = (
  maker: CardMaker,
  round: RoundNamed,
  { group }: Pick<MyFeedback, 'group'>,
  changed: boolean,
): CardJson | null => {
  if (group === null) return null;
  const { words } = maker;
  const partners = partnersText(words, group);
  const title = changed ? 'card.feedback.changed' : 'card.feedback.title';
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t(title, { partners })),
      paragraph(words.t('card.feedback.body', { count: group.length })),
      quiet(words.t('card.feedback.private')),
    ],
    links: [
      openTab(maker, words.t('card.feedback.guide'), `round/${round.id}/awayday-guide`),
      openTab(maker, words.t('card.openRound'), `round/${round.id}`),
    ],
  });
};
