import { Button } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useLocation } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The way from a pair to its sessions; the first of three taps that book all six. */
export const SessionsLink = ({ roundId, over }: { readonly roundId: string; readonly over: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <div className={house.actions}>
      <Button
        appearance={over ? 'secondary' : 'primary'}
        icon={<CalendarLtrRegular />}
        onClick={() => go(`/round/${encodeURIComponent(roundId)}/sessions`)}
      >
        {over ? t('tab.sessions.title') : t('tab.sessions.open')}
      </Button>
    </div>
  );
};
