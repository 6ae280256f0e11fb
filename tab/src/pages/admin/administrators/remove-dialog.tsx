import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours } from '../round/not-yours.js';

/** Who is about to be removed, and from which round. */
export type Removing = { readonly round: RoundOverview; readonly person: Named };

type RemoveDialogProps = {
  /** Null while nobody is. */
  readonly removing: Removing | null;
  readonly onClose: () => void;
  readonly onLeft: (roundName: string) => void;
};

/** Removes somebody; whoever removed themselves may ask nothing more of the round, so all that is kept of it goes. */
const useRemoval = ({ onClose, onLeft }: RemoveDialogProps) => {
  const { words, userId } = useSession();
  const client = useQueryClient();
  const feedback = useFeedback();
  const removal = useChange(routes.removeAdministrator);
  const left = ({ round }: Removing): void => {
    onClose();
    onLeft(round.name);
    client.removeQueries({ queryKey: keys.round(round.id) });
    for (const key of [keys.me, keys.rounds]) void client.invalidateQueries({ queryKey: key });
  };
  const removed = ({ round, person }: Removing): void => {
    feedback.done(words.t('tab.administrators.removed', { name: person.name }));
    void client.invalidateQueries({ queryKey: keys.overview(round.id) });
    onClose();
  };
  const remove = (removing: Removing): void => {
    const { round, person } = removing;
    const onSuccess = ({ stillMine }: { readonly stillMine: boolean }): void => (stillMine ? removed(removing) : left(removing));
    const onError = (fault: unknown): void => {
      // Asked again after a lost answer, the round is not theirs any more: it was done the first time.
      if (person.id === userId && isNotYours(fault)) left(removing);
    };
    removal.mutate({ params: { roundId: round.id }, body: { personId: person.id } }, { onSuccess, onError });
  };
  return { removal, remove };
};

/** Asks once more before somebody loses the round; in words of its own where that is oneself. */
export const RemoveDialog = (props: RemoveDialogProps) => {
  const { removing, onClose } = props;
  const { words, userId } = useSession();
  const house = useHouse();
  const { removal, remove } = useRemoval(props);
  // While the dialog closes it goes on saying what it said.
  const [last, setLast] = useState(removing);
  if (removing !== null && removing !== last) setLast(removing);
  if (last === null) return null;
  const { name } = last.person;
  const self = last.person.id === userId;
  const close = (): void => {
    removal.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={removing !== null}
      title={self ? words.t('tab.administrators.confirmSelf.title') : words.t('tab.administrators.confirm.title', { name })}
      confirm={words.t(self ? 'tab.administrators.confirmSelf' : 'tab.administrators.remove')}
      running={removal.isPending}
      onConfirm={() => remove(last)}
      onClose={close}
    >
      <p className={house.prose}>
        {self
          ? words.t('tab.administrators.confirmSelf.text', { round: last.round.name })
          : words.t('tab.administrators.confirm.text', { name })}
      </p>
      {removal.error !== null && <FaultBar fault={removal.error} />}
    </ConfirmDialog>
  );
};
