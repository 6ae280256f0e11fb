import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import type { Words } from '@coaching-pairs/shared/words/words';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** Pairs that form one after the other are told together, so that a screen reader is not talked over; in milliseconds. */
const gathers = 5_000;

/** How many pairs have formed since it was last said; 0 until there are some to tell of. */
const useMorePairs = (count: number): number => {
  const [told, setTold] = useState({ upTo: count, more: 0 });
  const latest = useRef(count);
  latest.current = count;
  const waits = count > told.upTo;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setTold((before) => ({ upTo: latest.current, more: latest.current - before.upTo })), gathers);
    return () => clearTimeout(timer);
  }, [waits]);
  return told.more;
};

/** What others have done that is mine to know: who asks me now, what came of my ask, and whether the board has opened or frozen. */
const newsFor = ({ t, list }: Words, before: ChoosingBoard, { stage, mine, questions }: ChoosingBoard): readonly string[] => {
  const known = new Set(before.questions.map(({ proposalId }) => proposalId));
  const asking = questions
    .filter(({ proposalId }) => !known.has(proposalId))
    .map(({ by }) => t('tab.choose.news.question', { name: by.name }));
  const opened = before.stage === 'before' && stage === 'open' ? [t('tab.choose.news.open')] : [];
  const frozen = before.stage === 'open' && stage === 'frozen' ? [t('tab.choose.without.title')] : [];
  if (before.mine.kind !== 'asked') return [...opened, ...frozen, ...asking];
  const paired = mine.kind === 'paired' ? [t('tab.choose.paired.title', { names: list(mine.partners.map(({ name }) => name)) })] : [];
  const again = mine.kind === 'again' ? [t('tab.choose.again.title')] : [];
  return [...frozen, ...paired, ...again, ...asking];
};

/** The last of it; what stood there when the page came is read with the page. */
const useOwnNews = (board: ChoosingBoard): string => {
  const words = useWords();
  const before = useRef(board);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const news = newsFor(words, before.current, board);
    before.current = board;
    if (news.length > 0) setSaid(news.join(' '));
  }, [words, board]);
  return said;
};

/** Says politely, and only to those who listen, what others have done: what is mine at once, and pairs a few together. */
export const SpokenNews = ({ board }: { readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const more = useMorePairs(board.pairs.length);
  const own = useOwnNews(board);
  return (
    <>
      <div role="status" className={house.unseen}>
        {own}
      </div>
      <div role="status" className={house.unseen}>
        {more > 0 && t('tab.choose.news.pairs', { count: more })}
      </div>
    </>
  );
};
