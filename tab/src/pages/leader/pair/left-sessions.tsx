import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { FaultBar } from '../../../components/fault-bar.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useClearing } from './use-pair.js';

/** Sessions of a pair that has ended which stand in my Outlook still: only I can take them out, with one tap. */
export const LeftSessions = ({ round }: { readonly round: Pick<MyRound, 'id' | 'leftSessions'> }) => {
  const { t } = useWords();
  const house = useHouse();
  const clear = useClearing();
  const count = round.leftSessions;
  if (count === 0) return null;
  const go = () => clear.mutate({ params: { roundId: round.id }, body: {} });
  return (
    <Section title={t('tab.match.left.title')}>
      <p className={house.prose}>{t('tab.match.left.text', { count })}</p>
      {clear.data !== undefined && <OutlookBar {...clear.data} again={go} />}
      {clear.error !== null && <FaultBar fault={clear.error} />}
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={clear.isPending} onClick={go}>
          {t('tab.match.left.clear', { count })}
        </Button>
      </div>
    </Section>
  );
};
