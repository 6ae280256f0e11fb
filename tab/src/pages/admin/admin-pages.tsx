import { Button } from '@fluentui/react-components';
import { Route, Switch, useLocation } from 'wouter';
import { Page } from '../../components/page.js';
import { useMe } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { AdministratorsPage } from './administrators/administrators-page.js';
import { AuditPage } from './audit/audit-page.js';
import { AwaydayPage } from './awayday/awayday-page.js';
import { AwaydayPairsPage } from './awayday-pairs/awayday-pairs-page.js';
import { ClosingPage } from './closing/closing-page.js';
import { DeliveryPage } from './delivery/delivery-page.js';
import { DryRunPage } from './dry-run/dry-run-page.js';
import { GuidancePage } from './guidance/guidance-page.js';
import { HealthPage } from './health/health-page.js';
import { KitPage } from './kit/kit-page.js';
import { PeoplePage } from './people/people-page.js';
import { PicturesPage } from './pictures/pictures-page.js';
import { ChangePlanPage } from './plan/change-plan-page.js';
import { NewRoundPage, NextRoundPage } from './plan/new-round-page.js';
import { ProofPage } from './proof/proof-page.js';
import { AdminRoundPage } from './round/admin-round-page.js';
import { RoundsPage } from './rounds/rounds-page.js';

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
      <Route path="/admin/:roundId/next">{({ roundId }) => <NextRoundPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/plan">{({ roundId }) => <ChangePlanPage roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/audit">{({ roundId }) => <AuditPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/delivery">{({ roundId }) => <DeliveryPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/guidance">{({ roundId }) => <GuidancePage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/closing">{({ roundId }) => <ClosingPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/awayday-pairs">
        {({ roundId }) => <AwaydayPairsPage key={roundId} roundId={decodeURIComponent(roundId)} />}
      </Route>
      <Route path="/admin/:roundId/awayday">{({ roundId }) => <AwaydayPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/pictures">{({ roundId }) => <PicturesPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/proof">{({ roundId }) => <ProofPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/dry-run">{({ roundId }) => <DryRunPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/kit">{({ roundId }) => <KitPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/admin/:roundId/people">{({ roundId }) => <PeoplePage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
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
