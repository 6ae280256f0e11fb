import type { LeaverErased } from '@coaching-pairs/shared/wire/leavers';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const Outcome = ({ done }: { readonly done: LeaverErased }) => {
  const { t } = useWords();
  const { outcome, deleted, renamed } = done;
  return (
    <MessageBar intent={outcome === 'erased' ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>{outcome === 'erased' ? t('tab.left.erased', { deleted, renamed }) : t(`tab.left.${outcome}`)}</MessageBarBody>
    </MessageBar>
  );
};

/** Erases somebody whose account is gone, at once; whoever asks reads how many rows it was (C-09). */
export const LeftPeople = () => {
  const { t } = useWords();
  const house = useHouse();
  const [personId, setPersonId] = useState('');
  const [asking, setAsking] = useState(false);
  const erase = useChange(routes.eraseLeaver);
  const wanted = personId.trim();
  return (
    <Section title={t('tab.left.title')}>
      <p className={house.prose}>{t('tab.left.text')}</p>
      <Field className={house.field} label={t('tab.left.id')} hint={<WhoReads text={t('tab.left.reads')} />}>
        <Input value={personId} maxLength={128} onChange={(_event, { value }) => setPersonId(value)} />
      </Field>
      <div className={house.actions}>
        <DoButton appearance="secondary" whyNot={wanted === '' ? t('tab.left.missing') : null} onClick={() => setAsking(wanted !== '')}>
          {t('tab.left.erase')}
        </DoButton>
      </div>
      <div role="status">{erase.data !== undefined && !erase.isPending && <Outcome done={erase.data} />}</div>
      <ConfirmDialog
        open={asking}
        title={t('tab.left.sure')}
        confirm={t('tab.left.erase')}
        running={erase.isPending}
        onConfirm={() => erase.mutate({ body: { personId: wanted } }, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.left.sureText')}</p>
        {erase.error !== null && <FaultBar fault={erase.error} />}
      </ConfirmDialog>
    </Section>
  );
};
