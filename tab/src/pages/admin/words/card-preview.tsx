import type { WordedCard } from '@coaching-pairs/shared/guidance/own-words';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { keys } from '../../../data/keys.js';
import { useSettled } from '../../../data/use-settled.js';
import { mayRetry } from '../../../refusal.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The renderer comes with the first card that is looked at, and with no other page. */
const CardView = lazy(() => import('../dry-run/card-view.js').then((part) => ({ default: part.CardView })));

/** The card with the words that are being written, as the bot would send it; drawn anew once nobody has typed for a moment. */
export const CardPreview = ({ roundId, card, text }: { readonly roundId: string; readonly card: WordedCard; readonly text: string }) => {
  const { call, words } = useSession();
  const house = useHouse();
  const settled = useSettled(text);
  const tried = useQuery({
    queryKey: keys.triedCard(roundId, card, settled),
    queryFn: ({ signal }) => call(routes.tryOwnWords, { params: { roundId }, body: { card, text: settled }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: (count, fault) => count < 2 && mayRetry(fault),
  });
  return (
    <section className={house.tight} aria-label={words.t(`tab.words.preview.${card}`)}>
      <h3 className={house.subheading}>{words.t(`tab.words.preview.${card}`)}</h3>
      <AskedView asked={tried}>
        {(drawn) => (
          <Suspense fallback={<Waiting lines={4} />}>
            <CardView card={drawn.card} />
          </Suspense>
        )}
      </AskedView>
    </section>
  );
};
