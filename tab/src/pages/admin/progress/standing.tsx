import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AnswerTally } from '../round/answer-tally.js';

/** Answers and pairs in numbers, and the ways to where they stand by name. */
export const Standing = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const to = (place: string) => (): void => go(`/admin/${encodeURIComponent(round.id)}/${place}`);
  const { pairs, open } = round.tally;
  return (
    <Section title={t('tab.progress.standing.title')}>
      <AnswerTally round={round} />
      <p className={house.prose}>{t('tab.progress.standing.pairs', { pairs, open })}</p>
      <div className={house.actions}>
        <Button onClick={to('people')}>{t('tab.progress.standing.people')}</Button>
        <Button onClick={to('matching')}>{t('tab.progress.standing.matches')}</Button>
      </div>
    </Section>
  );
};
