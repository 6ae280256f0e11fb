import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';

type ShowMoreProps<Item> = {
  readonly items: readonly Item[];
  /** How many are shown at first, and how many come with each press. */
  readonly step?: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
};

/** A long list a part at a time, so that a thousand people stay light. */
export const ShowMore = <Item,>({ items, step = 30, children }: ShowMoreProps<Item>) => {
  const house = useHouse();
  const { t } = useWords();
  const [count, setCount] = useState(step);
  const left = items.length - count;
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && (
        <div className={house.row}>
          <Button onClick={() => setCount(count + step)}>{t('tab.action.showMore', { count: Math.min(step, left) })}</Button>
          <span className={house.small}>{t('tab.list.shown', { shown: count, total: items.length })}</span>
        </div>
      )}
    </>
  );
};
