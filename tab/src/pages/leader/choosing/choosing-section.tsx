import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Whether the way to a partner is the board, rather than a match that is proposed. */
export const isOnBoard = ({ mode, state, match }: MyRound): boolean =>
  mode === 'open-choice' && (state === 'inviting' || state === 'choosing') && match.kind !== 'paired';

/** The way to the board on which partners are chosen, or that there will be one. */
export const ChoosingSection = ({ round }: { readonly round: MyRound }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const open = round.state === 'choosing';
  return (
    <Section title={t(open ? 'tab.choose.section.open' : 'tab.choose.section.before')} accent={open}>
      <p className={house.prose}>{t(open ? 'tab.choose.section.openText' : 'tab.choose.section.beforeText')}</p>
      <div className={house.actions}>
        <Button appearance={open ? 'primary' : 'secondary'} onClick={() => go(`/round/${encodeURIComponent(round.id)}/choose`)}>
          {t('tab.choose.section.go')}
        </Button>
      </div>
    </Section>
  );
};
