import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** At the end of a round: the way to the next, which takes over what need not be entered twice, or to the one that is open already. */
export const NextRound = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const mayOpen = useMe().data?.mayOpenRounds === true;
  if (round.state !== 'awayday' && round.state !== 'closed') return null;
  const { next } = round;
  return (
    <Section title={t('tab.nextRound.title')}>
      <p className={house.prose}>
        {next === null ? t(mayOpen ? 'tab.nextRound.text' : 'tab.nextRound.textOther') : t('tab.nextRound.there', { name: next.name })}
      </p>
      {(next !== null || mayOpen) && (
        <div className={house.actions}>
          <Button
            appearance={next === null ? 'primary' : 'secondary'}
            onClick={() => go(next === null ? `/admin/${encodeURIComponent(round.id)}/next` : `/admin/${encodeURIComponent(next.id)}`)}
          >
            {next === null ? t('tab.nextRound.open') : t('tab.nextRound.go')}
          </Button>
        </div>
      )}
    </Section>
  );
};
