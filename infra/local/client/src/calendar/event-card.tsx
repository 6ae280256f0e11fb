import { Badge, Button } from '@fluentui/react-components';
import { timeIn } from '../dates.js';
import type { Answer, CalendarEvent } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t, words } from '../words.js';

export type EventActions = {
  readonly onAnswer: (event: CalendarEvent, answer: Answer) => void;
  readonly onCancel: (event: CalendarEvent) => void;
  readonly onMove: (event: CalendarEvent) => void;
};

const answerButtons = [
  ['accepted', t('calendar.accept')],
  ['tentativelyAccepted', t('calendar.tentative')],
  ['declined', t('calendar.decline')],
] as const;

const Buttons = ({ event, onAnswer, onCancel, onMove }: EventActions & { readonly event: CalendarEvent }) => {
  const { me } = useSession();
  const own = event.organizerId === me.id;
  if (own)
    return (
      <>
        <Button size="small" onClick={() => onMove(event)}>
          {t('calendar.move')}
        </Button>
        <Button size="small" onClick={() => onCancel(event)}>
          {t('calendar.cancel')}
        </Button>
      </>
    );
  return (
    <>
      {!event.cancelled &&
        answerButtons.map(([answer, label]) => (
          <Button
            key={answer}
            size="small"
            appearance={event.answer === answer ? 'primary' : 'secondary'}
            aria-pressed={event.answer === answer}
            onClick={() => onAnswer(event, answer)}
          >
            {label}
          </Button>
        ))}
      <Button size="small" onClick={() => onCancel(event)}>
        {t('calendar.remove')}
      </Button>
    </>
  );
};

const Attendees = ({ event }: { readonly event: CalendarEvent }) => (
  <p className="quiet">
    {t('calendar.with', { names: words.list(event.attendees.map(({ name, answer }) => t('calendar.attendee', { name, answer }))) })}
  </p>
);

/** One event, with what its reader can do about it. */
export const EventCard = ({ event, zone, ...actions }: EventActions & { readonly event: CalendarEvent; readonly zone: string }) => {
  const { tenant, me } = useSession();
  const organiser = tenant.people.find(({ id }) => id === event.organizerId)?.name ?? '';
  return (
    <li className={event.cancelled ? 'event gone' : 'event'}>
      <p className="event-time">
        <time dateTime={event.start}>{timeIn(event.start, zone)}</time>–<time dateTime={event.end}>{timeIn(event.end, zone)}</time>
      </p>
      <div className="event-body">
        <h4>
          {event.subject}
          {event.cancelled && (
            <Badge size="small" color="danger" appearance="tint">
              {t('calendar.cancelled')}
            </Badge>
          )}
        </h4>
        <p className="quiet">{event.organizerId === me.id ? t('calendar.own') : t('calendar.organiser', { name: organiser })}</p>
        {event.location !== '' && <p className="quiet">{event.location}</p>}
        {event.attendees.length > 0 && <Attendees event={event} />}
        <div className="row">
          {event.joinUrl !== null && !event.cancelled && (
            <Button as="a" size="small" href={event.joinUrl} target="_blank" rel="noopener noreferrer">
              {t('calendar.join')}
            </Button>
          )}
          <Buttons event={event} {...actions} />
        </div>
      </div>
    </li>
  );
};
