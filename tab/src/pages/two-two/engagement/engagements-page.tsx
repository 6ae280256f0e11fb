import type { MyEngagements } from '@coaching-pairs/shared/wire/engagement';
import { Badge, Button } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { Section } from '../../../components/section.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useEngagements } from './use-engagement.js';

type Mine = MyEngagements['engagements'][number];
const colours = { enquiry: 'warning', starting: 'brand', active: 'success', over: 'informative' } as const;

const One = ({ mine: { id, party, stage, clients } }: { readonly mine: Mine }) => {
  const { t, list } = useWords();
  const house = useHouse();
  return (
    <li className={house.spread}>
      <span className={house.tight}>
        <Link to={`/2-2/engagements/${encodeURIComponent(id)}`}>{list(clients.map(({ name }) => name))}</Link>
        <span className={house.small}>{t(`tab.twoTwo.engagements.as.${party}`)}</span>
      </span>
      <Badge appearance="tint" color={colours[stage]}>
        {t(`tab.twoTwo.stage.${stage}`)}
      </Badge>
    </li>
  );
};

const Mine = ({ engagements }: MyEngagements) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const isGuest = useMe().data?.guest === true;
  return (
    <Section title={t('tab.twoTwo.engagements.count', { count: engagements.length })} accent={engagements.length === 0}>
      {engagements.length === 0 && (
        <p className={house.prose}>{t(isGuest ? 'tab.twoTwo.engagements.noneYet' : 'tab.twoTwo.engagements.none')}</p>
      )}
      <ul className={house.list}>
        {engagements.map((mine) => (
          <One key={mine.id} mine={mine} />
        ))}
      </ul>
      {!isGuest && (
        <div className={house.actions}>
          <Button appearance={engagements.length === 0 ? 'primary' : 'secondary'} onClick={() => go('/2-2/engagements/new')}>
            {t('tab.twoTwo.enquire')}
          </Button>
        </div>
      )}
    </Section>
  );
};

/** The engagements that I am in, as whatever I am in them, and the way to a new one (TT-10). */
export const EngagementsPage = () => {
  const { t } = useWords();
  const back = { to: '/2-2', children: t('tab.twoTwo.back') };
  return (
    <AskedPage title={t('tab.twoTwo.engagements.title')} lead={t('tab.twoTwo.engagements.lead')} back={back} asked={useEngagements()}>
      {({ engagements }) => <Mine engagements={engagements} />}
    </AskedPage>
  );
};
