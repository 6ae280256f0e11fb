import { instant } from '@coaching-pairs/shared/ids';
import type { MyMatch } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { useLocation } from 'wouter';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useSession } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { SessionsLink } from './sessions/sessions-link.js';

type Paired = Extract<MyMatch, { kind: 'paired' }>;

const WhatNext = ({ names, count }: { readonly names: string; readonly count: number }) => {
  const { t } = useSession().words;
  const house = useHouse();
  return (
    <>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('tab.match.paired.next')}</h3>
        <ol className={house.bullets}>
          <li>{t('tab.match.paired.write', { names, count })}</li>
          <li>{t('tab.match.paired.dates')}</li>
          <li>{t('tab.match.paired.rules')}</li>
          <li>{t('tab.match.paired.issue')}</li>
        </ol>
      </div>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('guidance.hierarchyFree.title')}</h3>
        <p className={house.prose}>{t(count > 1 ? 'tab.match.trioEquals' : 'guidance.hierarchyFree.text')}</p>
      </div>
    </>
  );
};

/** The way to what the pair has for itself. */
const PairLink = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useSession().words;
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <div className={house.actions}>
      <Button icon={<PeopleTeamRegular />} onClick={() => go(`/round/${encodeURIComponent(roundId)}/pair`)}>
        {t('tab.pair.open')}
      </Button>
    </div>
  );
};

type PairedMatchProps = { readonly match: Paired; readonly over: boolean; readonly roundId?: string };

/** My coaching partner, and what to do next; once the round is `over`, who it was. */
export const PairedMatch = ({ match, over, roundId }: PairedMatchProps) => {
  const { words, zone } = useSession();
  const { t, list, dateAt } = words;
  const house = useHouse();
  const names = list(match.partners.map((one) => one.name));
  const count = match.partners.length;
  return (
    <Section
      title={t('tab.match.paired.title', { count })}
      accent={!over}
      aside={<span className={house.small}>{t('tab.match.paired.since', { date: dateAt(instant(match.formedAt), zone) })}</span>}
    >
      <People people={match.partners} size={56} />
      {roundId !== undefined && <SessionsLink roundId={roundId} over={over} />}
      {roundId !== undefined && <PairLink roundId={roundId} />}
      {!over && <WhatNext names={names} count={match.partners.length} />}
    </Section>
  );
};
