import { instant } from '@coaching-pairs/shared/ids';
import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Words } from '@coaching-pairs/shared/words/words';
import { AskedPage } from '../../../components/asked-page.js';
import { DoButton } from '../../../components/do-button.js';
import { usePaper } from '../../../components/paper.js';
import { saveAs } from '../../../components/save-as.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { reportTable } from './report-files.js';
import { Exceptions, Matches, Rules } from './report-parts.js';
import { useWholeReport } from './use-proof.js';

/** When a report was checked, and against which reading of the directory. */
const whenOf = (words: Words, zone: string, { round, checkedAt, directoryAt }: ProofReport): string => {
  const date = words.dateTime(instant(checkedAt), zone);
  if (directoryAt === null) return words.t('tab.proof.unread', { round, date });
  return words.t('tab.proof.checked', { round, date, directory: words.dateTime(instant(directoryAt), zone) });
};

type ReportProps = { readonly roundId: string; readonly report: ProofReport };

/** The report on the page, and how it is taken along: on paper and in files every match stands. */
export const Report = ({ roundId, report }: ReportProps) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  usePaper();
  const { running, withWhole, print, onPaper } = useWholeReport(roundId, report);
  const shown = onPaper ?? report;
  const csv = (whole: ProofReport) => saveAs('proof.csv', 'text/csv', reportTable(words, whole, whenOf(words, zone, whole)));
  const json = (whole: ProofReport) => saveAs('proof.json', 'application/json', JSON.stringify(whole, null, 2));
  return (
    <>
      <div className={house.actions}>
        <DoButton running={running} whyNot={null} onClick={() => void print()}>
          {t('tab.proof.print')}
        </DoButton>
        <DoButton appearance="secondary" running={running} whyNot={null} onClick={() => void withWhole(csv)}>
          {t('tab.proof.csv')}
        </DoButton>
        <DoButton appearance="secondary" running={running} whyNot={null} onClick={() => void withWhole(json)}>
          {t('tab.proof.json')}
        </DoButton>
      </div>
      <article data-paper className={house.card}>
        <p className={house.prose}>{whenOf(words, zone, shown)}</p>
        <Rules report={shown} />
        <Exceptions report={shown} />
        <Matches roundId={roundId} report={shown} />
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
      {(report) => <Report roundId={roundId} report={report} />}
    </AskedPage>
  );
};
