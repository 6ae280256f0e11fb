import type { AuditExport } from '@coaching-pairs/shared/wire/audit';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { csvText } from '@coaching-pairs/shared/words/csv-text';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { saveAs } from '../../../components/save-as.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { auditTable } from './audit-table.js';

type Form = 'csv' | 'json';

/** The record as a file: a table for reading, or as it is sealed. */
export const ExportSection = ({ roundId }: { readonly roundId: string }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const [form, setForm] = useState<Form>('csv');
  const take = useChange(routes.exportAudit, { outdates: [keys.audit(roundId)] });
  const save = (as: Form, record: AuditExport): void => {
    const name = `${t('tab.audit.file')}.${as}`;
    if (as === 'csv') saveAs(name, 'text/csv', csvText(auditTable(words, record)));
    else saveAs(name, 'application/json', `${JSON.stringify(record, null, 1)}\n`);
    feedback.done(t('tab.audit.export.done'));
  };
  const ask = (as: Form) => (): void => {
    setForm(as);
    take.mutate({ params: { roundId }, body: {} }, { onSuccess: (record) => save(as, record) });
  };
  return (
    <Section title={t('tab.audit.export.title')}>
      <p className={house.prose}>{t('tab.audit.export.text')}</p>
      <div className={house.actions}>
        {(['csv', 'json'] as const).map((as) => (
          <DoButton key={as} appearance="secondary" whyNot={null} running={take.isPending && form === as} onClick={ask(as)}>
            {t(`tab.audit.export.${as}`)}
          </DoButton>
        ))}
      </div>
      {take.error !== null && <FaultBar fault={take.error} />}
    </Section>
  );
};
