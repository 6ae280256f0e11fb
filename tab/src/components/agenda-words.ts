import { type AgendaItem, clockAfter, timed } from '@coaching-pairs/shared/awayday/agenda';
import { plainDate } from '@coaching-pairs/shared/ids';
import type { AwaydayShown } from '@coaching-pairs/shared/wire/awayday';
import type { Words } from '@coaching-pairs/shared/words/words';

/** What is on, in the organisers' words or those that ship. */
export const itemText = ({ t }: Words, { kind, wording }: Pick<AgendaItem, 'kind' | 'wording'>): string =>
  wording ?? t(`awayday.item.${kind}`);

/** The day by itself, e.g. "11 June 2027". */
const dayText = ({ date }: Words, { day }: Pick<AwaydayShown, 'day'>): string => date(plainDate(day));

/** From when to when, by the clock of the place: "09:00 to 16:00, Europe/London". */
const hoursText = ({ t }: Words, { time, minutes, zone }: Pick<AwaydayShown, 'time' | 'minutes' | 'zone'>): string =>
  t('tab.awayday.hours', { begin: time, end: clockAfter(time, minutes), zone: zone.replaceAll('_', ' ') });

/** Day and hours together. */
export const whenText = (words: Words, awayday: Pick<AwaydayShown, 'day' | 'time' | 'minutes' | 'zone'>): string =>
  words.t('tab.awayday.dayHours', { day: dayText(words, awayday), hours: hoursText(words, awayday) });

/** Where it is. */
export const placeText = ({ t }: Words, { location }: Pick<AwaydayShown, 'location'>): string => location ?? t('tab.kickOff.meeting.teams');

type Line = { readonly item: AgendaItem; readonly begins: string; readonly from: number; readonly to: number; readonly text: string };

/** The agenda line by line, with when each begins. */
export const linesOf = (words: Words, { agenda, time }: Pick<AwaydayShown, 'agenda' | 'time'>): readonly Line[] =>
  timed(agenda).map(({ item, from, to }) => ({ item, from, to, begins: clockAfter(time, from), text: itemText(words, item) }));

/** All of it as plain text, to be saved as a page. */
export const agendaText = (words: Words, awayday: AwaydayShown): string =>
  [
    whenText(words, awayday),
    placeText(words, awayday),
    '',
    ...linesOf(words, awayday).map(({ begins, text }) => `${begins}  ${text}`),
  ].join('\n');
