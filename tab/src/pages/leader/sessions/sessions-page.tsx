import { guideFor } from '@coaching-pairs/shared/guidance/session-guides';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useArrival } from '../../../components/use-arrival.js';
import { useAsking } from '../../../components/use-asking.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { BookDialog, type Booking } from './book-dialog.js';
import { PlanPanel } from './plan-panel.js';
import { RecordingBar } from './recording-bar.js';
import { AddDialog, CancelDialog, MoveDialog } from './session-dialogs.js';
import { type Chosen, SessionLine } from './session-line.js';
import { TakeAlong } from './take-along.js';
import { useFinishing, useFollowing, useSessions } from './use-sessions.js';

type BookedProps = {
  readonly roundId: string;
  readonly page: Sessions;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onAdd: () => void;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
};

/** What is skimmed before the next meeting; before the first, how to use the time well (CP-71). */
const NextGuideLink = ({ roundId, page }: Pick<BookedProps, 'roundId' | 'page'>) => {
  const { t } = useWords();
  const held = page.sessions.filter((session) => session.held).length;
  const guide = guideFor(held === 0 ? 0 : held + 1);
  return (
    <p className={useHouse().prose}>
      <Link to={`/round/${encodeURIComponent(roundId)}/guides/${guide.name}`}>{t('tab.sessions.guide', { title: t(guide.title) })}</Link>
    </p>
  );
};

const Booked = ({ roundId, page, onChoose, onAdd, headingRef }: BookedProps) => {
  const { t } = useWords();
  const house = useHouse();
  const count = page.sessions.length;
  return (
    <Section title={t('tab.sessions.count', { count, fewest: page.fewest })} headingRef={headingRef}>
      {page.open && count < page.fewest && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('tab.sessions.tooFew', { fewest: page.fewest })}</MessageBarBody>
        </MessageBar>
      )}
      <SessionLine roundId={roundId} page={page} onChoose={onChoose} />
      {page.open && <NextGuideLink roundId={roundId} page={page} />}
      {page.open && (
        <div className={house.actions}>
          <Button onClick={onAdd}>{t('tab.sessions.add')}</Button>
        </div>
      )}
    </Section>
  );
};

type Asking = { readonly what: 'add' } | { readonly what: 'book'; readonly booking: Booking } | Chosen;

type DialogsProps = {
  readonly roundId: string;
  readonly page: Sessions;
  readonly asking: Asking;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** The question that was asked last. It stays while the page behind it changes, so that it closes as every other does. */
const Dialogs = ({ asking, ...of }: DialogsProps) => {
  if (asking.what === 'add') return <AddDialog {...of} />;
  if (asking.what === 'book') return <BookDialog {...of} booking={asking.booking} />;
  return asking.what === 'move' ? <MoveDialog {...of} session={asking.session} /> : <CancelDialog {...of} session={asking.session} />;
};

const Content = ({ roundId, page }: { readonly roundId: string; readonly page: Sessions }) => {
  const { t } = useWords();
  const house = useHouse();
  const { asking, ask, close } = useAsking<Asking>();
  const finish = useFinishing(roundId);
  const headingRef = useArrival(page.sessions.length);
  const isShort = page.open && page.sessions.length < page.fewest;
  return (
    <div className={house.parts}>
      <OutlookBar {...page} again={() => finish.mutate({ params: { roundId }, body: {} })} />
      <RecordingBar roundId={roundId} page={page} />
      {page.sessions.length > 0 && (
        <Booked roundId={roundId} page={page} headingRef={headingRef} onChoose={ask} onAdd={() => ask({ what: 'add' })} />
      )}
      {isShort && <PlanPanel roundId={roundId} page={page} onBook={(booking) => ask({ what: 'book', booking })} />}
      {!page.open && page.sessions.length === 0 && <p className={house.prose}>{t('tab.sessions.over')}</p>}
      <TakeAlong page={page} />
      {asking !== null && (
        <Dialogs key={asking.place} roundId={roundId} page={page} asking={asking.about} open={asking.open} onClose={close} />
      )}
    </div>
  );
};

/** The sessions of my pair: booked, moved and cancelled here, and followed from Outlook. Nobody but the pair reads this page. */
export const SessionsPage = ({ roundId }: { readonly roundId: string }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const sessions = useSessions(roundId);
  useFollowing(roundId, (sessions.data?.sessions.length ?? 0) > 0);
  const others = sessions.data?.members.slice(1).map(({ name }) => name) ?? [];
  const back = (
    <Link to={`/round/${encodeURIComponent(roundId)}`} className={house.small}>
      {t('tab.sessions.back')}
    </Link>
  );
  return (
    <Page
      title={t('tab.sessions.title')}
      above={back}
      lead={others.length === 0 ? undefined : t('tab.sessions.lead', { names: list(others) })}
    >
      <AskedView asked={sessions}>{(page) => <Content roundId={roundId} page={page} />}</AskedView>
    </Page>
  );
};
