import { app, authentication } from '@microsoft/teams-js';
import type { Door, Host, HostTheme } from './door.js';
import { endOwnWindow, openOwnWindow, opensItself } from './sign-in-window.js';

/** Answers after this are not waited for: the page is not inside a host that knows the tab. */
const patience = 8_000;

const themeOf = (name: string | undefined): HostTheme => (name === 'dark' || name === 'contrast' ? name : 'light');

const within = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The host did not answer.')), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

/** Greets the host; null where there is none, as in a browser of its own. */
const meetHost = async (): Promise<Host | null> => {
  if (window.parent === window) return null;
  try {
    await within(app.initialize());
    const context = await within(app.getContext());
    return {
      theme: themeOf(context.app.theme),
      locale: context.app.locale,
      subPageId: context.page.subPageId ?? '',
      userId: context.user?.id ?? '',
    };
  } catch (_noHost) {
    return null;
  }
};

/** Calls back whenever the person changes the theme of the client. */
const onTheme = (follow: (theme: HostTheme) => void): void => {
  app.registerOnThemeChangeHandler((name) => follow(themeOf(name)));
};

/** Tells the host that the page can be shown. */
const sayReady = (): void => {
  app.notifyAppLoaded();
  void app.notifySuccess();
};

/** Opens an address of Teams itself, such as a chat; what the host does not know how to open, the browser does. */
export const openInTeams = (address: string): void => {
  if (!app.isInitialized()) return void window.open(address, '_blank', 'noreferrer');
  app.openLink(address).catch(() => void window.open(address, '_blank', 'noreferrer'));
};

/** Asks the host for a fresh token; rejects when sign-in is not possible. `claims`: what more it has to prove, as Entra said. */
const requestToken = (claims: string | null = null): Promise<string> =>
  claims === null ? authentication.getAuthToken() : authentication.getAuthToken({ claims: [claims] });

/** Lets somebody consent or prove more in a window of its own; false where they closed it, or it was refused. */
const openSignIn = async (claims: string | null): Promise<boolean> => {
  const hint = await app.getContext().then(
    ({ user }) => user?.loginHint ?? '',
    () => '',
  );
  const asked = new URLSearchParams({ ...(hint === '' ? {} : { hint }), ...(claims === null ? {} : { claims }) });
  const url = `${window.location.origin}/tab/sign-in?${asked}`;
  if (opensItself()) return openOwnWindow(url);
  try {
    await authentication.authenticate({ url, width: 600, height: 640 });
    return true;
  } catch (_closedOrRefused) {
    return false;
  }
};

/** The door through Teams; null where the page stands in no host. */
export const enterByTeams = async (): Promise<Door | null> => {
  const host = await meetHost();
  return host === null ? null : { host, requestToken, openSignIn, onTheme, sayReady };
};

/** In that window, once Entra has led back: tells the tab whether it may go on, and the host closes the window. */
export const endSignIn = async (): Promise<void> => {
  const error = new URLSearchParams(window.location.hash.slice(1)).get('error');
  if (opensItself()) return endOwnWindow(error === null);
  await app.initialize();
  if (error === null) authentication.notifySuccess();
  else authentication.notifyFailure(error);
};
