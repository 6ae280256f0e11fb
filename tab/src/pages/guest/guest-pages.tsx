import { Button } from '@fluentui/react-components';
import { Redirect, Route, Switch } from 'wouter';
import { AskedView } from '../../components/asked-view.js';
import { Page } from '../../components/page.js';
import { useMe } from '../../data/me.js';
import { Refusal } from '../../refusal.js';
import { useSession } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { MyDataPage } from '../leader/my-data/my-data-page.js';
import { TwoTwoPages } from '../two-two/two-two-pages.js';
import { GuestBar } from './guest-bar.js';

/** The same for every account for which there is nothing, whatever there may be for others. */
const NothingForYou = () => {
  const { words, visitor } = useSession();
  const house = useHouse();
  return (
    <Page title={words.t('tab.guest.nothing.title')} lead={<p className={house.prose}>{words.t('tab.guest.nothing.text')}</p>}>
      {visitor !== undefined && (
        <div className={house.actions}>
          <Button onClick={visitor.signOut}>{words.t('tab.guest.nothing.other')}</Button>
        </div>
      )}
    </Page>
  );
};

const Places = () => (
  <Switch>
    <Route path="/2-2/engagements/new">
      <Redirect to="/2-2/engagements" replace />
    </Route>
    <Route path="/2-2/*?" component={TwoTwoPages} />
    <Route path="/my-data" component={MyDataPage} />
    <Route>
      <Redirect to="/2-2/engagements" replace />
    </Route>
  </Switch>
);

/** The tab for a guest of the organisation: what of 2:2 Coaching is theirs, and nothing else (S-04). */
export const GuestPages = () => {
  const me = useMe();
  const house = useHouse();
  const isRefused = me.error instanceof Refusal && me.error.code === 'not-signed-in';
  const hasNothing = me.data === undefined ? isRefused : me.data.twoTwo === null;
  return (
    <>
      <GuestBar bare={hasNothing || me.data === undefined} />
      <main>
        {hasNothing ? (
          <NothingForYou />
        ) : (
          <>
            {me.data === undefined && (
              <div className={house.page}>
                <AskedView asked={me}>{() => null}</AskedView>
              </div>
            )}
            {me.data !== undefined && <Places />}
          </>
        )}
      </main>
    </>
  );
};
