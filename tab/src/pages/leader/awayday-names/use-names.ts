import { instant } from '@coaching-pairs/shared/ids';
import type { MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useSettled } from '../../../data/use-settled.js';
import { useSession } from '../../../session.js';

/** A round in whose time the Awayday can be. */
export const hasAwayday = ({ state }: Pick<MyRound, 'state'>): boolean => state === 'active' || state === 'awayday';

/** What I said for the feedback pairs, and with whom I am; looked at again now and then, since pairs change on the day. */
export const useMyFeedback = (roundId: string, enabled = true) =>
  useAsked(routes.myFeedback, { key: keys.myFeedback(roundId), params: { roundId }, enabled, every: () => 60_000 });

/** The last minute in which names are taken, by the reader's clock. */
export const useLastMinute = ({ closesAt }: Pick<MyFeedback, 'closesAt'>): string | null => {
  const { words, zone } = useSession();
  if (closesAt === null) return null;
  return words.dateTime(instant(new Date(Date.parse(closesAt) - 60_000).toISOString()), zone);
};

/** Whom I can name, by the beginning of a name, but for the one I have named already. */
export const useFeedbackPeople = (roundId: string, text: string, named: readonly (Pick<Named, 'id'> | null)[]) => {
  const q = useSettled(text.trim());
  const asked = useAsked(routes.feedbackPeople, {
    key: keys.feedbackPeople(roundId, q),
    params: { roundId },
    query: { q },
    enabled: q.length > 1,
    fresh: 60_000,
  });
  const choices = asked.data?.people
    .filter(({ id }) => !named.some((one) => one?.id === id))
    .map(({ id, name, functionName }) => ({ id, name, detail: functionName }));
  return { isFetching: asked.isFetching || q !== text.trim(), error: asked.error, choices };
};

export const useSaveFeedback = (roundId: string) => useChange(routes.saveFeedback, { answers: keys.myFeedback(roundId) });
