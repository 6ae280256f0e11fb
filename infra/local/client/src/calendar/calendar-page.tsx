import { Button, Spinner } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import { dayName } from '../dates.js';
import { useLive } from '../live.js';
import { type CalendarEvent, sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';
import { type EventActions, EventCard } from './event-card.js';
import { MoveDialog } from './move-dialog.js';
import { dayKey, weekOf, weeksToNearest } from './zone.js';

const weekMs = 7 * 86_400_000;

const useCalendar = () => {
  const { place, say } = useSession();
  const [events, setEvents] = useState<readonly CalendarEvent[] | null>(null);
  const reload = useCallback(async () => {
    const found = await sandbox.calendar(place.personId).catch((): readonly CalendarEvent[] => []);
    setEvents(found);
  }, [place.personId]);
  useEffect(() => void reload(), [reload]);
  // Meetings follow from what people do in chats and in the app, so news of either may concern the calendar.
  useLive((news) => {
    if (news.type === 'chat' || news.type === 'clock' || news.type === 'back') void reload();
  });
  const change = async (event: CalendarEvent, kind: 'move' | 'cancel' | 'answer', body?: unknown): Promise<void> => {
    await sandbox.changeEvent(place.personId, event.id, kind, body ?? {}).catch(() => say(t('calendar.failed'), 'error'));
    await reload();
  };
  return { events, change };
};

type WeekProps = EventActions & {
  readonly events: readonly CalendarEvent[];
  readonly days: readonly string[];
  readonly zone: string;
  readonly onGo: (weeks: number) => void;
};

/** A week without anything, with the way to the nearest that has something. */
const EmptyWeek = ({ events, days, zone, onGo }: Pick<WeekProps, 'events' | 'days' | 'zone' | 'onGo'>) => {
  const weeks = weeksToNearest(
    days,
    events.map(({ start }) => dayKey(new Date(start), zone)),
  );
  return (
    <div className="nothing">
      <p className="quiet">{t('calendar.none')}</p>
      {weeks !== null && <Button onClick={() => onGo(weeks)}>{t(weeks > 0 ? 'calendar.goAhead' : 'calendar.goBack')}</Button>}
    </div>
  );
};

const Week = ({ events, days, zone, onGo, ...actions }: WeekProps) => {
  const shown = days
    .map((day) => ({ day, events: events.filter((event) => dayKey(new Date(event.start), zone) === day) }))
    .filter((one) => one.events.length > 0);
  if (shown.length === 0) return <EmptyWeek events={events} days={days} zone={zone} onGo={onGo} />;
  return shown.map((one) => (
    <section key={one.day} className="calendar-day">
      <h3>{dayName(one.day)}</h3>
      <ul>
        {one.events.map((event) => (
          <EventCard key={event.id} event={event} zone={zone} {...actions} />
        ))}
      </ul>
    </section>
  ));
};

const WeekSwitch = ({ onMove }: { readonly onMove: (weeks: number | null) => void }) => (
  <div className="row">
    <Button appearance="subtle" icon={<ChevronLeftRegular />} aria-label={t('calendar.previous')} onClick={() => onMove(-1)} />
    <Button appearance="subtle" icon={<ChevronRightRegular />} aria-label={t('calendar.next')} onClick={() => onMove(1)} />
    <Button onClick={() => onMove(null)}>{t('calendar.present')}</Button>
  </div>
);

/** One person's events, week by week, in their own time zone. */
export const CalendarPage = () => {
  const { me, now } = useSession();
  const zone = me.timeZone ?? 'Etc/UTC';
  const [weeks, setWeeks] = useState(0);
  const [moving, setMoving] = useState<CalendarEvent | null>(null);
  const { events, change } = useCalendar();
  const days = weekOf(new Date(now.getTime() + weeks * weekMs), zone);
  return (
    <section className="calendar" aria-label={t('calendar.heading')}>
      <div className="calendar-header">
        <h2>{t('calendar.heading')}</h2>
        <WeekSwitch onMove={(by) => setWeeks((before) => (by === null ? 0 : before + by))} />
        <p className="quiet" role="status">
          {t('calendar.week', { first: dayName(days[0] ?? ''), last: dayName(days[6] ?? ''), zone })}
        </p>
      </div>
      {events === null ? (
        <Spinner label={t('page.loading')} />
      ) : (
        <Week
          events={events}
          days={days}
          zone={zone}
          onGo={(by) => setWeeks((before) => before + by)}
          onAnswer={(event, answer) => void change(event, 'answer', { answer })}
          onCancel={(event) => void change(event, 'cancel')}
          onMove={setMoving}
        />
      )}
      {moving !== null && (
        <MoveDialog
          event={moving}
          zone={zone}
          onClose={() => setMoving(null)}
          onMove={(start, end) => {
            setMoving(null);
            void change(moving, 'move', { start: start.toISOString(), end: end.toISOString() });
          }}
        />
      )}
    </section>
  );
};
