import { Route, Switch } from 'wouter';
import { GuidePage } from '../guides/guide-page.js';
import { GuidesPage } from '../guides/guides-page.js';
import { TimerPage } from '../guides/timer-page.js';
import { AgreementPage } from './agreement-page.js';
import { PairPage } from './pair-page.js';

const whole = (text: string): number => Math.min(30, Math.max(1, Number.parseInt(text, 10) || 1));

/** What a pair has for itself, and the guidance for its sessions; fetched once somebody goes there. */
export const PairPages = () => (
  <Switch>
    <Route path="/round/:roundId/pair">{({ roundId }) => <PairPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/pair/agreement">
      {({ roundId }) => <AgreementPage key={roundId} roundId={decodeURIComponent(roundId)} />}
    </Route>
    <Route path="/round/:roundId/guides">{({ roundId }) => <GuidesPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/guides/:name">
      {({ roundId, name }) => <GuidePage key={`${roundId} ${name}`} roundId={decodeURIComponent(roundId)} name={name} />}
    </Route>
    <Route path="/round/:roundId/timer/:session">
      {({ roundId, session }) => <TimerPage key={`${roundId} ${session}`} roundId={decodeURIComponent(roundId)} session={whole(session)} />}
    </Route>
  </Switch>
);
