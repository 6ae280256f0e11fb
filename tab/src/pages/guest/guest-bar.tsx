import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { Visitor } from '../../door.js';
import { useSession } from '../../session.js';
import { phone, useHouse } from '../../style/house.js';
import { NavLink, useBarStyles } from '../shell.js';

const useStyles = makeStyles({
  both: {
    boxSizing: 'border-box',
    maxWidth: '1080px',
    margin: '0 auto',
    paddingRight: tokens.spacingHorizontalL,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    '> ul': { margin: 0 },
  },
  visitor: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    [phone]: { width: '100%', justifyContent: 'space-between', paddingLeft: tokens.spacingHorizontalXXL },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const Ended = ({ visitor }: { readonly visitor: Visitor }) => {
  const { t } = useSession().words;
  const ended = useSyncExternalStore(visitor.watch, visitor.hasEnded);
  if (!ended) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{t('tab.guest.ended')}</MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={visitor.signInAgain}>
          {t('tab.guest.signInAgain')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const Myself = ({ visitor }: { readonly visitor: Visitor }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t } = useSession().words;
  return (
    <div className={styles.visitor}>
      <span className={styles.name}>
        <span className={house.small}>{t('tab.guest.signedInAs', { name: visitor.name })}</span>
      </span>
      <Button appearance="subtle" onClick={visitor.signOut}>
        {t('tab.guest.signOut')}
      </Button>
    </div>
  );
};

/** The bar of whoever is a guest: the few places there are for them, and in a browser the way out. `bare` where there are none. */
export const GuestBar = ({ bare }: { readonly bare: boolean }) => {
  const bar = useBarStyles();
  const styles = useStyles();
  const { words, visitor } = useSession();
  const [place] = useLocation();
  return (
    <>
      <nav className={bar.bar} aria-label={words.t('tab.guest.nav')}>
        <div className={styles.both}>
          <ul className={bar.links}>
            {!bare && (
              <>
                <NavLink to="/2-2" here={place === '/2-2' || place.startsWith('/2-2/')}>
                  {words.t('tab.twoTwo.nav')}
                </NavLink>
                <NavLink to="/my-data" here={place === '/my-data'}>
                  {words.t('tab.guest.myData')}
                </NavLink>
              </>
            )}
          </ul>
          {visitor !== undefined && <Myself visitor={visitor} />}
        </div>
      </nav>
      {visitor !== undefined && <Ended visitor={visitor} />}
    </>
  );
};
