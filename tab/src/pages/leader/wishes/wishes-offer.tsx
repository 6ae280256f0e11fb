import { mayWish, mostTrusted } from '@coaching-pairs/shared/round/wishes';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Rounds of which somebody has skipped or taken the offer since the tab was opened; nothing of it is noted anywhere. */
const answered = new Set<string>();

/** As long as the lists are kept, they can be looked at and shortened. */
const areKept = ({ state, answer }: MyRound): boolean => answer === 'joined' && state !== 'closed';

const WishesLine = ({ place, takesFocus = false }: { readonly place: string; readonly takesFocus?: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus();
  }, [takesFocus]);
  return (
    <Link ref={link} to={place} className={house.small}>
      {t('tab.wishes.title')}
    </Link>
  );
};

/** What somebody who is in may say in private while people join; skipped by one tap, after which a link stays. */
export const WishesOffer = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const [isSkipped, setSkipped] = useState(false);
  const place = `/round/${encodeURIComponent(round.id)}/wishes`;
  if (!areKept(round)) return null;
  // The button that was pressed is gone, so the focus goes on with the link that stands in its place.
  if (!mayWish(round, round) || answered.has(round.id)) return <WishesLine place={place} takesFocus={isSkipped} />;
  const skip = (): void => {
    answered.add(round.id);
    setSkipped(true);
  };
  const open = (): void => {
    answered.add(round.id);
    go(place);
  };
  return (
    <Section title={t('tab.wishes.offer.title')}>
      <p className={house.prose}>{t('tab.wishes.offer.text', { most: mostTrusted })}</p>
      <WhoReads text={t('tab.wishes.reads')} />
      <div className={house.actions}>
        <Button onClick={open}>{t('tab.wishes.offer.open')}</Button>
        <Button appearance="subtle" onClick={skip}>
          {t('tab.wishes.offer.skip')}
        </Button>
      </div>
    </Section>
  );
};
