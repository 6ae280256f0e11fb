import { agendaLimits } from '@coaching-pairs/shared/awayday/agenda';
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useWords } from '../../../session.js';
import { phone } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 1fr) 104px max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    [phone]: { gridTemplateColumns: '56px 104px minmax(0, 1fr)' },
  },
  time: { fontVariantNumeric: 'tabular-nums' },
  text: { minWidth: 0, [phone]: { gridColumn: '1 / -1', gridRow: 2 } },
  minutes: { minWidth: 0 },
  buttons: { display: 'flex', justifyContent: 'flex-end' },
});

/** A field whose text counts once it is left, or on Enter; Escape brings back what was there. */
const useTyped = (value: string, onDone: (typed: string) => void) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => {
    onDone(typed);
    setTyped(value);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') done();
    if (key === 'Escape') setTyped(value);
  };
  return { value: typed, onChange: (_event: unknown, data: { readonly value: string }) => setTyped(data.value), onBlur: done, onKeyDown };
};

type AgendaRowProps = {
  readonly id: string;
  readonly begins: string;
  readonly text: string;
  readonly minutes: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: (wording: string) => void;
  readonly onResize: (minutes: number) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** The names by which the buttons of an item are found again after it was moved. */
export const upOf = (id: string): string => `agenda-up-${id}`;
export const downOf = (id: string): string => `agenda-down-${id}`;

const Moves = ({ id, text, isFirst, isLast, onMove, onRemove }: AgendaRowProps) => {
  const { t } = useWords();
  const styles = useStyles();
  return (
    <span className={styles.buttons}>
      <Button
        id={upOf(id)}
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t('tab.awayday.item.up', { item: text })}
        disabledFocusable={isFirst}
        onClick={() => onMove(-1)}
      />
      <Button
        id={downOf(id)}
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t('tab.awayday.item.down', { item: text })}
        disabledFocusable={isLast}
        onClick={() => onMove(1)}
      />
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={t('tab.awayday.item.remove', { item: text })}
        disabledFocusable={isFirst && isLast}
        onClick={onRemove}
      />
    </span>
  );
};

/** One part of the day: when it begins, what it is, how long, where it stands. */
export const AgendaRow = (props: AgendaRowProps) => {
  const { begins, text, minutes, onRename, onResize } = props;
  const { t } = useWords();
  const styles = useStyles();
  // The words that ship are no words of one's own until they are changed.
  const what = useTyped(text, (typed) => typed.trim() !== text && onRename(typed));
  const long = useTyped(String(minutes), (typed) => typed.trim() !== '' && !Number.isNaN(Number(typed)) && onResize(Number(typed)));
  return (
    <li className={styles.row}>
      <span className={styles.time}>{begins}</span>
      <Input className={styles.text} aria-label={t('tab.awayday.item.what', { time: begins })} maxLength={agendaLimits.wording} {...what} />
      <Input
        className={styles.minutes}
        type="number"
        min={agendaLimits.shortest}
        max={agendaLimits.longest}
        step={5}
        aria-label={t('tab.awayday.item.minutes', { time: begins })}
        contentAfter={<span aria-hidden>{t('tab.awayday.item.unit')}</span>}
        {...long}
      />
      <Moves {...props} />
    </li>
  );
};
