import type { DryRun } from '@coaching-pairs/shared/wire/opening';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Link } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { AskedView } from '../../../components/asked-view.js';
import { NoticeList } from '../../../components/notice-list.js';
import { Section } from '../../../components/section.js';
import { useOverview } from '../../../data/admin.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { DryRunPeople } from './dry-run-people.js';
import { FirstCards } from './first-cards.js';

const Totals = ({ roundId, dryRun }: { readonly roundId: string; readonly dryRun: DryRun }) => {
  const { t } = useWords();
  const house = useHouse();
  const { people, reached, ...doubts } = dryRun.totals;
  const kinds = (['blocked', 'unreachable', 'unconfirmed', 'alone'] as const).filter((kind) => doubts[kind] > 0);
  return (
    <ul className={house.bullets}>
      <li>{t('tab.dryRun.reached', { reached, people })}</li>
      {kinds.length === 0 && <li>{t('tab.dryRun.fine')}</li>}
      {kinds.map((kind) => (
        <li key={kind}>
          {t(`tab.dryRun.${kind}`, { count: doubts[kind] })}{' '}
          {kind === 'unconfirmed' && <Link to={`/admin/${encodeURIComponent(roundId)}/organisation`}>{t('tab.dryRun.settle')}</Link>}
        </li>
      ))}
    </ul>
  );
};

const WouldHappen = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const asked = useAsked(routes.dryRun, { key: keys.dryRun(round.id, ''), params: { roundId: round.id }, query: { q: '' }, fresh: 0 });
  return (
    <>
      <Section title={t(round.state === 'draft' ? 'tab.dryRun.if.kick-off' : 'tab.dryRun.if.invitation')}>
        <AskedView asked={asked}>{(dryRun) => <Totals roundId={round.id} dryRun={dryRun} />}</AskedView>
        <NoticeList notices={round.notices.filter(({ code }) => code !== 'chains-unconfirmed')} />
      </Section>
      <DryRunPeople roundId={round.id} />
    </>
  );
};

const isAhead = ({ state }: RoundOverview): boolean => state === 'draft' || state === 'kick-off';

const Ahead = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  if (!isAhead(round)) return <FirstCards round={round} />;
  return (
    <>
      {round.tally.population === 0 ? <p className={house.prose}>{t('tab.dryRun.nobody')}</p> : <WouldHappen round={round} />}
      <FirstCards round={round} />
    </>
  );
};

/** Before anybody hears of a round: what would become of each person, and what they would read. */
export const DryRunPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const overview = useOverview(roundId);
  const back = { to: `/admin/${encodeURIComponent(roundId)}`, children: t('tab.pair.back') };
  return (
    <AskedPage title={t('tab.dryRun.title')} back={back} lead={t('tab.dryRun.lead')} asked={overview}>
      {(round) => <Ahead round={round} />}
    </AskedPage>
  );
};
