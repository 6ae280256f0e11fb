import { Button, Field, Input, Popover, PopoverSurface, PopoverTrigger, Spinner, Title3 } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { shortMoment } from '../dates.js';
import { sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';

/** The reader's own wall clock, as the browser's input wants it. */
export const inputTime = (date: Date): string => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const useAdvance = (done: () => void) => {
  const { now, setNow, say } = useSession();
  const [moving, setMoving] = useState(false);
  const advance = async (duration: string): Promise<void> => {
    setMoving(true);
    try {
      setNow((await sandbox.advance(duration)).now);
      done();
    } catch {
      say(t('clock.failed'), 'error');
    }
    setMoving(false);
  };
  const until = (wanted: string): void => {
    const seconds = Math.ceil((Date.parse(wanted) - now.getTime()) / 1_000);
    if (seconds > 0) void advance(`PT${seconds}S`);
    else say(t('clock.past'), 'error');
  };
  return { moving, advance, until };
};

const steps = [
  ['PT1H', t('clock.hour')],
  ['P1D', t('clock.day')],
  ['P7D', t('clock.week')],
] as const;

const Moves = ({ done }: { readonly done: () => void }) => {
  const { now } = useSession();
  const { moving, advance, until } = useAdvance(done);
  const [wanted, setWanted] = useState(() => inputTime(new Date(now.getTime() + 86_400_000)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    until(wanted);
  };
  return (
    <>
      <div className="row">
        {steps.map(([duration, label]) => (
          <Button key={duration} disabled={moving} onClick={() => void advance(duration)}>
            {label}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} className="row end">
        <Field label={t('clock.until')} className="wide">
          <Input type="datetime-local" min={inputTime(now)} value={wanted} onChange={(_event, data) => setWanted(data.value)} />
        </Field>
        <Button type="submit" appearance="primary" disabled={moving}>
          {t('clock.go')}
        </Button>
      </form>
      {moving && <Spinner size="tiny" label={t('clock.moving')} />}
    </>
  );
};

/** The tenant's time, and the ways to move it on. */
export const ClockControl = () => {
  const { now } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning="below" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ClockRegular />} className="clock" aria-label={t('clock.label', { now: shortMoment(now) })}>
          <span className="clock-text">{shortMoment(now)}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="clock-surface" aria-label={t('clock.heading')}>
        <Title3 as="h2">{t('clock.heading')}</Title3>
        <p className="quiet">{t('clock.intro')}</p>
        <Moves done={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
};
