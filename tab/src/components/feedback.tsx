import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useWords } from '../session.js';
import { faultText, referenceOf } from './fault.js';
import { type NoteText, NoteView } from './note.js';

type Shown = NoteText & { readonly id: number };

const FeedbackContext = createContext<(note: NoteText) => void>(() => undefined);

const useStyles = makeStyles({
  notes: {
    position: 'fixed',
    top: tokens.spacingVerticalL,
    right: tokens.spacingHorizontalL,
    zIndex: 1_000_001,
    boxSizing: 'border-box',
    width: '320px',
    maxWidth: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    pointerEvents: 'none',
  },
});

const Notes = ({ notes, onGone }: { readonly notes: readonly Shown[]; readonly onGone: (id: number) => void }) => {
  const { t } = useWords();
  const styles = useStyles();
  return (
    <section aria-label={t('tab.feedback.label')} aria-live="polite">
      <ul className={styles.notes}>
        {notes.map((note) => (
          <LeavingNote key={note.id} note={note} onGone={onGone} />
        ))}
      </ul>
    </section>
  );
};

const LeavingNote = ({ note, onGone }: { readonly note: Shown; readonly onGone: (id: number) => void }) => {
  const gone = useCallback(() => onGone(note.id), [onGone, note.id]);
  return <NoteView note={note} onGone={gone} />;
};

/** The page, and above everything else on it the place where notes appear. */
export const FeedbackPlace = ({ children }: { readonly children: ReactNode }) => {
  const [notes, setNotes] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const add = useCallback((note: NoteText) => {
    last.current += 1;
    const id = last.current;
    setNotes((before) => [...before, { ...note, id }]);
  }, []);
  const drop = useCallback((id: number) => setNotes((before) => before.filter((one) => one.id !== id)), []);
  return (
    <FeedbackContext value={add}>
      {children}
      <Notes notes={notes} onGone={drop} />
    </FeedbackContext>
  );
};

export type Feedback = {
  /** Says that something was done; `undo` offers the way back. */
  readonly done: (text: string, undo?: () => void) => void;
  readonly failed: (fault: unknown) => void;
};

/** Short notes at the edge of the page, read aloud by screen readers. */
export const useFeedback = (): Feedback => {
  const words = useWords();
  const add = useContext(FeedbackContext);
  return {
    done: (text, undo) => add({ intent: 'success', text, detail: null, undo: undo ?? null, shownMs: undo === undefined ? 4_000 : 8_000 }),
    failed: (fault) => {
      const reference = referenceOf(fault);
      const detail = reference === null ? null : words.t('tab.fault.reference', { reference });
      add({ intent: 'error', text: faultText(words, fault), detail, undo: null, shownMs: 10_000 });
    },
  };
};
