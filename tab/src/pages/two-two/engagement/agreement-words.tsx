import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AgreementForm, writtenFields } from './agreement-form.js';
import type { OfEngagement } from './use-engagement.js';

type Written = Engagement['agreement']['written'][number];

const isOpen = ({ state }: Engagement): boolean => state === 'agreed' || state === 'active' || state === 'closing';

/** The newest version first. */
const newestFirst = (written: readonly Written[]): readonly Written[] => [...written].sort((one, other) => other.version - one.version);

/** One version as it was written; what was left empty is not shown. */
const Version = ({ written }: { readonly written: Written }) => {
  const { t } = useWords();
  const house = useHouse();
  const filled = writtenFields.filter((field) => written[field].trim() !== '');
  if (filled.length === 0) return <p className={house.prose}>{t('tab.twoTwo.words.emptied')}</p>;
  return (
    <div className={house.stack}>
      {filled.map((field) => (
        <div key={field} className={house.tight}>
          <h4 className={house.subheading}>{t(`tab.twoTwo.words.${field}`)}</h4>
          <p className={house.prose}>{written[field]}</p>
        </div>
      ))}
    </div>
  );
};

const Earlier = ({ earlier }: { readonly earlier: readonly Written[] }) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  if (earlier.length === 0) return null;
  const about = ({ version, savedBy, savedAt }: Written) => ({ version, name: savedBy.name, date: dateAt(instant(savedAt), zone) });
  return (
    <Accordion collapsible>
      {earlier.map((one) => (
        <AccordionItem key={one.version} value={one.version}>
          <AccordionHeader as="h4">{t('tab.twoTwo.words.version', about(one))}</AccordionHeader>
          <AccordionPanel>
            <Version written={one} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
};

/** What the four add in their own words, in versions of which none is written over (TT-34); a sponsor reads none of it (TT-61). */
export const AgreementWords = ({ engagement }: OfEngagement) => {
  const { words, zone } = useSession();
  const { t, dateAt } = words;
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const [latest, ...earlier] = newestFirst(engagement.agreement.written);
  const canWrite = isOpen(engagement);
  if (writing && canWrite) return <AgreementForm engagement={engagement} latest={latest} onDone={() => setWriting(false)} />;
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.twoTwo.words.title')}</h3>
      {latest === undefined ? (
        <p className={house.prose}>{t('tab.twoTwo.words.none')}</p>
      ) : (
        <>
          <Version written={latest} />
          <span className={house.small}>
            {t('tab.twoTwo.words.version', {
              ...{ version: latest.version, name: latest.savedBy.name, date: dateAt(instant(latest.savedAt), zone) },
            })}
          </span>
        </>
      )}
      {canWrite && (
        <div className={house.actions}>
          <Button onClick={() => setWriting(true)}>{t(latest === undefined ? 'tab.twoTwo.words.write' : 'tab.twoTwo.words.change')}</Button>
        </div>
      )}
      <Earlier earlier={earlier} />
    </div>
  );
};
