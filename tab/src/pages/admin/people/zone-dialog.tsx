import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { ZoneInput } from '../../../components/zone-input.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type ZoneDialogProps = { readonly roundId: string; readonly one: RoundPerson; readonly onClose: () => void };
type FieldProps = { readonly value: string; readonly onChange: (value: string) => void };

/** The name of a zone, chosen from those that this device knows or typed. */
const ZoneField = ({ value, onChange }: FieldProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Field className={house.field} label={t('tab.zones.zone')} hint={<WhoReads text={t('tab.zones.reads')} />} required>
      <ZoneInput value={value} onChange={onChange} />
    </Field>
  );
};

/** Puts right in which zone somebody lives, or takes that back. */
export const ZoneDialog = ({ roundId, one, onClose }: ZoneDialogProps) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const wasCorrected = one.zone.source === 'correction';
  const [takesBack, setTakesBack] = useState(false);
  const [zone, setZone] = useState(one.zone.name);
  const correct = useChange(routes.correctPerson, { outdates: [keys.people(roundId)] });
  const { id: personId, name } = one.person;
  const save = (): void =>
    correct.mutate(
      { params: { roundId, personId }, body: { timeZone: takesBack ? null : zone.trim() } },
      {
        onSuccess: () => {
          feedback.done(t('tab.zones.saved', { name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={t('tab.zones.dialog', { name })}
      confirm={t('tab.plan.save')}
      running={correct.isPending}
      ready={takesBack || zone.trim() !== ''}
      onConfirm={save}
      onClose={onClose}
    >
      {wasCorrected && (
        <RadioGroup
          aria-label={t('tab.zones.dialog', { name })}
          value={takesBack ? 'back' : 'zone'}
          onChange={(_event, { value }) => setTakesBack(value === 'back')}
        >
          <Radio value="zone" label={t('tab.zones.this')} />
          <Radio value="back" label={t('tab.zones.back')} />
        </RadioGroup>
      )}
      {!takesBack && <ZoneField value={zone} onChange={setZone} />}
      {correct.error !== null && <FaultBar fault={correct.error} />}
    </ConfirmDialog>
  );
};
