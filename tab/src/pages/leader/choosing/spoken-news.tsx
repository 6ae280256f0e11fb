import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
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

/** Says politely, and only to those who listen, what has come: who asks at once, and pairs a few together. */
export const SpokenNews = ({ board }: { readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const more = useMorePairs(board.pairs.length);
  const names = board.questions.map(({ by }) => t('tab.choose.news.question', { name: by.name }));
  return (
    <>
      <div role="status" className={house.unseen}>
        {names.join(' ')}
      </div>
      <div role="status" className={house.unseen}>
        {more > 0 && t('tab.choose.news.pairs', { count: more })}
      </div>
    </>
  );
};
