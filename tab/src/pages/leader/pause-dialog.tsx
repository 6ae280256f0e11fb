import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { FaultBar } from '../../components/fault-bar.js';
import { WhoReads } from '../../components/who-reads.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import type { MyPause } from './use-my-pause.js';

/** Asks until which day there are to be no reminders; for no reason. */
export const PauseDialog = ({ pause, onClose }: { readonly pause: MyPause; readonly onClose: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const [until, setUntil] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('tab.pause.title')}
      confirm={t('tab.pause.confirm')}
      running={pause.running}
      ready={until !== ''}
      onConfirm={() => pause.set(until, onClose)}
      onClose={onClose}
    >
      <p className={house.prose}>{t('tab.pause.text')}</p>
      <Field className={house.field} label={t('tab.pause.until')} hint={<WhoReads text={t('tab.pause.reads')} />} required>
        <Input type="date" value={until} onChange={(_event, { value }) => setUntil(value)} />
      </Field>
      {pause.fault !== null && <FaultBar fault={pause.fault} />}
    </ConfirmDialog>
  );
};
