import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useOutlookAnswer } from '../round/meeting-parts.js';

/** The Awayday as it is planned. */
export const useAwayday = (roundId: string) => useAsked(routes.awayday, { key: keys.awayday(roundId), params: { roundId }, fresh: 0 });

/** What can be done about the day and its meeting; what Outlook answered last is kept for the bar that says so. */
export const usePlanning = (roundId: string, inCalendars: boolean) => {
  const { t } = useWords();
  const { outlook, heard } = useOutlookAnswer();
  const settings = (done: string | null) => ({ outdates: [keys.awayday(roundId), keys.me], onDone: heard(done) });
  return {
    outlook,
    plan: useChange(routes.planAwayday, settings(t(inCalendars ? 'tab.awayday.moved' : 'tab.awayday.saved'))),
    arrange: useChange(routes.arrangeAwayday, settings(t('tab.kickOff.meeting.done'))),
    follow: useChange(routes.followAwayday, settings(null)),
    cancel: useChange(routes.cancelAwayday, settings(t('tab.kickOff.meeting.cancelled'))),
  };
};
export type Planning = ReturnType<typeof usePlanning>;
