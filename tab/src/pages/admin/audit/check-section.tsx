import { instant } from '@coaching-pairs/shared/ids';
import type { AuditCheck } from '@coaching-pairs/shared/wire/audit';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const Found = ({ check }: { readonly check: AuditCheck }) => {
  const { t, dateTime } = useWords();
  const { zone } = useSession();
  const house = useHouse();
  const broken = check.books.flatMap(({ place, book, fault }) => (fault === null ? [] : [{ place, book, fault }]));
  return (
    <>
      {broken.length === 0 ? (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t('tab.audit.check.whole', { when: dateTime(instant(check.at), zone) })}</MessageBarBody>
        </MessageBar>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <p className={house.prose}>{t('tab.audit.check.broken')}</p>
            <ul className={house.bullets}>
              {broken.map(({ place, book, fault }) => (
                <li key={`${place} ${book}`}>{`${t(`tab.audit.book.${place}.${book}`)}: ${t(`tab.audit.fault.${fault}`)}`}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {check.waitingSince !== null && (
        <p className={house.prose}>{t('tab.audit.check.waiting', { when: dateTime(instant(check.waitingSince), zone) })}</p>
      )}
    </>
  );
};

/** Follows the whole record from end to end when asked to, and says what came of it. */
export const CheckSection = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [wanted, setWanted] = useState(false);
  const check = useAsked(routes.checkAudit, { key: keys.auditCheck(roundId), params: { roundId }, enabled: wanted, fresh: 0 });
  const look = (): void => {
    setWanted(true);
    if (wanted) void check.refetch();
  };
  return (
    <Section title={t('tab.audit.check.title')}>
      <p className={house.prose}>{t('tab.audit.check.text')}</p>
      <div className={house.actions}>
        <DoButton appearance="secondary" whyNot={null} running={check.isFetching} onClick={look}>
          {t('tab.audit.check')}
        </DoButton>
      </div>
      <div role="status" className={house.stack}>
        {wanted && check.data !== undefined && !check.isFetching && <Found check={check.data} />}
      </div>
      {check.isError && <FaultBar fault={check.error} />}
    </Section>
  );
};
