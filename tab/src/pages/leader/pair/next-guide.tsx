import { guideFor } from '@coaching-pairs/shared/guidance/session-guides';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** What the next meeting is about, with the way to its guide and to the timer. */
export const NextGuide = ({ roundId, meeting }: { readonly roundId: string; readonly meeting: number }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const guide = guideFor(meeting);
  const place = `/round/${encodeURIComponent(roundId)}`;
  return (
    <Section title={t('tab.pair.next')}>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t(guide.title)}</h3>
        <ul className={house.bullets}>
          {guide.steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ul>
      </div>
      <div className={house.actions}>
        <Button onClick={() => go(`${place}/guides/${guide.name}`)}>{t('guide.open')}</Button>
        <Button onClick={() => go(`${place}/timer/${meeting}`)}>{t('tab.timer.title')}</Button>
        <Button appearance="subtle" onClick={() => go(`${place}/guides`)}>
          {t('guide.all')}
        </Button>
      </div>
    </Section>
  );
};
