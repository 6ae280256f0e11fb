import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';

type VirtualListProps<Item> = {
  /** What the list holds, for whoever hears it. */
  readonly label: string;
  /** Those that are loaded. */
  readonly items: readonly Item[];
  /** How many there are in all, loaded or not. */
  readonly total: number;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** Loads more of them; null where there are none, or they are on their way. */
  readonly more?: (() => void) | null;
};

/** Up to here a list stands in the page as it is, without a place of its own to scroll in. */
const plainly = 40;
/** Rows that are kept ready beyond what is seen, so that the Tab key always finds the next. */
const beyond = 8;
/** A row as long as nobody has measured it, in pixels. */
const usualRow = 64;

const useStyles = makeStyles({
  place: {
    display: 'block',
    position: 'relative',
    maxHeight: 'min(70vh, 640px)',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** As high as all rows are together, so that the scroll bar tells where one is. */
  room: { pointerEvents: 'none' },
  row: { position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, top: 0 },
});

/** The row that has the focus stays, wherever one scrolls meanwhile. */
const useFocusedRow = () => {
  const [focused, setFocused] = useState<number | null>(null);
  const onFocus = ({ target }: FocusEvent): void => {
    const place = target.closest<HTMLElement>('[data-index]')?.dataset.index;
    setFocused(place === undefined ? null : Number(place));
  };
  const rowsOf = (range: Range): number[] => {
    const rows = defaultRangeExtractor(range);
    return focused === null || focused >= range.count || rows.includes(focused) ? rows : [...rows, focused].sort((a, b) => a - b);
  };
  return { onFocus, rowsOf };
};

const Windowed = <Item,>({ label, items, total, keyOf, children, more = null }: VirtualListProps<Item>) => {
  const house = useHouse();
  const styles = useStyles();
  const { t } = useWords();
  const place = useRef<HTMLUListElement>(null);
  const { onFocus, rowsOf } = useFocusedRow();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => place.current,
    estimateSize: () => usualRow,
    getItemKey: (index) => (items[index] === undefined ? index : keyOf(items[index])),
    overscan: beyond,
    rangeExtractor: rowsOf,
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - beyond) more?.();
  }, [last, items.length, more]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls is to be scrolled with the keyboard too. */}
      <ul ref={place} className={mergeClasses(house.list, styles.place)} tabIndex={0} aria-label={label} onFocus={onFocus}>
        <li aria-hidden className={styles.room} style={{ height: virtual.getTotalSize() }} />
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item)}
            </li>
          );
        })}
      </ul>
      {items.length < total && <span className={house.small}>{t('tab.list.loading', { shown: items.length, total })}</span>}
    </>
  );
};

/**
 * A list of any length: of a long one only the rows that are seen are in the page, and each tells its place among all of them. Rows are
 * loaded as they come near.
 */
export const VirtualList = <Item,>(props: VirtualListProps<Item>) => {
  const house = useHouse();
  if (props.total > plainly) return <Windowed {...props} />;
  return (
    <ul aria-label={props.label} className={house.list} style={{ gap: 0 }}>
      {props.items.map((item) => (
        <li key={props.keyOf(item)}>{props.children(item)}</li>
      ))}
    </ul>
  );
};
