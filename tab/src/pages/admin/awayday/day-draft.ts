import { type AwaydayForm, clockAfter, usualLength } from '@coaching-pairs/shared/awayday/agenda';
import { usualDay } from '@coaching-pairs/shared/awayday/plan';
import { plainDate } from '@coaching-pairs/shared/ids';
import type { Awayday } from '@coaching-pairs/shared/wire/awayday';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Place } from '../round/meeting-form.js';

/** The form of the day as it is filled in. */
export type DayDraft = {
  readonly form: AwaydayForm;
  readonly day: string;
  readonly begins: string;
  readonly ends: string;
  readonly zone: string;
  readonly place: Place;
};

/** What stands, or what is usual where nothing does: the last working day of the round, from nine, in the round's zone. */
export const draftOf = ({ plan, endsOn, zone }: Awayday): DayDraft => {
  const place = { inRoom: plan === null || plan.location !== null, room: plan?.location ?? '' };
  const form = plan?.form ?? 'full';
  const begins = plan?.time ?? '09:00';
  const ends = clockAfter(begins, plan?.minutes ?? usualLength[form]);
  return { form, day: plan?.day ?? usualDay(plainDate(endsOn)), begins, ends, zone: plan?.zone ?? zone, place };
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** From the beginning to the end; less than nothing where it ends before it begins. */
export const lengthOf = ({ begins, ends }: Pick<DayDraft, 'begins' | 'ends'>): number => minutesOf(ends) - minutesOf(begins);

/** Another form of the day brings its own length along, unless another was chosen by hand. */
export const withForm = (draft: DayDraft, form: AwaydayForm): DayDraft => {
  const isUsual = lengthOf(draft) === usualLength[draft.form];
  return { ...draft, form, ends: isUsual ? clockAfter(draft.begins, usualLength[form]) : draft.ends };
};

/** Beginning at another time, the day keeps its length. */
export const withBegin = (draft: DayDraft, begins: string): DayDraft =>
  begins === '' || lengthOf(draft) <= 0 ? { ...draft, begins } : { ...draft, begins, ends: clockAfter(begins, lengthOf(draft)) };

/** Why it cannot be fixed like this; null when it can. */
export const whyNotOf = ({ t }: Words, draft: DayDraft): string | null => {
  if (draft.day === '' || draft.begins === '' || draft.ends === '' || draft.zone.trim() === '') return t('tab.awayday.why.day');
  if (lengthOf(draft) < 60) return t('tab.awayday.why.short');
  if (lengthOf(draft) > 720) return t('tab.awayday.why.long');
  return draft.place.inRoom && draft.place.room.trim() === '' ? t('tab.awayday.why.place') : null;
};

/** What is asked of the bot. */
export const wishOf = (draft: DayDraft, revision: number) => ({
  ...{ revision, form: draft.form, day: draft.day, time: draft.begins, zone: draft.zone.trim(), minutes: lengthOf(draft) },
  location: draft.place.inRoom ? draft.place.room.trim() : null,
});
