import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { FaultBar } from '../../../components/fault-bar.js';
import { ShowMore } from '../../../components/show-more.js';
import { idsIn } from '../../../data/name-list.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { matchRows } from './report-files.js';
import { useProofMatches } from './use-proof.js';

type ReportProps = { readonly report: ProofReport };

const useStyles = makeStyles({
  rule: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** Each rule in a sentence with its numbers. */
export const Rules = ({ report }: ReportProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <div className={house.stack}>
      <h2 className={house.heading}>{t('tab.proof.rules')}</h2>
      <ul className={house.list}>
        {report.checks.map(({ text, holds }) => (
          <li key={text} className={styles.rule}>
            {holds ? (
              <CheckmarkCircleRegular fontSize={20} className={styles.good} aria-hidden />
            ) : (
              <DismissCircleRegular fontSize={20} className={styles.bad} aria-hidden />
            )}
            <span>
              {t(holds ? 'tab.proof.kept' : 'tab.proof.broken')} {text}
            </span>
          </li>
        ))}
      </ul>
      {report.best !== null && <p className={house.prose}>{report.best}</p>}
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.proof.private')}</p>
    </div>
  );
};

/** Matches that lean on a decision, with whose and when. */
export const Exceptions = ({ report }: ReportProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  if (report.exceptions.length === 0) return null;
  return (
    <div className={house.tight}>
      <h2 className={house.heading}>{t('tab.proof.exceptions')}</h2>
      <ul className={house.bullets}>
        {report.exceptions.map(({ members, text }) => (
          <li key={`${members.map((one) => one.id).join(' ')} ${text}`}>
            <strong>{list(members.map((one) => one.name))}</strong> {text}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Whether the page is being printed: a report on paper has no button for more. */
const useOnPaper = (): boolean => {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // The browser takes its picture as soon as this returns.
    window.addEventListener('beforeprint', () => flushSync(() => setOnPaper(true)), { signal });
    window.addEventListener('afterprint', () => setOnPaper(false), { signal });
    return () => listening.abort();
  }, []);
  return onPaper;
};

/** So many rows stand there at first, and come with each press. */
const step = 100;

type TableProps = { readonly matches: readonly ProofReport['matches'][number][] };

const MatchTable = ({ matches }: TableProps) => {
  const words = useWords();
  const styles = useStyles();
  const [head = [], ...rows] = useMemo(() => matchRows(words, matches), [words, matches]);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col" className={styles.cell}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matches.map((match, row) => (
          <tr key={idsIn(match)}>
            {rows[row]?.map((text, place) => (
              <td key={head[place]} className={styles.cell}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type MatchesProps = { readonly roundId: string; readonly report: ProofReport };

/** Every match that was checked, a part at a time; on paper all that are loaded, and how to have the others. */
export const Matches = ({ roundId, report }: MatchesProps) => {
  const { t } = useWords();
  const house = useHouse();
  const onPaper = useOnPaper();
  const { items, total, more, fault, retry } = useProofMatches(roundId, report);
  if (total === 0) return <p className={house.prose}>{t('tab.proof.none')}</p>;
  return (
    <div className={house.tight}>
      <h2 className={house.heading}>{t('tab.proof.matches', { count: total })}</h2>
      {fault !== null && <FaultBar fault={fault} retry={retry} />}
      {onPaper ? (
        <>
          {items.length < total && <p className={house.prose}>{t('tab.proof.notAll', { shown: items.length, total })}</p>}
          <MatchTable matches={items} />
        </>
      ) : (
        <ShowMore items={items} total={total} more={more} step={step}>
          {(shown) => <MatchTable matches={shown} />}
        </ShowMore>
      )}
    </div>
  );
};
