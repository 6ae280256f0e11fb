import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { CardJson, Outcome } from '../sandbox-api.js';
import { t } from '../words.js';
import { type CardClick, CardView } from './card-view.js';

type Open = {
  readonly step: Outcome;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly onSubmit: (data: CardJson) => void;
  readonly onLink: (url: string) => void;
  readonly onClose: () => void;
};

/** What Teams calls a dialog: a card, or a sentence, above everything else. */
export const CardDialog = ({ step, busy, failed, onSubmit, onLink, onClose }: Open) => {
  const click = (done: CardClick): void => {
    if (done.kind === 'link') onLink(done.url);
    else onSubmit(done.data);
  };
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className="dialog">
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('dialog.close')} />
              </DialogTrigger>
            }
          >
            {step.title ?? t('dialog.untitled')}
          </DialogTitle>
          <DialogContent>
            {step.card === undefined ? <p>{step.text}</p> : <CardView card={step.card} busy={busy} onClick={click} />}
            {failed && (
              <p className="failure" role="alert">
                {t('chat.failed')}
              </p>
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
