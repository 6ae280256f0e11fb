import { Link } from 'wouter';
import { Page } from '../../../components/page.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';

/** Whether a round is not there for whoever asks: it never was, or they were removed while they looked at it. */
export const isNotYours = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'not-found';

/** In the place of a round's page, the same for a round of others and one that does not exist (S-11). */
export const NotYours = () => {
  const { t } = useWords();
  return (
    <Page title={t('tab.round.notYours.title')} lead={t('tab.round.notYours.text')}>
      <Link to="/admin">{t('tab.round.back')}</Link>
    </Page>
  );
};
