import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { useEffect, useState } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';

/** What a short note says, and for how long at least (milliseconds). */
export type NoteText = {
  readonly intent: 'success' | 'error';
  readonly text: string;
  readonly detail: string | null;
  readonly undo: (() => void) | null;
  readonly shownMs: number;
};

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    pointerEvents: 'auto',
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  text: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  undo: { alignSelf: 'flex-start' },
});

/** Goes by itself after its time, but never while somebody points at it or has the focus in it. */
const useLeaving = ({ shownMs }: NoteText, onGone: () => void) => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [held, shownMs, onGone]);
  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(false);
  return { onMouseEnter: hold, onMouseLeave: release, onFocus: hold, onBlur: release };
};

/** A short note at the edge of the page; the keyboard passes through it like through any other part. */
export const NoteView = ({ note, onGone }: { readonly note: NoteText; readonly onGone: () => void }) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  const leaving = useLeaving(note, onGone);
  const { undo } = note;
  const undone = (): void => {
    undo?.();
    onGone();
  };
  return (
    <li className={styles.note} {...leaving}>
      {note.intent === 'success' ? (
        <CheckmarkCircleFilled fontSize={20} className={styles.good} aria-hidden />
      ) : (
        <ErrorCircleFilled fontSize={20} className={styles.bad} aria-hidden />
      )}
      <div className={house.tight}>
        <span className={styles.text}>{note.text}</span>
        {note.detail !== null && <span className={house.small}>{note.detail}</span>}
        {undo !== null && (
          <Button size="small" className={styles.undo} onClick={undone}>
            {t('tab.action.undo')}
          </Button>
        )}
      </div>
      <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label={t('tab.feedback.dismiss')} onClick={onGone} />
    </li>
  );
};
