import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Button } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useLocation } from 'wouter';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useSessions } from './use-sessions.js';

/** What there is to know before the page is opened: what waits for me, else when we meet next. */
const Standing = ({ page }: { readonly page: Sessions }) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const waiting = page.sessions.filter(({ mine, pending }) => mine && pending !== null).length;
  const next = page.sessions.find(({ held }) => !held);
  if (waiting > 0) return <p className={house.prose}>{words.t('tab.sessions.waiting', { count: waiting })}</p>;
  return next === undefined ? null : (
    <p className={house.prose}>{words.t('tab.sessions.next', { when: words.slot(instant(next.start), zone) })}</p>
  );
};

/** The way from a pair to its sessions; the first of three taps that book all six. */
export const SessionsLink = ({ roundId, over }: { readonly roundId: string; readonly over: boolean }) => {
  const { t } = useSession().words;
  const house = useHouse();
  const { data } = useSessions(roundId);
  const [, go] = useLocation();
  const some = over || (data !== undefined && data.sessions.length > 0);
  return (
    <>
      {data !== undefined && <Standing page={data} />}
      <div className={house.actions}>
        <Button
          appearance={some ? 'secondary' : 'primary'}
          icon={<CalendarLtrRegular />}
          onClick={() => go(`/round/${encodeURIComponent(roundId)}/sessions`)}
        >
          {t(some ? 'tab.sessions.title' : 'tab.sessions.open')}
        </Button>
      </div>
    </>
  );
};
