import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useWords } from '../../../session.js';

type OfferButtonProps = {
  readonly done: boolean;
  readonly act: string;
  readonly title: string;
  readonly running: boolean;
  /** What the act was refused for; null where it was not. */
  readonly error: unknown;
  readonly onAct: (then: () => void) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * Takes an offer up after a question that says what comes of it. It stays where it is once that is done, so that what is said of it, and
 * the way back, are still there.
 */
export const OfferButton = ({ done, act, title, running, error, onAct, onClose, children }: OfferButtonProps) => {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    onClose();
    setAsking(false);
  };
  return (
    <>
      {done ? (
        <strong>{t('tab.board.help.done')}</strong>
      ) : (
        <Button size="small" onClick={() => setAsking(true)}>
          {act}
        </Button>
      )}
      <ConfirmDialog open={asking} title={title} confirm={act} running={running} onConfirm={() => onAct(close)} onClose={close}>
        {children}
        {error !== null && <FaultBar fault={error} />}
      </ConfirmDialog>
    </>
  );
};
