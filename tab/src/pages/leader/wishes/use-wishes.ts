import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { MyWishes } from '@coaching-pairs/shared/wire/wishes';
import { useState } from 'react';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useSettled } from '../../../data/use-settled.js';
import { useWords } from '../../../session.js';

export type WishList = 'closely' | 'trusted';

/** Whom I have named for a round; nobody else can ask for it. */
export const useWishes = (roundId: string) => useAsked(routes.myWishes, { key: keys.wishes(roundId), params: { roundId } });

/** People of the round whose names begin so, but for those on one of my lists; asked for once two letters stand there. */
export const usePeopleToName = (roundId: string, text: string, { closely, trusted }: MyWishes) => {
  const q = useSettled(text.trim());
  const asked = useAsked(routes.peopleToName, {
    key: keys.peopleToName(roundId, q),
    params: { roundId },
    query: { q },
    enabled: q.length > 1,
    fresh: 60_000,
  });
  const named = new Set([...closely, ...trusted].map(({ id }) => id));
  const choices = asked.data?.people
    .filter(({ id }) => !named.has(id))
    .map(({ id, name, functionName }) => ({ id, name, detail: functionName }));
  return { isFetching: asked.isFetching || q !== text.trim(), error: asked.error, choices };
};

const idsOf = ({ closely, trusted }: MyWishes) => ({ closely: closely.map(({ id }) => id), trusted: trusted.map(({ id }) => id) });

/** Adds and removes one name at a time; each is kept at once, and a removal can be undone. `said` is what has become of the last addition. */
export const useNaming = (roundId: string, page: MyWishes) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const [said, setSaid] = useState('');
  const change = useChange(routes.saveWishes, { answers: keys.wishes(roundId) });
  const save = (body: ReturnType<typeof idsOf>, onSuccess: () => void): void => change.mutate({ params: { roundId }, body }, { onSuccess });
  const lists = idsOf(page);
  return {
    add: (list: WishList, { id, name }: Pick<Named, 'id' | 'name'>): void =>
      save({ ...lists, [list]: [...lists[list], id] }, () => setSaid(t('tab.wishes.added', { name }))),
    remove: (list: WishList, { id, name }: Named): void =>
      save({ ...lists, [list]: lists[list].filter((one) => one !== id) }, () =>
        feedback.done(t('tab.wishes.removed', { name }), page.open ? () => save(lists, () => undefined) : undefined),
      ),
    said,
    running: change.isPending,
    fault: change.error,
  };
};
export type Naming = ReturnType<typeof useNaming>;
