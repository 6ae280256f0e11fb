import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useMe } from '../data/me.js';
import { useWords } from '../session.js';

/** The bar across the top, and the places in it. */
export const useBarStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  links: {
    boxSizing: 'border-box',
    maxWidth: '1080px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    overflowX: 'auto',
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusMedium },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
});

/** A place in the bar. */
export const NavLink = ({ to, here, children }: { readonly to: string; readonly here: boolean; readonly children: ReactNode }) => {
  const styles = useBarStyles();
  return (
    <li>
      <Link to={to} className={mergeClasses(styles.link, here && styles.current)} {...(here ? { 'aria-current': 'page' as const } : {})}>
        {children}
      </Link>
    </li>
  );
};

/** The bar with the tab's few places, and the page below it. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const styles = useBarStyles();
  const { t } = useWords();
  const me = useMe();
  const [place] = useLocation();
  const inAdmin = place.startsWith('/admin');
  return (
    <>
      <nav className={styles.bar} aria-label={t('tab.nav.label')}>
        <ul className={styles.links}>
          <NavLink to="/" here={place === '/' || place.startsWith('/round/')}>
            {t('tab.nav.mine')}
          </NavLink>
          <NavLink to="/notes" here={place === '/notes' || place.startsWith('/notes/')}>
            {t('tab.nav.notes')}
          </NavLink>
          <NavLink to="/resources" here={place === '/about' || place.startsWith('/resources')}>
            {t('tab.nav.resources')}
          </NavLink>
          {me.data !== undefined && me.data.twoTwo !== null && (
            <NavLink to="/2-2" here={place === '/2-2' || place.startsWith('/2-2/')}>
              {t('tab.twoTwo.nav')}
            </NavLink>
          )}
          {(inAdmin || me.data?.administers === true) && (
            <NavLink to="/admin" here={inAdmin}>
              {t('tab.nav.admin')}
            </NavLink>
          )}
        </ul>
      </nav>
      <main>{children}</main>
    </>
  );
};
