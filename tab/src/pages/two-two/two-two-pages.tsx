import { Redirect, Route, Switch } from 'wouter';
import { AskedView } from '../../components/asked-view.js';
import { useMe } from '../../data/me.js';
import { useHouse } from '../../style/house.js';
import { AddCoachPage } from './coordinator/add-coach-page.js';
import { CoachPage } from './coordinator/coach-page.js';
import { CoordinatedEngagementPage } from './coordinator/coordinated-engagement-page.js';
import { CoordinatedPage } from './coordinator/coordinated-page.js';
import { CoordinatorPage } from './coordinator/coordinator-page.js';
import { RegisterPage } from './coordinator/register-page.js';
import { SuggestionPage } from './coordinator/suggestion-page.js';
import { EngagementPage } from './engagement/engagement-page.js';
import { EngagementsPage } from './engagement/engagements-page.js';
import { EnquirePage } from './engagement/enquire-page.js';
import { ExplainerPage } from './explainer-page.js';
import { MyCoachingPage } from './my-coaching-page.js';
import { NothingHere } from './nothing-here.js';
import { SessionPage } from './sessions/session-page.js';

const OfCoordinator = ({ on }: { readonly on: boolean }) =>
  on ? (
    <Switch>
      <Route path="/2-2/coordinator" component={CoordinatorPage} />
      <Route path="/2-2/coordinator/coaches" component={RegisterPage} />
      <Route path="/2-2/coordinator/coaches/new" component={AddCoachPage} />
      <Route path="/2-2/coordinator/coaches/:coachId">
        {({ coachId }) => <CoachPage key={coachId} coachId={decodeURIComponent(coachId)} />}
      </Route>
      <Route path="/2-2/coordinator/engagements" component={CoordinatedPage} />
      <Route path="/2-2/coordinator/engagements/new">{() => <EnquirePage asCoordinator />}</Route>
      <Route path="/2-2/coordinator/engagements/:engagementId">
        {({ engagementId }) => <CoordinatedEngagementPage key={engagementId} engagementId={decodeURIComponent(engagementId)} />}
      </Route>
      <Route path="/2-2/coordinator/two" component={SuggestionPage} />
      <Route component={NothingHere} />
    </Switch>
  ) : (
    <CoordinatorPage />
  );

const OfEngagements = () => (
  <Switch>
    <Route path="/2-2/engagements" component={EngagementsPage} />
    <Route path="/2-2/engagements/new">{() => <EnquirePage />}</Route>
    <Route path="/2-2/engagements/:engagementId/sessions/:sessionId">
      {({ engagementId, sessionId }) => (
        <SessionPage key={sessionId} engagementId={decodeURIComponent(engagementId)} sessionId={decodeURIComponent(sessionId)} />
      )}
    </Route>
    <Route path="/2-2/engagements/:engagementId">
      {({ engagementId }) => <EngagementPage key={engagementId} engagementId={decodeURIComponent(engagementId)} />}
    </Route>
    <Route component={NothingHere} />
  </Switch>
);

/** The pages of 2:2 Coaching, for those for whom there is any of it. */
export const TwoTwoPages = () => {
  const house = useHouse();
  const me = useMe();
  const mine = me.data?.twoTwo;
  if (mine === undefined)
    return (
      <div className={house.page}>
        <AskedView asked={me}>{() => null}</AskedView>
      </div>
    );
  if (mine === null) return <NothingHere />;
  return (
    <Switch>
      <Route path="/2-2">{mine.on ? <ExplainerPage /> : <Redirect to="/2-2/coordinator" replace />}</Route>
      <Route path="/2-2/engagements/*?">{mine.on ? <OfEngagements /> : <NothingHere />}</Route>
      <Route path="/2-2/me">{mine.coach ? <MyCoachingPage /> : <NothingHere />}</Route>
      <Route path="/2-2/coordinator/*?">{mine.coordinator ? <OfCoordinator on={mine.on} /> : <NothingHere />}</Route>
      <Route component={NothingHere} />
    </Switch>
  );
};
