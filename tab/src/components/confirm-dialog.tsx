import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';
import { useReadableAgain } from './use-readable-again.js';
import { useReturnedFocus } from './use-returned-focus.js';
import { useSteadyWidth } from './use-steady-width.js';

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly running: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly ready?: boolean;
};

/** Asks once more before something that others will notice. While it is under way its buttons do nothing, but keep the focus. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const house = useHouse();
  const { t } = useWords();
  useReturnedFocus(props.open);
  useReadableAgain(props.open);
  useSteadyWidth(props.open);
  const close = () => {
    if (!props.running) props.onClose();
  };
  return (
    <Dialog open={props.open} modalType="alert" onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>
            <div className={house.stack}>{props.children}</div>
          </DialogContent>
          <DialogActions className={house.above}>
            <Button appearance="secondary" style={{ whiteSpace: 'nowrap' }} onClick={close} disabledFocusable={props.running}>
              {props.cancel ?? t('tab.action.cancel')}
            </Button>
            <Button
              appearance="primary"
              style={{ whiteSpace: 'nowrap' }}
              onClick={props.onConfirm}
              disabledFocusable={props.running || props.ready === false}
              {...(props.running ? { icon: <Spinner size="tiny" /> } : {})}
            >
              {props.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
