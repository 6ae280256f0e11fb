import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';

/** Where not all of a list is loaded. */
export type Loading = {
  /** How many there are in all, loaded or not. */
  readonly total?: number;
  /** Loads more of them; null where there are none, or they are on their way. */
  readonly more?: (() => void) | null;
};

type ShowMoreProps<Item> = Loading & {
  readonly items: readonly Item[];
  /** How many are shown at first, and how many come with each press. */
  readonly step?: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
};

/** A long list a part at a time, so that a thousand people stay light. */
export const ShowMore = <Item,>({ items, total = items.length, more = null, step = 30, children }: ShowMoreProps<Item>) => {
  const house = useHouse();
  const { t } = useWords();
  const [count, setCount] = useState(step);
  const left = total - count;
  const isShort = count > items.length;
  useEffect(() => {
    if (isShort) more?.();
  }, [isShort, more]);
  return (
    <>
      {children(items.slice(0, count))}
      {left > 0 && (
        <div className={house.row}>
          <Button onClick={() => setCount(count + step)}>{t('tab.action.showMore', { count: Math.min(step, left) })}</Button>
          <span className={house.small}>{t('tab.list.shown', { shown: Math.min(count, items.length), total })}</span>
        </div>
      )}
    </>
  );
};
