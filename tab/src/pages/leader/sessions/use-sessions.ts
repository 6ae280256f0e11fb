import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { useEffect, useRef } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';

const about = (roundId: string) => ({ params: { roundId } });

/** The sessions of my pair, as they are stored; Outlook itself is looked at by `useFollowing`. */
export const useSessions = (roundId: string) => useAsked(routes.sessions, { key: keys.sessions(roundId), ...about(roundId) });

/** Times for what my pair lacks; asked anew as soon as there are more or fewer sessions. */
export const useSessionTimes = (roundId: string, having: number, enabled: boolean) =>
  useAsked(routes.sessionTimes, { key: keys.sessionTimes(roundId, `lacking ${having}`), ...about(roundId), enabled, fresh: 60_000 });

/** Where else one session could lie. */
export const useOtherTimes = (roundId: string, sessionId: string) =>
  useAsked(routes.otherTimes, { key: keys.sessionTimes(roundId, sessionId), params: { roundId, sessionId }, fresh: 30_000 });

/** Follows Outlook once as the page opens. Should that fail, what is stored stays on the page. */
export const useFollowing = (roundId: string, ready: boolean): void => {
  const { mutate } = useChange(routes.followSessions, { answers: keys.sessions(roundId) });
  const begun = useRef(false);
  useEffect(() => {
    if (!ready || begun.current) return;
    begun.current = true;
    mutate({ ...about(roundId), body: {} });
  }, [mutate, ready, roundId]);
};

const afterwards = (roundId: string) => ({ answers: keys.sessions(roundId), outdates: [['round', roundId, 'session-times']] });

/** Says that it was done, unless Outlook stood in the way: the page says that by itself. */
const useSaid = () => {
  const feedback = useFeedback();
  return (text: string) => (sessions: Sessions) => {
    if (sessions.calendar === 'fine') feedback.done(text);
  };
};

export const useBooking = (roundId: string) => {
  const { t } = useWords();
  const said = useSaid();
  return useChange(routes.bookSessions, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.booked')) });
};

export const useFinishing = (roundId: string) => {
  const { t } = useWords();
  const said = useSaid();
  return useChange(routes.finishSessions, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.finished')) });
};

/** Tries once more to switch recording off; that it worked is said, and that it did not stays on the page. */
export const useUnrecording = (roundId: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  return useChange(routes.finishSessions, {
    ...afterwards(roundId),
    onDone: ({ sessions }) => {
      if (!sessions.some(({ mine, recordable }) => mine && recordable)) feedback.done(t('tab.sessions.done.unrecorded'));
    },
  });
};

/** What can be done about one session. */
export const useOneSession = (roundId: string) => {
  const { t } = useWords();
  const said = useSaid();
  return {
    move: useChange(routes.moveSession, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.moved')) }),
    cancel: useChange(routes.cancelSession, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.cancelled')) }),
    keep: useChange(routes.keepSession, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.kept')) }),
    outlook: useChange(routes.putInOutlook, { ...afterwards(roundId), onDone: said(t('tab.sessions.done.finished')) }),
  };
};
