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
import type { Door, HostTheme, Outside } from './door.js';
import { OutsidePage } from './pages/outside-page.js';
import { Pages } from './pages/pages.js';
import { SessionProvider, sessionFor } from './session.js';
import { useTouchSizes } from './style/touch.js';

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
const useTheme = (way: Door | Outside): HostTheme => {
  const [theme, setTheme] = useState<HostTheme>('host' in way ? way.host.theme : way.theme);
  useEffect(() => {
    if ('host' in way) way.onTheme(setTheme);
  }, [way]);
  useEffect(() => {
    // What lies behind the page, and the browser's own parts such as date pickers, follow the theme too.
    const { dataset, style } = document.documentElement;
    dataset.theme = theme;
    style.backgroundColor = themes[theme].colorNeutralBackground3;
    style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  return theme;
};

const Inside = ({ door }: { readonly door: Door }) => {
  const [session] = useState(() => sessionFor(door));
  useEffect(() => {
    document.documentElement.lang = session.words.locale;
    openDeepLink(door.host.subPageId);
    door.sayReady();
  }, [door, session]);
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

/** The whole tab: in the theme of its host, or a friendly page for whoever has not come in. */
export const App = ({ way }: { readonly way: Door | Outside }) => {
  useGround();
  useTouchSizes();
  const theme = useTheme(way);
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[theme]}>
      {/* Not on the provider itself, which hands its class on to every popup and so would cover the page with it. */}
      <div className={styles.canvas}>
        {'host' in way ? <Inside door={way} /> : <OutsidePage words={wordsFor(navigator.language)} outside={way} />}
      </div>
    </FluentProvider>
  );
};
