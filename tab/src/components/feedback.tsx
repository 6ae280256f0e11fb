import {
  Button,
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../session.js';
import { faultText, referenceOf } from './fault.js';

const toasterId = 'feedback';

const useStyles = makeStyles({ place: { position: 'relative', zIndex: 1_000_001 } });

/** Where the notes appear: a named part of the page, above everything else on it. */
export const FeedbackPlace = () => {
  const { t } = useWords();
  const styles = useStyles();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <section ref={setPlace} className={styles.place} aria-label={t('tab.feedback.label')}>
      {place !== null && <Toaster toasterId={toasterId} mountNode={place} position="top-end" pauseOnHover />}
    </section>
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
  const { dispatchToast } = useToastController(toasterId);
  const undoFooter = (undo: () => void) => (
    <ToastFooter>
      <ToastTrigger>
        <Button size="small" onClick={undo}>
          {words.t('tab.action.undo')}
        </Button>
      </ToastTrigger>
    </ToastFooter>
  );
  return {
    done: (text, undo) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
          {undo !== undefined && undoFooter(undo)}
        </Toast>,
        { intent: 'success', politeness: 'polite', timeout: undo === undefined ? 4_000 : 8_000 },
      ),
    failed: (fault) => {
      const reference = referenceOf(fault);
      dispatchToast(
        <Toast>
          <ToastTitle>{faultText(words, fault)}</ToastTitle>
          {reference !== null && <ToastBody>{words.t('tab.fault.reference', { reference })}</ToastBody>}
        </Toast>,
        { intent: 'error', politeness: 'assertive', timeout: 10_000 },
      );
    },
  };
};
