import { Button } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { Page } from '../../components/page.js';
import { Refusal } from '../../refusal.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** In the words for any page that is not there. */
export const NothingHere = () => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Page title={t('tab.twoTwo.nothing.title')} lead={t('tab.twoTwo.nothing.text')}>
      <div className={house.actions}>
        <Button onClick={() => go('/')}>{t('tab.nav.mine')}</Button>
      </div>
    </Page>
  );
};

/** Whether an engagement is not there for whoever asks: it never was, it is of others, or it is past keeping. */
export const isNoneOfMine = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'not-found';

/** In the place of an engagement's pages, the same whatever the cause (S-11). */
export const NoneOfMine = () => {
  const { t } = useWords();
  return (
    <Page title={t('tab.twoTwo.none.title')} lead={t('tab.twoTwo.none.text')}>
      <Link to="/2-2/engagements">{t('tab.twoTwo.engagements.title')}</Link>
    </Page>
  );
};
