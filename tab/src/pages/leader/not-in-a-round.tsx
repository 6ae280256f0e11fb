import { aboutCoachingPairs } from '@coaching-pairs/shared/guidance/about';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** A friendly explanation for whoever is not part of a round. */
export const NotInARound = ({ me }: { readonly me: Me }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={t('guidance.what.title')}>
      {aboutCoachingPairs.map((line) => (
        <p key={line} className={house.prose}>
          {t(line)}
        </p>
      ))}
      <p className={house.prose}>{t('tab.mine.noRound.next')}</p>
      <div className={house.actions}>
        {me.administers && (
          <Button appearance="primary" onClick={() => go('/admin')}>
            {t('tab.mine.toAdmin')}
          </Button>
        )}
        <Button appearance={me.administers ? 'secondary' : 'primary'} onClick={() => go('/about')}>
          {t('tab.mine.readMore')}
        </Button>
      </div>
    </Section>
  );
};
