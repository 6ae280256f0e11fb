import type { DeliveryReport } from '@coaching-pairs/shared/wire/delivery';
import { mergeClasses } from '@fluentui/react-components';
import { useRef } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useDelivery } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { DeliveryLines } from './delivery-lines.js';
import { HandOver } from './hand-over.js';
import { Undelivered } from './undelivered.js';

const Unreachable = ({ roundId, report }: { readonly roundId: string; readonly report: DeliveryReport }) => {
  const { t } = useWords();
  const house = useHouse();
  if (report.unreachable.length === 0) return null;
  return (
    <Section title={t('tab.delivery.people.title')}>
      <ul className={house.bullets}>
        {report.unreachable.map(({ reason, people }) => (
          <li key={reason}>{t('tab.delivery.people.count', { reason: t(`tab.delivery.reason.${reason}`), count: people })}</li>
        ))}
      </ul>
      <HandOver roundId={roundId} round={report.name} />
    </Section>
  );
};

const Report = ({ roundId, report }: { readonly roundId: string; readonly report: DeliveryReport }) => {
  const { t } = useWords();
  const house = useHouse();
  const everything = report.undelivered.length === 0;
  return (
    <>
      <Section title={t('tab.delivery.messages')}>
        {report.lines.length === 0 ? <p className={house.prose}>{t('tab.delivery.none')}</p> : <DeliveryLines lines={report.lines} />}
        <p className={mergeClasses(house.prose, house.small)}>{t('tab.delivery.discreet')}</p>
      </Section>
      <Unreachable roundId={roundId} report={report} />
      <Section title={t('tab.delivery.undelivered.title')}>
        <p className={house.prose}>
          {t(
            everything
              ? 'tab.delivery.undelivered.none'
              : report.closed
                ? 'tab.delivery.undelivered.closed'
                : 'tab.delivery.undelivered.text',
          )}
        </p>
        <Undelivered roundId={roundId} report={report} />
      </Section>
    </>
  );
};

/** What became of the messages of a round. Looks again quietly, sooner while something is being sent. */
export const DeliveryPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const delivery = useDelivery(roundId);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  if (isNotYours(delivery.error)) return <NotYours />;
  const back = (
    <Link to={`/admin/${encodeURIComponent(roundId)}`} className={house.small}>
      {delivery.data?.name ?? t('tab.administrators.backToRound')}
    </Link>
  );
  return (
    <Page title={t('tab.delivery.title')} lead={t('tab.delivery.lead')} above={back}>
      <div ref={place} className={house.parts}>
        <AskedView asked={delivery}>{(report) => <Report roundId={roundId} report={report} />}</AskedView>
      </div>
    </Page>
  );
};
