import { fewestSessions } from '@coaching-pairs/shared/sessions/plan';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AgreementForm } from './agreement-form.js';
import { AgreementText } from './agreement-text.js';
import { EarlierVersions } from './earlier-versions.js';
import { useAgreeing, usePair } from './use-pair.js';

/** What no pair has to settle: it holds in each of them (CP-42, CP-60, CP-61). */
const WhatHolds = ({ partners: count }: { readonly partners: number }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.agreement.fixed')} accent>
      <p className={house.prose}>
        <strong>{t('tab.agreement.equals', { count })}</strong>
      </p>
      <ul className={house.bullets}>
        <li>{t('tab.agreement.turns')}</li>
        <li>{t('tab.agreement.review')}</li>
        <li>{t('tab.agreement.end', { count })}</li>
      </ul>
    </Section>
  );
};

type PartProps = { readonly roundId: string; readonly pair: PairSpace };
type AgreedProps = PartProps & { readonly onChange: () => void };

/** My yes to the newest version, or that it is given (CP-40, CP-42); and the way to another one. */
const Confirming = ({ roundId, pair, onChange }: AgreedProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const agree = useAgreeing(roundId);
  const [latest] = pair.versions;
  if (latest === undefined) return null;
  const { version, confirmedBy } = latest;
  const mine = confirmedBy.some(({ id }) => id === pair.members[0]?.id);
  const names = confirmedBy.length === 0 ? t('tab.agreement.nobody') : list(confirmedBy.map(({ name }) => name));
  const confirm = () =>
    agree.mutate(
      { params: { roundId }, body: { change: { kind: 'confirm', version } } },
      { onSuccess: () => feedback.done(t('tab.agreement.confirmed')) },
    );
  return (
    <div className={house.stack}>
      <p className={house.prose} aria-live="polite">
        {t('tab.agreement.standing', { version, names })}
      </p>
      {agree.error !== null && <FaultBar fault={agree.error} />}
      {!mine && pair.open && <p className={house.prose}>{t('tab.agreement.confirm.text', { version })}</p>}
      {pair.open && (
        <div className={house.actions}>
          {!mine && (
            <Button appearance="primary" disabledFocusable={agree.isPending} onClick={confirm}>
              {t('tab.agreement.confirm')}
            </Button>
          )}
          <Button onClick={onChange}>{t('tab.agreement.change')}</Button>
        </div>
      )}
    </div>
  );
};

const Agreed = ({ roundId, pair, onChange }: AgreedProps) => {
  const { t } = useWords();
  const [latest] = pair.versions;
  if (latest === undefined) return null;
  return (
    <Section title={t('tab.agreement.together')}>
      <AgreementText version={latest} pair={pair} />
      <Confirming roundId={roundId} pair={pair} onChange={onChange} />
    </Section>
  );
};

const Content = ({ roundId, pair }: PartProps) => {
  const house = useHouse();
  const [writing, setWriting] = useState(false);
  const [latest] = pair.versions;
  const isForm = pair.open && (writing || latest === undefined);
  return (
    <div className={house.parts}>
      <WhatHolds partners={pair.members.length - 1} />
      {isForm ? (
        <AgreementForm roundId={roundId} pair={pair} fewest={fewestSessions} onDone={() => setWriting(false)} />
      ) : (
        <Agreed roundId={roundId} pair={pair} onChange={() => setWriting(true)} />
      )}
      <EarlierVersions pair={pair} />
    </div>
  );
};

/** How a pair works together: written by any, confirmed by all, read by nobody else (CP-40 to CP-42). */
export const AgreementPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const back = { to: `/round/${encodeURIComponent(roundId)}/pair`, children: t('tab.pair.backToPair') };
  const asked = usePair(roundId);
  const count = (asked.data?.members.length ?? 2) - 1;
  return (
    <AskedPage title={t('tab.agreement.title')} back={back} lead={t('tab.agreement.lead', { count })} asked={asked}>
      {(pair) => <Content roundId={roundId} pair={pair} />}
    </AskedPage>
  );
};
