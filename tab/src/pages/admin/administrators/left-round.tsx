import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Page } from '../../../components/page.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Says plainly what has happened to somebody who removed themselves, and where to go from here. */
export const LeftRound = ({ roundName }: { readonly roundName: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const administers = useMe().data?.administers === true;
  return (
    <Page title={t('tab.administrators.left.title', { round: roundName })} lead={t('tab.administrators.left.text')}>
      <div className={house.actions}>
        {administers && (
          <Button appearance="primary" onClick={() => go('/admin')}>
            {t('tab.round.back')}
          </Button>
        )}
        <Button appearance={administers ? 'secondary' : 'primary'} onClick={() => go('/')}>
          {t('tab.administrators.left.toMine')}
        </Button>
      </div>
    </Page>
  );
};
