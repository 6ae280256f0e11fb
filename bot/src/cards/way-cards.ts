import { limits, whoSeesWhat } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { SessionGuide } from '@coaching-pairs/shared/guidance/session-guides';
import { longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { type CardJson, type CardMaker, cardOf, facts, heading, label, lines, openTab, overline, paragraph } from './card.js';

/** The way to the sessions of somebody's pair; it tells neither when they meet nor with whom (C-12). */
export const bookCard = (maker: CardMaker, round: MyRound): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [overline(words, round.name), heading(words.t('card.book.title')), paragraph(words.t('card.book.body'))],
    links: [openTab(maker, words.t('card.book.open'), `round/${round.id}/sessions`)],
  });
};

/** What to read before the next session (CP-71). */
export const prepareCard = (maker: CardMaker, round: MyRound, guide: SessionGuide): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t(guide.title)),
      ...lines(guide.steps.map((step) => words.t(step))),
      paragraph(words.t('card.prepare.body')),
    ],
    links: [openTab(maker, words.t('guide.open'), `round/${round.id}/guides/${guide.name}`)],
  });
};

/** How to leave, which is never done by a word typed here: out of a pair, or out of the round. */
export const leaveCard = (maker: CardMaker, round: MyRound): CardJson => {
  const { words } = maker;
  const paired = round.match.kind === 'paired';
  const ends = round.state === 'proposed' || round.state === 'active';
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.leave.title')),
      paragraph(words.t(!paired ? 'card.leave.round' : ends ? 'card.leave.pair' : 'card.leave.late')),
      paragraph(words.t('card.leave.private')),
    ],
    links: [openTab(maker, words.t('card.leave.open'), paired ? `round/${round.id}/pair` : `round/${round.id}`)],
  });
};

/** Who sees what, and what no product can prevent (C-01). */
export const privacyCard = (maker: CardMaker): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      heading(words.t('tab.whoSees.title')),
      facts(
        whoSeesWhat.map(({ what, circles }) => [words.t(`whoSees.${what}`), words.list(circles.map((one) => words.t(`circle.${one}`)))]),
      ),
      label(words.t('limits.title')),
      ...lines(limits.map((name) => words.t(`limits.${name}`))),
      paragraph(words.t('tab.whoSees.kept', { days: longestKeptDays })),
    ],
    links: [
      openTab(maker, words.t('tab.privacy.link'), 'resources/privacy'),
      openTab(maker, words.t('card.privacy.myData'), 'my-data'),
      openTab(maker, words.t('card.welcome.open'), 'about'),
    ],
  });
};
