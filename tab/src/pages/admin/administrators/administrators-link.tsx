import { Link } from 'wouter';
import { useWords } from '../../../session.js';

/** The way to naming a second administrator, beside a sentence that asks for one. Not inside a dialog, which is to close first. */
export const AdministratorsLink = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  return <Link to={`/admin/${encodeURIComponent(roundId)}/administrators`}>{t('tab.administrators.go')}</Link>;
};
