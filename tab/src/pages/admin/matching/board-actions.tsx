import type { Board } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { isRunning } from '../../../data/running.js';
import type { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AdministratorsLink } from '../administrators/administrators-link.js';
import { isRematching } from '../round/steps.js';
import { DraftingDialog } from './drafting-dialog.js';
import { SendDialog } from './send-dialog.js';

type BoardProps = { readonly round: RoundOverview; readonly board: Board };
type DialogProps = BoardProps & { readonly open: boolean; readonly onClose: () => void };

const DraftDialog = ({ round, board, open, onClose }: DialogProps) => {
  const { t } = useWords();
  const house = useHouse();
  const isFirst = board.counts.drafts === 0;
  return (
    <DraftingDialog
      round={round}
      route={routes.draftAgain}
      open={open}
      title={t(isFirst ? 'tab.board.draft.title' : 'tab.board.again.title')}
      confirm={t(isFirst ? 'tab.board.draft' : 'tab.board.again')}
      onClose={onClose}
    >
      <p className={house.prose}>{isFirst ? t('tab.board.draft.text') : t('tab.board.again.text', { count: board.sending.locked })}</p>
    </DraftingDialog>
  );
};

/** Draft again, and approve and send. */
export const BoardActions = ({ round, board }: BoardProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [asking, setAsking] = useState<'draft' | 'send' | null>(null);
  const [alone, setAlone] = useState<Refusal | null>(null);
  const busy = round.works.some(isRunning);
  const open = round.state === 'matching' || round.state === 'proposed' || isRematching(round);
  if (!open) return null;
  const count = board.counts.drafts;
  const nothing = count === 0 ? t('tab.board.why.noDrafts') : null;
  const whyNot = busy ? t('tab.why.working') : nothing;
  const ask = (what: 'draft' | 'send'): void => {
    setAlone(null);
    setAsking(what);
  };
  const close = (): void => setAsking(null);
  return (
    <>
      <div className={house.actions}>
        <DoButton whyNot={whyNot} onClick={() => ask('send')}>
          {t('tab.board.send', { count: busy ? 0 : count })}
        </DoButton>
        <Button disabledFocusable={busy} onClick={() => ask('draft')}>
          {count === 0 ? t('tab.board.draft') : t('tab.board.again')}
        </Button>
        <DraftDialog round={round} board={board} open={asking === 'draft'} onClose={close} />
        <SendDialog round={round} board={board} open={asking === 'send'} onClose={close} onAlone={setAlone} />
      </div>
      {alone !== null && <FaultBar fault={alone} way={<AdministratorsLink roundId={round.id} />} />}
    </>
  );
};
