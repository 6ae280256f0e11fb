import { FluentProvider, Spinner, Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { type ReactNode, useCallback, useLayoutEffect, useState } from 'react';
import { useLive } from './live.js';
import { type Place, usePlace } from './place.js';
import type { Person, Tenant } from './sandbox-api.js';
import { type Sandbox, SessionProvider, useSandbox } from './sandbox-state.js';
import { Shell } from './shell/shell.js';
import { type ThemeName, themes, useTheme } from './themes.js';
import { t } from './words.js';

/** Who opens the sandbox first: whoever can open a round, else anybody. */
const firstPerson = ({ people }: Tenant): Person | undefined =>
  people.find(({ part }) => part === 'administrator') ?? people.find(({ roles }) => roles.length > 0) ?? people[0];

type Themed = { readonly theme: ThemeName; readonly onTheme: (theme: ThemeName) => void };

/** Whether a message has just arrived in the conversation that is open anyway. */
const isOpen = ({ view, personId }: Place, about: string): boolean => view === 'chat' && personId === about;

const SignedIn = ({ sandbox, start, theme, onTheme }: Themed & { readonly sandbox: Sandbox; readonly start: Person }) => {
  const toaster = useId('toaster');
  const [news, setNews] = useState<HTMLElement | null>(null);
  const { dispatchToast } = useToastController(toaster);
  const [place, go] = usePlace(start.id);
  const me = sandbox.tenant.people.find(({ id }) => id === place.personId) ?? start;
  const say = useCallback(
    (sentence: string, intent: 'info' | 'error' = 'info') =>
      dispatchToast(
        <Toast>
          <ToastTitle>{sentence}</ToastTitle>
        </Toast>,
        { intent, timeout: 5_000 },
      ),
    [dispatchToast],
  );
  useLive((event) => {
    if (event.type === 'chat' && event.summary !== undefined && event.personId === me.id && !isOpen(place, me.id))
      say(t('page.newsOfApp', { summary: event.summary }));
  });
  return (
    <SessionProvider value={{ ...sandbox, me, place: { ...place, personId: me.id }, go, say }}>
      <Shell theme={theme} onTheme={onTheme} />
      <section ref={setNews} className="news" aria-label={t('page.news')}>
        {news !== null && <Toaster toasterId={toaster} mountNode={news} position="top-end" />}
      </section>
    </SessionProvider>
  );
};

const Waiting = ({ children }: { readonly children: ReactNode }) => <main className="waiting">{children}</main>;

const Opened = (themed: Themed) => {
  const { sandbox, failed } = useSandbox();
  const start = sandbox === null ? undefined : firstPerson(sandbox.tenant);
  if (failed) return <Waiting>{t('page.unreachable')}</Waiting>;
  if (sandbox === null || start === undefined)
    return (
      <Waiting>
        <Spinner label={t('page.loading')} />
      </Waiting>
    );
  return <SignedIn {...themed} sandbox={sandbox} start={start} />;
};

/** The whole page: a stand-in for the Teams client. */
export const App = () => {
  const [theme, onTheme] = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]}>
      <Opened theme={theme} onTheme={onTheme} />
    </FluentProvider>
  );
};
