import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { box, type CardJson, type CardMaker, cardOf, facts, heading, label, lines, openTab, overline, paragraph, plain } from './card.js';
import { matchText, partnersText } from './match-text.js';

/** When and where, once it stands in calendars; the client writes day and time by its own clock. */
const whenText = ({ words }: CardMaker, { kickOffMeeting }: MyRound): readonly string[] => {
  if (kickOffMeeting === null) return [];
  const at = `${kickOffMeeting.start.slice(0, 19)}Z`;
  const { minutes, location } = kickOffMeeting;
  const where = location === null ? words.t('card.kickOff.inTeams') : plain(location);
  return [words.t('card.kickOff.when', { day: `{{DATE(${at},LONG)}}`, time: `{{TIME(${at})}}`, minutes, where })];
};

/** Calls the whole population to the kick-off: what it is about and how an hour of it goes (CP-10). */
export const kickOffCard = (maker: CardMaker, round: MyRound): CardJson => {
  const { words } = maker;
  const when = round.kickOffOn === null ? '' : words.date(plainDate(round.kickOffOn));
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.kickOff.title', { date: when })),
      ...whenText(maker, round).map(paragraph),
      paragraph(words.t('card.kickOff.body', { leader: plain(round.leader.name) })),
      label(words.t('card.kickOff.agendaTitle')),
      ...lines([
        words.t('card.kickOff.why'),
        words.t('card.kickOff.elements'),
        words.t('card.kickOff.matching'),
        words.t('card.kickOff.agree'),
      ]),
      box([paragraph(words.t('card.kickOff.voluntary'))]),
    ],
    links: [openTab(maker, words.t('card.kickOff.preRead'), 'about')],
  });
};

/** The pairs are known: mine by name, all of them in the tab. */
export const announcedCard = (maker: CardMaker, round: MyRound): CardJson => {
  const { words } = maker;
  const mine =
    round.match.kind === 'paired'
      ? words.t('card.announced.mine', { partners: partnersText(words, round.match.partners), count: round.match.partners.length })
      : words.t('card.announced.none', { peoplePartner: plain(round.peoplePartner.name) });
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.announced.title')),
      paragraph(mine),
      facts([
        [words.t('card.announced.starts'), words.date(plainDate(round.startsOn))],
        [words.t('card.announced.ends'), words.date(plainDate(round.endsOn))],
      ]),
    ],
    links: [
      ...(round.match.kind === 'paired' ? [openTab(maker, words.t('tab.sessions.open'), `round/${round.id}/sessions`)] : []),
      openTab(maker, words.t('card.announced.all'), `round/${round.id}`),
    ],
  });
};

const answerText = ({ words }: CardMaker, round: MyRound): string => {
  if (round.answer === 'joined') return words.t('card.status.answerJoined');
  return round.answer === 'sitting-out' ? words.t('card.status.answerOut') : words.t('card.status.answerNone');
};

/** Where somebody stands in a round, in answer to `status`; `first` is what answers another question of theirs. */
export const statusCard = (maker: CardMaker, round: MyRound, first?: string): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      overline(words, round.name),
      heading(words.t('card.status.title')),
      ...(first === undefined ? [] : [paragraph(first)]),
      facts([
        [words.t('card.status.answer'), answerText(maker, round)],
        [words.t('card.announced.starts'), words.date(plainDate(round.startsOn))],
        [words.t('card.announced.ends'), words.date(plainDate(round.endsOn))],
      ]),
      paragraph(matchText(maker, round)),
    ],
    links: [openTab(maker, words.t('card.openRound'), `round/${round.id}`)],
    refresh: { verb: 'showStatus', data: { roundId: round.id } },
  });
};

/** The first word to somebody for whom the app was installed, and the answer to `help`; of 2:2 Coaching it tells whoever is in one. */
export const welcomeCard = (maker: CardMaker, isInTwoTwo = false): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      heading(words.t('card.welcome.title')),
      paragraph(words.t('card.welcome.body')),
      label(words.t('card.welcome.commandsTitle')),
      facts([
        [words.t('command.status'), words.t('card.welcome.status')],
        [words.t('command.myPair'), words.t('card.welcome.myPair')],
        [words.t('command.join'), words.t('card.welcome.join')],
        [words.t('command.sitOut'), words.t('card.welcome.sitOut')],
        [words.t('command.pause'), words.t('card.welcome.pause')],
        [words.t('command.book'), words.t('card.welcome.book')],
        [words.t('command.prepare'), words.t('card.welcome.prepare')],
        [words.t('command.notes'), words.t('card.welcome.notes')],
        [words.t('command.privacy'), words.t('card.welcome.privacy')],
        [words.t('command.leave'), words.t('card.welcome.leave')],
        ...(isInTwoTwo ? ([[words.t('twoTwo.command'), words.t('twoTwo.command.text')]] as const) : []),
        [words.t('command.help'), words.t('card.welcome.help')],
      ]),
      paragraph(words.t('card.welcome.private')),
    ],
    links: [openTab(maker, words.t('card.welcome.open'), 'about')],
  });
};
