import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Waiting } from '../components/asked-view.js';
import { useHouse } from '../style/house.js';
import { AboutPage } from './about/about-page.js';
import { HomePage } from './leader/home-page.js';
import { MyDataPage } from './leader/my-data/my-data-page.js';
import { NotePage } from './leader/notes/note-page.js';
import { NotesPage } from './leader/notes/notes-page.js';
import { RoundPage } from './leader/round-page.js';
import { SessionsPage } from './leader/sessions/sessions-page.js';
import { WishesPage } from './leader/wishes/wishes-page.js';
import { Shell } from './shell.js';

// Whoever only takes part never loads the pages of administrators.
const AdminPages = lazy(() => import('./admin/admin-pages.js').then((found) => ({ default: found.AdminPages })));

const ResourcePages = lazy(() => import('./resources/resource-pages.js').then((found) => ({ default: found.ResourcePages })));

const ClosingPages = lazy(() => import('./pulse/closing-pages.js').then((found) => ({ default: found.ClosingPages })));

const PairPages = lazy(() => import('./leader/pair/pair-pages.js').then((found) => ({ default: found.PairPages })));

const AwaydayPages = lazy(() => import('./leader/awayday/awayday-pages.js').then((found) => ({ default: found.AwaydayPages })));

const Late = ({ children }: { readonly children: ReactNode }) => {
  const house = useHouse();
  return (
    <Suspense
      fallback={
        <div className={house.page}>
          <Waiting />
        </div>
      }
    >
      {children}
    </Suspense>
  );
};

const LateAdminPages = () => (
  <Late>
    <AdminPages />
  </Late>
);

const LatePairPages = () => (
  <Late>
    <PairPages />
  </Late>
);

const LateResourcePages = () => (
  <Late>
    <ResourcePages />
  </Late>
);

const LateClosingPages = () => (
  <Late>
    <ClosingPages />
  </Late>
);

const LateAwaydayPages = () => (
  <Late>
    <AwaydayPages />
  </Late>
);

/** Which page an address of the tab shows. */
export const Pages = () => (
  <Shell>
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/about" component={AboutPage} />
      <Route path="/resources/*?" component={LateResourcePages} />
      <Route path="/round/:roundId">{({ roundId }) => <RoundPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/sessions">{({ roundId }) => <SessionsPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/wishes">{({ roundId }) => <WishesPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/pulse" component={LateClosingPages} />
      <Route path="/round/:roundId/leading" component={LateClosingPages} />
      <Route path="/round/:roundId/insights" component={LateClosingPages} />
      <Route path="/round/:roundId/choose" component={LateAwaydayPages} />
      <Route path="/round/:roundId/names" component={LateAwaydayPages} />
      <Route path="/round/:roundId/pair/*?" component={LatePairPages} />
      <Route path="/round/:roundId/guides/*?" component={LatePairPages} />
      <Route path="/round/:roundId/timer/*" component={LatePairPages} />
      <Route path="/round/:roundId/awayday" component={LateAwaydayPages} />
      <Route path="/round/:roundId/awayday-guide" component={LateAwaydayPages} />
      <Route path="/notes" component={NotesPage} />
      <Route path="/notes/new/:kind/:noteId">{({ kind, noteId }) => <NotePage key={noteId} noteId={noteId} fresh={kind} />}</Route>
      <Route path="/notes/:noteId">{({ noteId }) => <NotePage key={noteId} noteId={decodeURIComponent(noteId)} />}</Route>
      <Route path="/my-data" component={MyDataPage} />
      <Route path="/admin/*?" component={LateAdminPages} />
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  </Shell>
);
