import { agendaParts } from '@coaching-pairs/shared/guidance/kick-off-agenda';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { htmlText } from '@coaching-pairs/shared/words/html-text';
import type { EventDraft } from '../ports/calendar.js';
import { type EventAbout, joinLine, line, linkTo, roundEvent } from './round-event.js';

const bodyOf = (about: EventAbout): string => {
  const { round, link } = about;
  const { t } = about.words;
  const agenda = agendaParts.map(
    ({ name, from, to }) => `<li>${htmlText(`${t('tab.agenda.minutes', { from, to })}: ${t(`tab.agenda.${name}`)}`)}</li>`,
  );
  const preRead = linkTo(tabLink(link, 'about'), t('kickOff.event.preRead'));
  return `${line(t('kickOff.event.text', { round: round.name }))}${joinLine(about)}<ul>${agenda.join('')}</ul>${preRead}${line(t('kickOff.event.voluntary'))}`;
};

/** One event of the kick-off: its agenda and what to read before (CP-10). */
export const kickOffEvent = (about: EventAbout): EventDraft => roundEvent(about, about.words.t('kickOff.event.subject'), bodyOf(about));
