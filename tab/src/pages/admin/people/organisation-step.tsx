import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { NoticeList } from '../../../components/notice-list.js';
import { Section } from '../../../components/section.js';
import { useFunctions } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AdministratorsLink } from '../administrators/administrators-link.js';
import { NothingLeft } from '../round/nothing-left.js';
import { ChainsEditor } from './chains-editor.js';
import { FunctionsEditor } from './functions-editor.js';
import { ReachEditor } from './reach-editor.js';
import { ZonesEditor } from './zones-editor.js';

const Notices = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const notices = [...(round.directory?.notices ?? []), ...round.notices];
  if (notices.length === 0) return null;
  const way = <AdministratorsLink roundId={round.id} />;
  return (
    <Section title={t('tab.organisation.notices')}>
      <NoticeList notices={notices} ways={{ 'second-administrator': way, 'leader-administers': way, 'audience-administers': way }} />
    </Section>
  );
};

/** Step 2: what the matching will rely on, put right by people who know. */
export const OrganisationStep = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const functions = useFunctions();
  const [, go] = useLocation();
  if (round.state === 'closed') return <NothingLeft step="organisation" />;
  if (round.directory === null) {
    return (
      <Section title={t('tab.step.organisation')}>
        <p className={house.prose}>{t('tab.organisation.afterAudience')}</p>
      </Section>
    );
  }
  return (
    <>
      <Notices round={round} />
      <Section title={t('tab.chains.title')}>
        <ChainsEditor roundId={round.id} />
      </Section>
      <Section title={t('tab.people.title')}>
        <p className={house.prose}>{t('tab.people.text')}</p>
        <div className={house.actions}>
          <Button onClick={() => go(`/admin/${encodeURIComponent(round.id)}/people`)}>{t('tab.people.open')}</Button>
        </div>
      </Section>
      <Section title={t('tab.functions.title')}>
        <AskedView asked={functions}>
          {(known) => <FunctionsEditor key={JSON.stringify(known.groups)} roundId={round.id} functions={known} />}
        </AskedView>
      </Section>
      <Section title={t('tab.reach.title')}>
        <ReachEditor round={round} />
      </Section>
      <Section title={t('tab.zones.title')}>
        <ZonesEditor roundId={round.id} />
      </Section>
    </>
  );
};
