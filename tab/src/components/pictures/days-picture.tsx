import { plainDate } from '@coaching-pairs/shared/ids';
import type { Pictures } from '@coaching-pairs/shared/wire/leading';
import { useWords } from '../../session.js';
import { daysDrawing } from './lines-drawing.js';
import { Picture } from './picture.js';

/** The days of a round below each other, as everybody in it may know them. */
export const DaysPicture = ({ of, days }: { readonly of: string; readonly days: Pictures['timeLine'] }) => {
  const { t, date } = useWords();
  const told = days.map(({ kind, on, stage }) => ({
    title: t(`tab.pictures.day.${kind}`),
    when: date(plainDate(on)),
    stage: t(`tab.pictures.stage.${stage}`),
    reached: stage !== 'ahead',
  }));
  const next = days.findIndex(({ stage }) => stage !== 'past');
  const { title: nextTitle, when: nextWhen } = told[next] ?? { title: '', when: '' };
  return (
    <Picture
      title={t('tab.pictures.days.title')}
      file="days"
      of={of}
      text={next < 0 ? t('tab.pictures.days.over') : t('tab.pictures.days.next', { what: nextTitle, date: nextWhen })}
      drawing={daysDrawing(told)}
      table={{
        columns: [t('tab.pictures.days.what'), t('tab.pictures.days.day'), t('tab.pictures.days.stage')],
        rows: told.map(({ title, when, stage }) => [title, when, stage]),
      }}
    />
  );
};
