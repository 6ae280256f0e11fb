import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { RoundMeeting } from '@coaching-pairs/shared/round/meeting';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { SessionEvent } from '@coaching-pairs/shared/sessions/session';
import { htmlText } from '@coaching-pairs/shared/words/html-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { EventDraft } from '../ports/calendar.js';

export type EventAbout = {
  readonly words: Words;
  readonly round: Round;
  readonly meeting: RoundMeeting;
  /** Whom this event invites. */
  readonly people: readonly Person[];
  /** Which of the events it is, from 0. */
  readonly place: number;
  /** The event that was made first, whose meeting in Teams is that of all. */
  readonly first: SessionEvent | null;
  /** The app's id in Teams. */
  readonly link: string;
};

export const line = (text: string): string => `<p>${htmlText(text)}</p>`;
export const linkTo = (address: string, text: string): string => `<p><a href="${htmlText(address)}">${htmlText(text)}</a></p>`;

/** The way into the meeting in Teams, in the events that lead to that of another. */
export const joinLine = ({ words, first }: EventAbout): string =>
  first?.joinUrl == null ? '' : linkTo(first.joinUrl, words.t('kickOff.event.join'));

/** One event of a meeting of all whom a round is for. Who else is invited is not shown, as it says who was asked. */
export const roundEvent = (about: EventAbout, subject: string, body: string): EventDraft => {
  const { words, meeting, people, place, first } = about;
  return {
    transactionId: `${meeting.key}-${place}`,
    ...{ subject, body, start: meeting.start, minutes: meeting.minutes },
    attendees: people.flatMap(({ name, mail }) => (mail === null ? [] : [{ name, mail }])),
    online: meeting.location === null && first === null,
    location: meeting.location ?? (first === null ? null : words.t('kickOff.event.inTeams')),
    isPrivate: false,
    showsInvited: false,
  };
};
