import type { ProofMatches, ProofReport } from '@coaching-pairs/shared/wire/proof';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { idsIn, type NameList, once, pagedList, wholeList } from '../../../data/name-list.js';
import { usePaged } from '../../../data/use-paged.js';
import { useSession } from '../../../session.js';

type Match = ProofReport['matches'][number];

const joined = ({ pages }: InfiniteData<ProofMatches>) => ({
  matches: once(
    pages.flatMap(({ matches }) => matches),
    idsIn,
  ),
  total: pages.at(-1)?.total ?? 0,
});

const isWhole = ({ matches, matchCount }: ProofReport): boolean => matches.length === matchCount;

/** The matches that were checked: a short list came with the report, more of a long one is asked for. */
export const useProofMatches = (roundId: string, report: ProofReport): NameList<Match> => {
  const { matches: first, matchCount } = report;
  const found = usePaged(routes.proofMatches, {
    ...{ key: keys.proofMatches(roundId), roundId, query: {}, joined, every: false, enabled: !isWhole(report) },
  });
  return isWhole(report) ? wholeList(first) : pagedList(found, found.data?.matches, first, matchCount);
};

/** Gives the report with every match in it to be saved or printed, which is asked for only then. */
export const useWholeReport = (roundId: string, report: ProofReport) => {
  const { call } = useSession();
  const feedback = useFeedback();
  const [running, setRunning] = useState(false);
  const [onPaper, setOnPaper] = useState<ProofReport | null>(null);
  useEffect(() => {
    const printed = (): void => setOnPaper(null);
    window.addEventListener('afterprint', printed);
    return () => window.removeEventListener('afterprint', printed);
  }, []);
  const withWhole = async (use: (whole: ProofReport) => void): Promise<void> => {
    if (isWhole(report)) return use(report);
    setRunning(true);
    try {
      use(await call(routes.proofWhole, { params: { roundId } }));
    } catch (fault) {
      feedback.failed(fault instanceof Error ? fault : new Error('unreachable', { cause: fault }));
    } finally {
      setRunning(false);
    }
  };
  const print = (): Promise<void> =>
    withWhole((whole) => {
      flushSync(() => setOnPaper(whole));
      window.print();
    });
  return { running, withWhole, print, onPaper };
};
