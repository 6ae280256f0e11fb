import { Button, Toast, ToastBody, Toaster, ToastFooter, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { useWords } from '../session.js';
import { faultText, referenceOf } from './fault.js';

const toasterId = 'feedback';

export const FeedbackPlace = () => <Toaster toasterId={toasterId} position="top-end" pauseOnHover />;

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
