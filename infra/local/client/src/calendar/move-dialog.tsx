import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CalendarEvent } from '../sandbox-api.js';
import { t } from '../words.js';
import { instantOf, wallTime } from './zone.js';

type Move = {
  readonly event: CalendarEvent;
  readonly zone: string;
  readonly onMove: (start: Date, end: Date) => void;
  readonly onClose: () => void;
};

type Times = { readonly start: string; readonly end: string };

const Fields = ({
  times,
  wrong,
  onChange,
}: {
  readonly times: Times;
  readonly wrong: boolean;
  readonly onChange: (times: Times) => void;
}) => (
  <DialogContent className="fields">
    <Field label={t('calendar.start')} required>
      <Input type="datetime-local" value={times.start} onChange={(_event, { value }) => onChange({ ...times, start: value })} />
    </Field>
    <Field label={t('calendar.end')} required {...(wrong ? { validationMessage: t('calendar.wrong') } : {})}>
      <Input type="datetime-local" value={times.end} onChange={(_event, { value }) => onChange({ ...times, end: value })} />
    </Field>
  </DialogContent>
);

/** Asks for the new time of a meeting, in the zone of whoever moves it. */
export const MoveDialog = ({ event, zone, onMove, onClose }: Move) => {
  const [times, setTimes] = useState<Times>({ start: wallTime(new Date(event.start), zone), end: wallTime(new Date(event.end), zone) });
  const wrong = !(times.start !== '' && times.end > times.start);
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    if (!wrong) onMove(instantOf(times.start, zone), instantOf(times.end, zone));
  };
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className="dialog">
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('calendar.moveHeading')}</DialogTitle>
            <Fields times={times} wrong={wrong} onChange={setTimes} />
            <DialogActions>
              <Button onClick={onClose}>{t('calendar.keep')}</Button>
              <Button type="submit" appearance="primary" disabled={wrong}>
                {t('calendar.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
