import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The way to everything of mine that is kept, and to what is kept of whom and for how long. */
export const MyDataLink = () => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <p className={house.prose}>
      <Link to="/my-data">{t('tab.myData.link')}</Link>
      {' · '}
      <Link to="/resources/privacy">{t('tab.privacy.link')}</Link>
    </p>
  );
};
