import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** What the round leader sees beyond any leader, in numbers, and the way to their page; nothing in it says who declined (CP-33). */
export const LeaderSection = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const { leads } = round;
  if (leads === null) return null;
  const { joined, proposed, pairs } = leads;
  return (
    <Section title={t('tab.leader.title')}>
      <p className={house.prose}>{t('tab.leader.text')}</p>
      <p className={house.prose}>{t('tab.leader.counts', { joined, proposed, pairs })}</p>
      <div className={house.actions}>
        <Button onClick={() => go(`/round/${encodeURIComponent(round.id)}/leading`)}>{t('tab.leader.look')}</Button>
      </div>
    </Section>
  );
};
