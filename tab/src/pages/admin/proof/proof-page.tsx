import { instant } from '@coaching-pairs/shared/ids';
import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { AskedPage } from '../../../components/asked-page.js';
import { usePaper } from '../../../components/paper.js';
import { saveAs } from '../../../components/save-as.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { reportTable } from './report-files.js';
import { Exceptions, Matches, Rules } from './report-parts.js';

const Report = ({ report }: { readonly report: ProofReport }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  usePaper();
  const { round, checkedAt, directoryAt } = report;
  const date = words.dateTime(instant(checkedAt), zone);
  const when =
    directoryAt === null
      ? t('tab.proof.unread', { round, date })
      : t('tab.proof.checked', { round, date, directory: words.dateTime(instant(directoryAt), zone) });
  return (
    <>
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => window.print()}>
          {t('tab.proof.print')}
        </Button>
        <Button onClick={() => saveAs('proof.csv', 'text/csv', reportTable(words, report, when))}>{t('tab.proof.csv')}</Button>
        <Button onClick={() => saveAs('proof.json', 'application/json', JSON.stringify(report, null, 2))}>{t('tab.proof.json')}</Button>
      </div>
      <article data-paper className={house.card}>
        <p className={house.prose}>{when}</p>
        <Rules report={report} />
        <Exceptions report={report} />
        <Matches report={report} />
      </article>
    </>
  );
};

/** For auditors: which rules the matches keep, checked as the page is opened, to be printed or saved. */
export const ProofPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const asked = useAsked(routes.proof, { key: keys.proof(roundId), params: { roundId } });
  const back = { to: `/admin/${encodeURIComponent(roundId)}/matching`, children: t('tab.board.title') };
  return (
    <AskedPage title={t('tab.proof.title')} lead={t('tab.proof.lead')} back={back} asked={asked}>
      {(report) => <Report report={report} />}
    </AskedPage>
  );
};
