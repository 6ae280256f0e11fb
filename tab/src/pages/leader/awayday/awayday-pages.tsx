import { Route, Switch } from 'wouter';
import { NamesPage } from '../awayday-names/names-page.js';
import { ChoosingPage, ChoosingScreen } from '../choosing/choosing-page.js';
import { AwaydayPage } from './awayday-page.js';
import { GuidePage } from './guide-page.js';

/** The day of the whole team, the board on which partners are chosen, and the guide for its feedback in pairs; fetched once somebody goes there. */
export const AwaydayPages = () => (
  <Switch>
    <Route path="/round/:roundId/awayday">{({ roundId }) => <AwaydayPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/awayday-guide">{({ roundId }) => <GuidePage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/choose">{({ roundId }) => <ChoosingPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
    <Route path="/round/:roundId/choose/screen">
      {({ roundId }) => <ChoosingScreen key={roundId} roundId={decodeURIComponent(roundId)} />}
    </Route>
    <Route path="/round/:roundId/names">{({ roundId }) => <NamesPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
  </Switch>
);
