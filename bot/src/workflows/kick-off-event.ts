import { agendaParts } from '@coaching-pairs/shared/guidance/kick-off-agenda';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { KickOffMeeting, Round } from '@coaching-pairs/shared/round/round';
import type { SessionEvent } from '@coaching-pairs/shared/sessions/session';
import { tabLink } from '@coaching-pairs/shared/wire/tab-link';
import { htmlText } from '@coaching-pairs/shared/words/html-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { EventDraft } from '../ports/calendar.js';

type About = {
  readonly words: Words;
  readonly round: Round;
  readonly meeting: KickOffMeeting;
  /** Whom this event invites. */
  readonly people: readonly Person[];
  /** Which of the events it is, from 0. */
  readonly place: number;
  /** The event that was made first, whose meeting in Teams is that of all. */
  readonly first: SessionEvent | null;
  /** The app's id in Teams. */
  readonly link: string;
};

const bodyOf = ({ words, round, first, link }: About): string => {
  const { t } = words;
  const line = (text: string): string => `<p>${htmlText(text)}</p>`;
  const agenda = agendaParts.map(
    ({ name, from, to }) => `<li>${htmlText(`${t('tab.agenda.minutes', { from, to })}: ${t(`tab.agenda.${name}`)}`)}</li>`,
  );
  const preRead = `<p><a href="${htmlText(tabLink(link, 'about'))}">${htmlText(t('kickOff.event.preRead'))}</a></p>`;
  const join = first?.joinUrl == null ? '' : `<p><a href="${htmlText(first.joinUrl)}">${htmlText(t('kickOff.event.join'))}</a></p>`;
  return `${line(t('kickOff.event.text', { round: round.name }))}${join}<ul>${agenda.join('')}</ul>${preRead}${line(t('kickOff.event.voluntary'))}`;
};

/** One event of the kick-off: its agenda and what to read before (CP-10). Who else is invited is not shown, as it says who was asked. */
export const kickOffEvent = (about: About): EventDraft => {
  const { words, meeting, people, place, first } = about;
  return {
    transactionId: `${meeting.key}-${place}`,
    subject: words.t('kickOff.event.subject'),
    body: bodyOf(about),
    start: meeting.start,
    minutes: meeting.minutes,
    attendees: people.flatMap(({ name, mail }) => (mail === null ? [] : [{ name, mail }])),
    online: meeting.location === null && first === null,
    location: meeting.location ?? (first === null ? null : words.t('kickOff.event.inTeams')),
    isPrivate: false,
    showsInvited: false,
  };
};
