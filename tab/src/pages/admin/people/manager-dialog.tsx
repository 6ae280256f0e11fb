import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { PersonSearch } from './person-search.js';

type ManagerDialogProps = { readonly roundId: string; readonly one: RoundPerson; readonly onClose: () => void };

/** Enters somebody's manager, or confirms that they have none (CP-24b). */
export const ManagerDialog = ({ roundId, one, onClose }: ManagerDialogProps) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const [kind, setKind] = useState<'manager' | 'none'>('manager');
  const [manager, setManager] = useState<Named | null>(null);
  const correct = useChange(routes.correctPerson, {
    outdates: [keys.people(roundId), keys.overview(roundId), keys.board(roundId)],
  });
  const name = one.person.name;
  const save = (): void =>
    correct.mutate(
      { params: { roundId, personId: one.person.id }, body: { managerId: kind === 'none' ? null : (manager?.id ?? null) } },
      {
        onSuccess: () => {
          feedback.done(t('tab.chains.saved', { name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={t('tab.chains.dialog.title', { name })}
      confirm={t('tab.plan.save')}
      running={correct.isPending}
      ready={kind === 'none' || manager !== null}
      onConfirm={save}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={t('tab.chains.dialog.title', { name })}
        value={kind}
        onChange={(_event, { value }) => setKind(value === 'none' ? 'none' : 'manager')}
      >
        <Radio value="manager" label={t('tab.chains.dialog.has')} />
        <Radio value="none" label={t('tab.chains.dialog.none', { name })} />
      </RadioGroup>
      {kind === 'manager' && (
        <PersonSearch label={t('tab.chains.manager')} reads={t('tab.reads.administrators')} chosen={manager} onChoose={setManager} />
      )}
      {correct.error !== null && <FaultBar fault={correct.error} />}
    </ConfirmDialog>
  );
};
