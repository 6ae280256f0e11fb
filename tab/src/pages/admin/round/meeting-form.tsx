import { Button, Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { WhoReads } from '../../../components/who-reads.js';
import { instantIn } from '../../../data/device-time.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalL },
  narrow: { minWidth: '132px', flexGrow: 0 },
});

const lengths = [30, 45, 60, 75, 90, 120, 180, 240] as const;

type Begin = { readonly day: string; readonly time: string; readonly minutes: number; readonly location: string | null };
type Plan = { readonly start: string; readonly minutes: number; readonly location: string | null };

type MeetingFormProps = {
  readonly begin: Begin;
  /** True: it stands in Outlook already, and is changed there. */
  readonly moves?: boolean;
  readonly running: boolean;
  readonly onSave: (plan: Plan) => void;
  readonly onLeave?: () => void;
};

export type Place = { readonly inRoom: boolean; readonly room: string };

const useWhyNot = (start: string | null, place: Place): string | null => {
  const { t } = useSession().words;
  if (start === null) return t('tab.kickOff.meeting.why.time');
  if (Date.parse(start) <= Date.now()) return t('tab.kickOff.meeting.why.past');
  return place.inRoom && place.room.trim() === '' ? t('tab.kickOff.meeting.why.location') : null;
};

type PlaceFieldsProps = {
  readonly place: Place;
  /** What a place of its own is called, and what is asked of it. */
  readonly called: { readonly own: string; readonly which: string };
  readonly onChange: (place: Place) => void;
  /** It stands in calendars as a meeting in Teams, which Outlook keeps whatever else is chosen. */
  readonly isOnline?: boolean;
};

/** In Teams, or at a place with a name. */
export const PlaceFields = ({ place, called, onChange, isOnline = false }: PlaceFieldsProps) => {
  const { t } = useSession().words;
  const house = useHouse();
  return (
    <>
      <Field label={t('tab.kickOff.meeting.where')}>
        <RadioGroup
          layout="horizontal"
          value={place.inRoom ? 'room' : 'teams'}
          onChange={(_event, { value }) => onChange({ ...place, inRoom: value === 'room' })}
        >
          <Radio value="teams" label={t('tab.kickOff.meeting.teams')} />
          <Radio value="room" label={called.own} />
        </RadioGroup>
      </Field>
      {place.inRoom && (
        <Field label={called.which} hint={<WhoReads text={t('tab.kickOff.meeting.reads')} />}>
          <Input value={place.room} maxLength={200} onChange={(_event, { value }) => onChange({ ...place, room: value })} />
        </Field>
      )}
      {place.inRoom && isOnline && <p className={house.small}>{t('tab.kickOff.meeting.staysOnline')}</p>}
    </>
  );
};

/** Day, time, length and place of the kick-off. */
export const MeetingForm = ({ begin, moves = false, running, onSave, onLeave }: MeetingFormProps) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const styles = useStyles();
  const [day, setDay] = useState(begin.day);
  const [time, setTime] = useState(begin.time);
  const [minutes, setMinutes] = useState(begin.minutes);
  const [place, setPlace] = useState<Place>({ inRoom: begin.location !== null, room: begin.location ?? '' });
  const start = instantIn(day === '' || time === '' ? '' : `${day}T${time}`);
  const whyNot = useWhyNot(start, place);
  const save = () => start !== null && onSave({ start, minutes, location: place.inRoom ? place.room.trim() : null });
  const called = { own: t('tab.kickOff.meeting.room'), which: t('tab.kickOff.meeting.location') };
  const offered = [...new Set([...lengths, begin.minutes])].sort((one, other) => one - other);
  return (
    <>
      <div className={styles.row}>
        <Field label={t('tab.kickOff.meeting.day')} className={styles.narrow}>
          <Input type="date" value={day} onChange={(_event, { value }) => setDay(value)} />
        </Field>
        <Field label={t('tab.kickOff.meeting.time')} hint={t('tab.kickOff.meeting.timeHint', { zone })} className={styles.narrow}>
          <Input type="time" value={time} onChange={(_event, { value }) => setTime(value)} />
        </Field>
        <Field label={t('tab.kickOff.meeting.length')} className={styles.narrow}>
          <Select value={String(minutes)} onChange={(_event, { value }) => setMinutes(Number(value))}>
            {offered.map((one) => (
              <option key={one} value={one}>
                {t('tab.kickOff.meeting.minutes', { minutes: one })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <PlaceFields place={place} called={called} onChange={setPlace} isOnline={moves && begin.location === null} />
      <div className={house.actions}>
        <DoButton whyNot={whyNot} running={running} onClick={save}>
          {t(moves ? 'tab.kickOff.meeting.save' : 'tab.kickOff.meeting.put')}
        </DoButton>
        {onLeave !== undefined && <Button onClick={onLeave}>{t('tab.action.close')}</Button>}
      </div>
    </>
  );
};
