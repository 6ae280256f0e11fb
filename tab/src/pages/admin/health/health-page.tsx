import { instant } from '@coaching-pairs/shared/ids';
import type { Health } from '@coaching-pairs/shared/wire/health';
import { Badge, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useRef } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { useHealth } from '../../../data/admin.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { Fact, Facts } from './facts.js';
import { GivenUp } from './given-up.js';
import { LeftPeople } from './left-people.js';

const useMoment = () => {
  const { t, dateTime } = useWords();
  const { zone } = useSession();
  return (at: string | null): string => (at === null ? t('tab.health.never') : dateTime(instant(at), zone));
};

const Troubles = ({ troubles }: Pick<Health, 'troubles'>) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.tight} role="status">
      {troubles.length === 0 && (
        <MessageBar intent="success">
          <MessageBarBody>{t('tab.health.well')}</MessageBarBody>
        </MessageBar>
      )}
      {troubles.map((trouble) => (
        <MessageBar key={trouble} intent="error" layout="multiline">
          <MessageBarBody>{t(`tab.health.trouble.${trouble}`)}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
};

const Sending = ({ sender, backlog }: Pick<Health, 'sender' | 'backlog'>) => {
  const { t, number } = useWords();
  const house = useHouse();
  const moment = useMoment();
  return (
    <Section title={t('tab.health.sending')}>
      <Facts>
        <Fact name={t('tab.health.sender')}>{sender.instance ?? t('tab.health.sender.none')}</Fact>
        <Fact name={t('tab.health.since')}>{moment(sender.since)}</Fact>
        <Fact name={t('tab.health.swept')}>{moment(sender.sweptAt)}</Fact>
      </Facts>
      <h3 className={house.subheading}>{t('tab.health.backlog')}</h3>
      <Facts>
        {(['fresh', 'late', 'stuck'] as const).map((age) => (
          <Fact key={age} name={t(`tab.health.${age}`)}>
            {number(backlog[age])}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
};

const Repairs = ({ repairs }: Pick<Health, 'repairs'>) => {
  const { t, number } = useWords();
  const moment = useMoment();
  return (
    <Section title={t('tab.health.repairs')}>
      <Facts>
        <Fact name={t('tab.health.repairs.looked')}>{moment(repairs.lookedAt)}</Fact>
        <Fact name={t('tab.health.repairs.mended')}>{number(repairs.mended)}</Fact>
        {repairs.mendedAt !== null && <Fact name={t('tab.health.repairs.last')}>{moment(repairs.mendedAt)}</Fact>}
      </Facts>
    </Section>
  );
};

const colours = { well: 'success', failing: 'danger', unknown: 'informative' } as const;

const Service = ({ one }: { readonly one: Health['services'][number] }) => {
  const { t } = useWords();
  const house = useHouse();
  const moment = useMoment();
  const state = one.failingSince !== null ? 'failing' : one.succeededAt === null ? 'unknown' : 'well';
  return (
    <li className={house.tight}>
      <div className={house.row}>
        <h3 className={house.subheading}>{t(`tab.health.service.${one.service}`)}</h3>
        <Badge appearance="outline" color={colours[state]}>
          {t(`tab.health.state.${state}`)}
        </Badge>
      </div>
      <Facts>
        <Fact name={t('tab.health.succeeded')}>{moment(one.succeededAt)}</Fact>
        {one.failedAt !== null && (
          <Fact name={t('tab.health.failed')}>
            {moment(one.failedAt)}
            {one.failure !== null && <div>{t(`tab.health.failure.${one.failure}`)}</div>}
          </Fact>
        )}
      </Facts>
    </li>
  );
};

const Shown = ({ health }: { readonly health: Health }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <>
      <Troubles troubles={health.troubles} />
      <Sending sender={health.sender} backlog={health.backlog} />
      <Section title={t('tab.health.services')}>
        <ul className={house.list} style={{ gap: 20 }}>
          {health.services.map((one) => (
            <Service key={one.service} one={one} />
          ))}
        </ul>
      </Section>
      <Section title={t('tab.health.dead')}>
        <p className={house.prose}>{t('tab.health.dead.text')}</p>
        {health.dead.length === 0 ? <p className={house.prose}>{t('tab.health.dead.none')}</p> : <GivenUp dead={health.dead} />}
      </Section>
      <Repairs repairs={health.repairs} />
      <LeftPeople />
      <Section title={t('tab.health.about')}>
        <Facts>
          <Fact name={t('tab.health.version')}>{health.version}</Fact>
          <Fact name={t('tab.health.node')}>{health.node}</Fact>
        </Facts>
      </Section>
    </>
  );
};

/** How the product is, for whoever holds the role that may open rounds. */
export const HealthPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const health = useHealth();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const back = (
    <Link to="/admin" className={house.small}>
      {t('tab.round.back')}
    </Link>
  );
  return (
    <Page title={t('tab.health.title')} lead={t('tab.health.lead')} above={back}>
      <div ref={place} className={house.parts}>
        <AskedView asked={health}>{(found) => <Shown health={found} />}</AskedView>
      </div>
    </Page>
  );
};
