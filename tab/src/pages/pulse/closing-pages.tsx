import { Route, Switch } from 'wouter';
import { InsightsPage } from '../insights/insights-page.js';
import { LeadingPage } from '../leader/leading/leading-page.js';
import { PulsePage } from './pulse-page.js';

/** The pages for the end of a round, and its leader's; fetched once somebody goes there. */
export const ClosingPages = () => (
  <Switch>
    <Route path="/round/:roundId/pulse">{({ roundId }) => <PulsePage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/leading">{({ roundId }) => <LeadingPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/insights">{({ roundId }) => <InsightsPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
  </Switch>
);
