import type { MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { People } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { hasAwayday, useLastMinute, useMyFeedback } from './use-names.js';

type PartProps = { readonly roundId: string; readonly mine: MyFeedback };

const placeOf = (roundId: string, page: string): string => `/round/${encodeURIComponent(roundId)}/${page}`;

const Asked = ({ roundId, mine }: PartProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const when = useLastMinute(mine) ?? '';
  return (
    <Section title={t('tab.names.title')} accent={!mine.said}>
      <p className={house.prose}>{mine.said ? t('tab.names.home.said', { when }) : t('tab.names.home.asked', { when })}</p>
      <WhoReads text={t('tab.names.private')} />
      <div className={house.actions}>
        <Button appearance={mine.said ? 'secondary' : 'primary'} onClick={() => go(placeOf(roundId, 'names'))}>
          {mine.said ? t('tab.names.home.change') : t('tab.names.home.open')}
        </Button>
      </div>
    </Section>
  );
};

const Paired = ({ roundId, group }: { readonly roundId: string; readonly group: NonNullable<MyFeedback['group']> }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.names.home.pair')} accent>
      <People people={group} size={40} />
      <p className={house.prose}>{t('tab.names.home.pairText', { count: group.length })}</p>
      <Link to={placeOf(roundId, 'awayday-guide')} className={house.small}>
        {t('tab.names.home.guide')}
      </Link>
    </Section>
  );
};

/** What the Awayday's feedback pairs ask of me, or with whom I am; nothing while neither is the case. */
export const FeedbackSection = ({ round }: { readonly round: MyRound }) => {
  const mine = useMyFeedback(round.id, hasAwayday(round)).data;
  if (mine === undefined || !hasAwayday(round)) return null;
  if (mine.group !== null) return <Paired roundId={round.id} group={mine.group} />;
  return mine.names === 'open' ? <Asked roundId={round.id} mine={mine} /> : null;
};
