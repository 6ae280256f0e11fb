import { wordsFor } from '@coaching-pairs/shared/words/words';
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { FeedbackPlace } from './components/feedback.js';
import { Answers } from './data/answers.js';
import { openDeepLink } from './deep-link.js';
import { OutsidePage } from './pages/outside-page.js';
import { Pages } from './pages/pages.js';
import { SessionProvider, sessionFor } from './session.js';
import { type Host, type HostTheme, onTheme, openSignIn, requestToken, sayReady } from './teams.js';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

const useGround = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  canvas: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    // A link that is nothing else is in the colour of the theme, and not in the browser's own.
    '& a:not([class])': { color: tokens.colorBrandForegroundLink },
    // On the coloured ground of a notice a link has the colour of the words around it, and a line below.
    '& .fui-MessageBar a:not([class])': { color: 'inherit', textDecorationLine: 'underline' },
  },
});

/** The theme of the client, followed while it changes. */
const useHostTheme = (host: Host | null): HostTheme => {
  const [theme, setTheme] = useState<HostTheme>(host?.theme ?? 'light');
  useEffect(() => {
    if (host !== null) onTheme(setTheme);
  }, [host]);
  useEffect(() => {
    // What lies behind the page, and the browser's own parts such as date pickers, follow the theme too.
    const { dataset, style } = document.documentElement;
    dataset.theme = theme;
    style.backgroundColor = themes[theme].colorNeutralBackground3;
    style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  return theme;
};

const Inside = ({ host }: { readonly host: Host }) => {
  const [session] = useState(() => sessionFor(host, { requestToken, openSignIn }));
  useEffect(() => {
    document.documentElement.lang = session.words.locale;
    openDeepLink(host.subPageId);
    sayReady();
  }, [host, session]);
  return (
    <Answers>
      <SessionProvider value={session}>
        <FeedbackPlace>
          <Router hook={useHashLocation}>
            <Pages />
          </Router>
        </FeedbackPlace>
      </SessionProvider>
    </Answers>
  );
};

/** The whole tab: in the theme of its host, or a friendly page where there is no host. */
export const App = ({ host }: { readonly host: Host | null }) => {
  useGround();
  const theme = useHostTheme(host);
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[theme]}>
      {/* Not on the provider itself, which hands its class on to every popup and so would cover the page with it. */}
      <div className={styles.canvas}>{host === null ? <OutsidePage words={wordsFor(navigator.language)} /> : <Inside host={host} />}</div>
    </FluentProvider>
  );
};
