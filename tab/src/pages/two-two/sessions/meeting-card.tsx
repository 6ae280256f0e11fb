import { noticeHours } from '@coaching-pairs/shared/engagement/notice';
import { instant } from '@coaching-pairs/shared/ids';
import type { EngagementMeeting, EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { Badge, Button, Checkbox, Link as OutLink } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Clocks } from '../../leader/sessions/clocks.js';
import { meetingTitle, sessionPath } from './meeting-words.js';
import { useArranging, useHasNoMailbox } from './use-meetings.js';

export type Chosen = { readonly what: 'move' | 'cancel'; readonly meeting: EngagementMeeting };
type CardProps = {
  readonly engagementId: string;
  readonly page: EngagementMeetings;
  readonly meeting: EngagementMeeting;
  readonly onChoose: (chosen: Chosen) => void;
};

const pendingText = ({ pending, mine }: EngagementMeeting) => {
  if (pending === 'move') return mine ? 'tab.sessions.pending.move.mine' : 'tab.sessions.pending.move';
  if (pending === 'cancel') return mine ? 'tab.sessions.pending.cancel.mine' : 'tab.sessions.pending.cancel';
  return mine ? 'tab.sessions.pending.book.mine' : 'tab.sessions.pending.book';
};

/** What waits for whoever booked it: to them one tap, to the others how things stand. */
const Pending = ({ engagementId, meeting }: Pick<CardProps, 'engagementId' | 'meeting'>) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const { keep, outlook } = useArranging(engagementId);
  const asked = { params: { engagementId, sessionId: meeting.id }, body: {} };
  const when = meeting.movesTo === null ? '' : words.slot(instant(meeting.movesTo), zone);
  return (
    <div className={house.tight}>
      <span>{t(pendingText(meeting), { name: meeting.organiser.name, when })}</span>
      <span className={house.row}>
        {meeting.mine && (
          <Button size="small" appearance="primary" disabledFocusable={outlook.isPending} onClick={() => outlook.mutate(asked)}>
            {t('tab.sessions.pending.do')}
          </Button>
        )}
        {meeting.pending !== 'book' && (
          <Button size="small" disabledFocusable={keep.isPending} onClick={() => keep.mutate(asked)}>
            {t('tab.sessions.pending.keep')}
          </Button>
        )}
      </span>
    </div>
  );
};

/** Ten minutes before and after, in my own Outlook. */
const KeepFree = ({ engagementId, meeting }: Pick<CardProps, 'engagementId' | 'meeting'>) => {
  const { words } = useSession();
  const { free } = useArranging(engagementId);
  const params = { engagementId, sessionId: meeting.id };
  return (
    <Checkbox
      checked={meeting.keptFree}
      label={words.t('tab.twoTwo.sessions.free')}
      disabled={free.isPending}
      onChange={(_event, { checked }) => free.mutate({ params, body: { keep: checked === true } })}
    />
  );
};

const Actions = ({ engagementId, meeting, page, onChoose }: CardProps) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  const { outlook } = useArranging(engagementId);
  const hasNoMailbox = useHasNoMailbox(page);
  const params = { engagementId, sessionId: meeting.id };
  const label = (action: string) => t('tab.twoTwo.sessions.actionOn', { action, session: meetingTitle(words, meeting) });
  if (meeting.pending === 'move' || meeting.pending === 'cancel') return null;
  return (
    <>
      <span className={house.row}>
        {meeting.joinUrl !== null && (
          <OutLink href={meeting.joinUrl} target="_blank" rel="noreferrer">
            {t('tab.sessions.join')}
          </OutLink>
        )}
        <Button size="small" aria-label={label(t('tab.sessions.move'))} onClick={() => onChoose({ what: 'move', meeting })}>
          {t('tab.sessions.move')}
        </Button>
        <Button size="small" aria-label={label(t('tab.action.cancel'))} onClick={() => onChoose({ what: 'cancel', meeting })}>
          {t('tab.action.cancel')}
        </Button>
        {!hasNoMailbox && !meeting.inOutlook && meeting.pending === null && (
          <Button size="small" disabledFocusable={outlook.isPending} onClick={() => outlook.mutate({ params, body: {} })}>
            {t('tab.sessions.intoOutlook')}
          </Button>
        )}
      </span>
      {!hasNoMailbox && <KeepFree engagementId={engagementId} meeting={meeting} />}
    </>
  );
};

/** The time that was given up less than 24 hours before; the four alone see it (TT-40). */
const Short = ({ meeting: { shortNotice, pending } }: Pick<CardProps, 'meeting'>) => {
  const { words, zone } = useSession();
  const house = useHouse();
  if (shortNotice === null) return null;
  const from = words.slot(instant(shortNotice.from), zone);
  const what = pending === null ? shortNotice.what : 'wished';
  return (
    <span className={house.row}>
      <Badge appearance="outline" color="informative">
        {words.t('tab.twoTwo.sessions.short')}
      </Badge>
      <span className={house.small}>{words.t(`tab.twoTwo.sessions.short.${what}`, { from, hours: noticeHours })}</span>
    </span>
  );
};

/** One meeting: what it is, when and where, and what can be done about it. */
export const MeetingCard = (props: CardProps) => {
  const { words } = useSession();
  const { t, list } = words;
  const house = useHouse();
  const { engagementId, page, meeting } = props;
  const where = t(`session.place.${meeting.place}`);
  const kind = meeting.held ? t('tab.sessions.held') : meeting.inOutlook ? where : t('tab.sessions.notInOutlook', { kind: where });
  return (
    <li className={house.tight}>
      <h3 className={house.subheading}>
        {meeting.cancelled ? (
          meetingTitle(words, meeting)
        ) : (
          <Link to={sessionPath(engagementId, meeting.id)}>{meetingTitle(words, meeting)}</Link>
        )}
      </h3>
      <Clocks at={meeting.start} zones={page.zones.filter(({ person }) => meeting.people.some(({ id }) => id === person.id))} />
      <span className={house.small}>
        {meeting.cancelled ? t('tab.twoTwo.sessions.cancelled') : t('tab.sessions.facts', { minutes: meeting.minutes, kind })}
      </span>
      {meeting.kind === 'intake' && (
        <span className={house.small}>
          {t('tab.twoTwo.sessions.intake.with', { names: list(meeting.people.slice(1).map(({ name }) => name)) })}
        </span>
      )}
      <Short meeting={meeting} />
      {!meeting.cancelled && meeting.pending !== null && <Pending engagementId={engagementId} meeting={meeting} />}
      {!meeting.cancelled && !meeting.held && <Actions {...props} />}
    </li>
  );
};
