import { type MeetingKind, meetingKinds } from '@coaching-pairs/shared/engagement/meetings';
import { noticeHours } from '@coaching-pairs/shared/engagement/notice';
import type { EngagementMeetings } from '@coaching-pairs/shared/wire/engagement-meetings';
import { Button } from '@fluentui/react-components';
import { AskedView } from '../../../components/asked-view.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { Section } from '../../../components/section.js';
import { useAsking } from '../../../components/use-asking.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { TakeAlong } from '../../leader/sessions/take-along.js';
import type { OfEngagement } from '../engagement/use-engagement.js';
import { type Chosen, MeetingCard } from './meeting-card.js';
import { BookDialog, CancelDialog, MoveDialog } from './meeting-dialogs.js';
import { useArranging, useFollowing, useMeetings } from './use-meetings.js';

type Asking = Chosen | { readonly what: 'book'; readonly kind: MeetingKind };
type OfPage = { readonly engagementId: string; readonly page: EngagementMeetings };

const Dialogs = ({ asking, ...of }: OfPage & { readonly asking: Asking; readonly open: boolean; readonly onClose: () => void }) => {
  if (asking.what === 'book') return <BookDialog {...of} kind={asking.kind} />;
  return asking.what === 'move' ? <MoveDialog {...of} meeting={asking.meeting} /> : <CancelDialog {...of} meeting={asking.meeting} />;
};

/** Why nothing can be booked just now, or what notice is kept. */
const lineOf = ({ bookable }: EngagementMeetings, mayBook: boolean) =>
  bookable.length > 0 ? 'tab.twoTwo.sessions.notice' : mayBook ? null : 'tab.twoTwo.sessions.agreeFirst';

type BookingProps = { readonly bookable: readonly MeetingKind[]; readonly onBook: (kind: MeetingKind) => void };

/** A button for each kind of meeting that can be booked just now. */
const Booking = ({ bookable, onBook }: BookingProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <div className={house.actions}>
        {meetingKinds
          .filter((kind) => bookable.includes(kind))
          .map((kind) => (
            <Button key={kind} appearance={kind === 'intake' ? 'secondary' : 'primary'} onClick={() => onBook(kind)}>
              {t(`tab.twoTwo.sessions.book.${kind}`)}
            </Button>
          ))}
      </div>
      {bookable.includes('intake') && (
        <p className={house.small} style={{ margin: 0 }}>
          {t('tab.twoTwo.sessions.intake.who')}
        </p>
      )}
    </>
  );
};

const Content = ({ engagementId, page, mayBook, isOver }: OfPage & { readonly mayBook: boolean; readonly isOver: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const { asking, ask, close } = useAsking<Asking>();
  const { finish } = useArranging(engagementId);
  const line = isOver ? null : lineOf(page, mayBook);
  return (
    <>
      <OutlookBar {...page} again={() => finish.mutate({ params: { engagementId }, body: {} })} />
      {page.planned !== null && <p className={house.prose}>{t('tab.twoTwo.sessions.count', { held: page.held, planned: page.planned })}</p>}
      {page.left > 0 && <p className={house.prose}>{t('tab.twoTwo.sessions.left', { count: page.left })}</p>}
      {page.sessions.length > 0 && (
        <ol className={house.list} aria-label={t('tab.twoTwo.sessions.title')}>
          {page.sessions.map((meeting) => (
            <MeetingCard key={meeting.id} engagementId={engagementId} page={page} meeting={meeting} onChoose={ask} />
          ))}
        </ol>
      )}
      {page.sessions.length === 0 && !isOver && <p className={house.prose}>{t('tab.twoTwo.sessions.none')}</p>}
      {line !== null && (
        <p className={house.small} style={{ margin: 0 }}>
          {t(line, { hours: noticeHours })}
        </p>
      )}
      {page.bookable.length > 0 && <Booking bookable={page.bookable} onBook={(kind) => ask({ what: 'book', kind })} />}
      {asking !== null && (
        <Dialogs key={asking.place} engagementId={engagementId} page={page} asking={asking.about} open={asking.open} onClose={close} />
      )}
    </>
  );
};

/** The meetings of an engagement that I come to; nobody but who comes reads of them. */
export const SessionsSection = ({ engagement: { id, state, mayBook } }: OfEngagement) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useMeetings(id);
  useFollowing(id, (asked.data?.sessions.length ?? 0) > 0 || (asked.data?.left ?? 0) > 0);
  const isOver = state === 'closed';
  if (state === 'enquiry' || (isOver && asked.data?.sessions.length === 0 && asked.data.left === 0)) return null;
  return (
    <div className={house.parts}>
      <Section title={t('tab.twoTwo.sessions.title')}>
        <AskedView asked={asked}>{(page) => <Content engagementId={id} page={page} mayBook={mayBook} isOver={isOver} />}</AskedView>
      </Section>
      {!isOver && <TakeAlong page={{ sessions: (asked.data?.sessions ?? []).filter(({ cancelled }) => !cancelled) }} />}
    </div>
  );
};
