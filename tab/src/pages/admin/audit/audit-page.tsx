import { routes } from '@coaching-pairs/shared/wire/routes';
import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useSettled } from '../../../data/use-settled.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { AuditLines } from './audit-lines.js';
import { CheckSection } from './check-section.js';
import { ExportSection } from './export-section.js';

const useAudit = (roundId: string, text: string) => {
  const q = useSettled(text.trim());
  return useAsked(routes.audit, { key: [...keys.audit(roundId), q], params: { roundId }, query: { q }, every: () => 30_000 });
};

/** Who did what in a round, and whether the record is as it was sealed (S-20). */
export const AuditPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [text, setText] = useState('');
  const audit = useAudit(roundId, text);
  if (isNotYours(audit.error)) return <NotYours />;
  const back = (
    <Link to={`/admin/${encodeURIComponent(roundId)}`} className={house.small}>
      {audit.data?.name ?? t('tab.administrators.backToRound')}
    </Link>
  );
  return (
    <Page title={t('tab.audit.title')} lead={<p className={house.prose}>{t('tab.audit.lead')}</p>} above={back}>
      <div className={house.parts}>
        <Section title={t('tab.audit.lines')}>
          <div className={mergeClasses(house.tight, house.field)}>
            <NameFilter label={t('tab.audit.search')} value={text} onChange={setText} />
            <WhoReads text={t('tab.audit.reads')} />
          </div>
          <AskedView asked={audit}>
            {(page) =>
              page.lines.length === 0 ? (
                <p className={house.prose}>{t(text.trim() === '' ? 'tab.audit.none' : 'tab.audit.nothingFound')}</p>
              ) : (
                <AuditLines page={page} />
              )
            }
          </AskedView>
          <p className={mergeClasses(house.prose, house.small)}>{t('tab.audit.discreet')}</p>
        </Section>
        <CheckSection roundId={roundId} />
        <ExportSection roundId={roundId} />
      </div>
    </Page>
  );
};
