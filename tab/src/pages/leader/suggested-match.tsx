import type { MyMatch, MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { useMatchAnswer } from './use-match-answer.js';

type Waiting = Extract<MyMatch, { kind: 'waiting' }>;

/** A choice of one's own that waits: for the people partner's look at it, or for whoever is named (CP-31). */
export const SuggestedMatch = ({ round, match }: { readonly round: MyRound; readonly match: Waiting }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const answer = useMatchAnswer(round.id, match.proposalId, () => feedback.done(t('tab.match.suggested.takenBack')));
  const names = list(match.partners.map(({ name }) => name));
  return (
    <Section title={t('tab.match.suggested.title')}>
      <People people={match.partners} size={56} />
      <p className={house.prose}>{t(match.suggested === 'held' ? 'tab.match.suggested.held' : 'tab.match.suggested.asked', { names })}</p>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.match.suggested.otherwise')}</p>
      {answer.fault !== null && <FaultBar fault={answer.fault} />}
      <div className={house.actions}>
        <Button appearance="subtle" disabled={answer.running} onClick={() => answer.give('decline')}>
          {t('tab.match.suggested.takeBack')}
        </Button>
      </div>
    </Section>
  );
};
