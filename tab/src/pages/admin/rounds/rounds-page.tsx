import type { RoundSummary } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Link, useLocation } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useRounds } from '../../../data/admin.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { RoundCard } from './round-card.js';

const NoRounds = ({ mayOpen }: { readonly mayOpen: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.rounds.none.title')}>
      <p className={house.prose}>{mayOpen ? t('tab.rounds.none.text') : t('tab.rounds.none.textNamed')}</p>
    </Section>
  );
};

const RoundCards = ({ rounds }: { readonly rounds: readonly RoundSummary[] }) => {
  const house = useHouse();
  return (
    <ul className={house.grid}>
      {rounds.map((round) => (
        <RoundCard key={round.id} round={round} />
      ))}
    </ul>
  );
};

/** The rounds that somebody administers. */
export const RoundsPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const rounds = useRounds();
  const mayOpen = useMe().data?.mayOpenRounds === true;
  const open = (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => go('/admin/new')}>
      {t('tab.rounds.open')}
    </Button>
  );
  return (
    <Page title={t('tab.rounds.title')} lead={t('tab.rounds.lead')} aside={mayOpen ? open : undefined}>
      <AskedView asked={rounds}>
        {(found) => (found.length === 0 ? <NoRounds mayOpen={mayOpen} /> : <RoundCards rounds={found} />)}
      </AskedView>
      {mayOpen && (
        <Link to="/admin/health" className={house.small}>
          {t('tab.health.look')}
        </Link>
      )}
    </Page>
  );
};
