import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import type { routes } from '@coaching-pairs/shared/wire/routes';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { AskedView, Waiting } from '../../../components/asked-view.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useDraftNumbers } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { type OddNumber, OddNumberChoice, oddOf, offeredBy } from './odd-number.js';

type DraftingDialogProps = {
  readonly round: RoundOverview;
  readonly route: typeof routes.beginMatching | typeof routes.draftAgain;
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Asks before matches are drafted, and what becomes of one too many; whoever would rather invite one more is led there instead. */
export const DraftingDialog = ({ round, route, open, title, confirm, onClose, children }: DraftingDialogProps) => {
  const { t } = useWords();
  const [, go] = useLocation();
  const numbers = useDraftNumbers(round.id, open);
  const draft = useChange(route, { outdates: [keys.round(round.id), keys.me] });
  const [picked, setPicked] = useState<OddNumber | null>(null);
  const chosen = picked ?? (numbers.data === undefined ? null : offeredBy(numbers.data));
  const invites = chosen?.offer === 'invite';
  const odd = chosen === null ? null : oddOf(chosen);
  const close = (): void => {
    setPicked(null);
    draft.reset();
    onClose();
  };
  const doIt = (): void => {
    if (invites) {
      close();
      go(`/admin/${encodeURIComponent(round.id)}/invitations`);
    } else if (odd !== null) {
      draft.mutate({ params: { roundId: round.id }, body: { odd } }, { onSuccess: close });
    }
  };
  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={invites ? t('tab.odd.goInvite') : confirm}
      running={draft.isPending}
      ready={!numbers.isFetching && (invites || odd !== null)}
      onConfirm={doIt}
      onClose={close}
    >
      {children}
      <AskedView asked={numbers} waiting={<Waiting lines={3} />}>
        {(known) => <OddNumberChoice roundId={round.id} numbers={known} chosen={chosen ?? offeredBy(known)} onChoose={setPicked} />}
      </AskedView>
      {draft.error !== null && <FaultBar fault={draft.error} />}
    </ConfirmDialog>
  );
};
