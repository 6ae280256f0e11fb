import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { FreezeBoard } from './freeze-board.js';
import { PairInPerson } from './pair-in-person.js';

/** While partners are chosen in the open: the way to the board, pairs made in person, and the freezing. Who is left stands nowhere. */
export const ChoosingStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <>
      <Section title={t('tab.openChoice.open.title')}>
        <p className={house.prose}>{t('tab.openChoice.open.text', { pairs: round.tally.pairs, leader: round.leader.name })}</p>
        <p className={`${house.prose} ${house.quiet}`}>{t('tab.openChoice.open.where')}</p>
        <div className={house.actions}>
          <Button appearance="primary" onClick={() => go(`/round/${encodeURIComponent(round.id)}/choose/screen`)}>
            {t('tab.openChoice.open.show')}
          </Button>
        </div>
      </Section>
      <PairInPerson round={round} />
      <FreezeBoard round={round} />
    </>
  );
};
