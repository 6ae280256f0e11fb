import { Redirect, Route, Switch } from 'wouter';
import { latePage } from '../components/late.js';
import { useMe } from '../data/me.js';
import { useSession } from '../session.js';
import { HomePage } from './leader/home-page.js';
import { RoundPage } from './leader/round-page.js';
import { Shell } from './shell.js';

type OfRound = { readonly roundId: string };
type OfNote = { readonly noteId: string; readonly fresh?: string };

// The two pages where everybody begins are there at once; whatever else somebody goes to is fetched then.
const AboutPage = latePage('about', async () => (await import('./about/about-page.js')).AboutPage);
const ResourcePages = latePage('resources', async () => (await import('./resources/resource-pages.js')).ResourcePages);
const SessionsPage = latePage<OfRound>('sessions', async () => (await import('./leader/sessions/sessions-page.js')).SessionsPage);
const WishesPage = latePage<OfRound>('wishes', async () => (await import('./leader/wishes/wishes-page.js')).WishesPage);
const ClosingPages = latePage('closing-pages', async () => (await import('./pulse/closing-pages.js')).ClosingPages);
const AwaydayPages = latePage('awayday-pages', async () => (await import('./leader/awayday/awayday-pages.js')).AwaydayPages);
const PairPages = latePage('pair-pages', async () => (await import('./leader/pair/pair-pages.js')).PairPages);
const NotesPage = latePage('notes', async () => (await import('./leader/notes/notes-page.js')).NotesPage);
const NotePage = latePage<OfNote>('note', async () => (await import('./leader/notes/note-page.js')).NotePage);
const MyDataPage = latePage('my-data', async () => (await import('./leader/my-data/my-data-page.js')).MyDataPage);
const GuestPages = latePage('guest', async () => (await import('./guest/guest-pages.js')).GuestPages);
const TwoTwoPages = latePage('two-two', async () => (await import('./two-two/two-two-pages.js')).TwoTwoPages);
const AdminPages = latePage('admin', async () => (await import('./admin/admin-pages.js')).AdminPages);

const OfEverybody = () => (
  <Shell>
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/about" component={AboutPage} />
      <Route path="/resources/*?" component={ResourcePages} />
      <Route path="/round/:roundId">{({ roundId }) => <RoundPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/sessions">{({ roundId }) => <SessionsPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/wishes">{({ roundId }) => <WishesPage key={roundId} roundId={decodeURIComponent(roundId)} />}</Route>
      <Route path="/round/:roundId/pulse" component={ClosingPages} />
      <Route path="/round/:roundId/leading" component={ClosingPages} />
      <Route path="/round/:roundId/insights" component={ClosingPages} />
      <Route path="/round/:roundId/choose/*?" component={AwaydayPages} />
      <Route path="/round/:roundId/names" component={AwaydayPages} />
      <Route path="/round/:roundId/pair/*?" component={PairPages} />
      <Route path="/round/:roundId/guides/*?" component={PairPages} />
      <Route path="/round/:roundId/timer/*" component={PairPages} />
      <Route path="/round/:roundId/awayday" component={AwaydayPages} />
      <Route path="/round/:roundId/awayday-guide" component={AwaydayPages} />
      <Route path="/notes" component={NotesPage} />
      <Route path="/notes/new/:kind/:noteId">{({ kind, noteId }) => <NotePage key={noteId} noteId={noteId} fresh={kind} />}</Route>
      <Route path="/notes/:noteId">{({ noteId }) => <NotePage key={noteId} noteId={decodeURIComponent(noteId)} />}</Route>
      <Route path="/my-data" component={MyDataPage} />
      <Route path="/2-2/*?" component={TwoTwoPages} />
      <Route path="/admin/*?" component={AdminPages} />
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  </Shell>
);

/** Which page an address of the tab shows; a guest has pages of their own. */
export const Pages = () => {
  const { visitor } = useSession();
  const isGuest = useMe().data?.guest === true;
  return visitor !== undefined || isGuest ? <GuestPages /> : <OfEverybody />;
};
