import { Button } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { latePage } from '../../components/late.js';
import { Page } from '../../components/page.js';
import { useMe } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

type OfRound = { readonly roundId: string };
type RoundPage = OfRound & { readonly stepName: string | null };

const RoundsPage = latePage('rounds', async () => (await import('./rounds/rounds-page.js')).RoundsPage);
const HealthPage = latePage('health', async () => (await import('./health/health-page.js')).HealthPage);
const NewRoundPage = latePage('new', async () => (await import('./plan/new-round-page.js')).NewRoundPage);
const AdminRoundPage = latePage<RoundPage>('round', async () => (await import('./round/admin-round-page.js')).AdminRoundPage);
const AdministratorsPage = latePage<OfRound>(
  'administrators',
  async () => (await import('./administrators/administrators-page.js')).AdministratorsPage,
);

/** The pages of one round, by the last part of their address; each is fetched once somebody goes there. */
const ofRound: Readonly<Record<string, ComponentType<OfRound>>> = {
  next: latePage('next', async () => (await import('./plan/new-round-page.js')).NextRoundPage),
  plan: latePage('plan', async () => (await import('./plan/change-plan-page.js')).ChangePlanPage),
  audit: latePage('audit', async () => (await import('./audit/audit-page.js')).AuditPage),
  delivery: latePage('delivery', async () => (await import('./delivery/delivery-page.js')).DeliveryPage),
  guidance: latePage('guidance', async () => (await import('./guidance/guidance-page.js')).GuidancePage),
  closing: latePage('closing', async () => (await import('./closing/closing-page.js')).ClosingPage),
  'awayday-pairs': latePage('awayday-pairs', async () => (await import('./awayday-pairs/awayday-pairs-page.js')).AwaydayPairsPage),
  awayday: latePage('awayday', async () => (await import('./awayday/awayday-page.js')).AwaydayPage),
  pictures: latePage('pictures', async () => (await import('./pictures/pictures-page.js')).PicturesPage),
  progress: latePage('progress', async () => (await import('./progress/progress-page.js')).ProgressPage),
  proof: latePage('proof', async () => (await import('./proof/proof-page.js')).ProofPage),
  'dry-run': latePage('dry-run', async () => (await import('./dry-run/dry-run-page.js')).DryRunPage),
  kit: latePage('kit', async () => (await import('./kit/kit-page.js')).KitPage),
  words: latePage('words', async () => (await import('./words/words-page.js')).WordsPage),
  people: latePage('people', async () => (await import('./people/people-page.js')).PeoplePage),
};

const NotForYou = () => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Page title={t('tab.admin.notForYou.title')} lead={t('tab.admin.notForYou.text')}>
      <div className={house.actions}>
        <Button onClick={() => go('/')}>{t('tab.nav.mine')}</Button>
      </div>
    </Page>
  );
};

const Administering = () => {
  const me = useMe();
  if (me.data?.administers === false) return <NotForYou />;
  return (
    <Switch>
      <Route path="/admin" component={RoundsPage} />
      <Route path="/admin/health" component={HealthPage} />
      <Route path="/admin/new" component={NewRoundPage} />
      {Object.entries(ofRound).map(([place, Found]) => (
        <Route key={place} path={`/admin/:roundId/${place}`}>
          {({ roundId }: OfRound) => <Found key={roundId} roundId={decodeURIComponent(roundId)} />}
        </Route>
      ))}
      <Route path="/admin/:roundId/:step?">
        {({ roundId, step }) => <AdminRoundPage key={roundId} roundId={decodeURIComponent(roundId)} stepName={step ?? null} />}
      </Route>
    </Switch>
  );
};

/** The pages of administrators; others are told kindly that there is nothing here for them. */
export const AdminPages = () => (
  <Switch>
    {/* Whoever left their only round there administers nothing any more, and is still to read what has happened. */}
    <Route path="/admin/:roundId/administrators">
      {({ roundId }) => <AdministratorsPage key={roundId} roundId={decodeURIComponent(roundId)} />}
    </Route>
    <Route component={Administering} />
  </Switch>
);
