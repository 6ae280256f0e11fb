import { Redirect, Route, Switch } from 'wouter';
import { FeedbackGuidePage, GuideListPage, GuideResource, SkillsPage } from './guides.js';
import { AssessmentPage, PrivacyPage } from './privacy-pages.js';
import { ResourcesPage } from './resources-page.js';

/** What can be read by anybody of the organisation; fetched once somebody goes there. */
export const ResourcePages = () => (
  <Switch>
    <Route path="/resources" component={ResourcesPage} />
    <Route path="/resources/guides" component={GuideListPage} />
    <Route path="/resources/guides/:name">{({ name }) => <GuideResource key={name} name={name} />}</Route>
    <Route path="/resources/skills" component={SkillsPage} />
    <Route path="/resources/feedback" component={FeedbackGuidePage} />
    <Route path="/resources/privacy" component={PrivacyPage} />
    <Route path="/resources/assessment" component={AssessmentPage} />
    <Route>
      <Redirect to="/resources" replace />
    </Route>
  </Switch>
);
