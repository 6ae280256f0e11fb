import { mayWish, mostTrusted } from '@coaching-pairs/shared/round/wishes';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Rounds of which somebody has skipped the offer since the tab was opened; nothing of it is noted anywhere. */
const skipped = new Set<string>();

/** Once matches are made from them, the lists can still be looked at and shortened. */
const areKept = ({ state, answer, match }: MyRound): boolean =>
  answer === 'joined' && match.kind !== 'paired' && (state === 'inviting' || state === 'matching' || state === 'proposed');

const WishesLine = ({ place }: { readonly place: string }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Link to={place} className={house.small}>
      {t('tab.wishes.title')}
    </Link>
  );
};

/** What somebody who is in may say in private while people join; skipped by one tap, after which a link stays. */
export const WishesOffer = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const [isSkipped, setSkipped] = useState(skipped.has(round.id));
  const place = `/round/${encodeURIComponent(round.id)}/wishes`;
  if (!areKept(round)) return null;
  if (!mayWish(round, round) || isSkipped) return <WishesLine place={place} />;
  const skip = (): void => {
    skipped.add(round.id);
    setSkipped(true);
  };
  return (
    <Section title={t('tab.wishes.offer.title')}>
      <p className={house.prose}>{t('tab.wishes.offer.text', { most: mostTrusted })}</p>
      <WhoReads text={t('tab.wishes.reads')} />
      <div className={house.actions}>
        <Button onClick={() => go(place)}>{t('tab.wishes.offer.open')}</Button>
        <Button appearance="subtle" onClick={skip}>
          {t('tab.wishes.offer.skip')}
        </Button>
      </div>
    </Section>
  );
};
