import { forgetKept } from '../data/kept.js';
import type { Door, HostTheme, Outside, Visitor } from '../door.js';
import { Refusal } from '../refusal.js';
import { type BrowserClient, openClient, type Signed } from './client.js';

const contrast = '(forced-colors: active)';
const dark = '(prefers-color-scheme: dark)';
const themeNow = (): HostTheme => (window.matchMedia(contrast).matches ? 'contrast' : window.matchMedia(dark).matches ? 'dark' : 'light');

const onTheme: Door['onTheme'] = (follow) => {
  for (const query of [contrast, dark]) window.matchMedia(query).addEventListener('change', () => follow(themeNow()));
};

/** Hears of each token whether the sign-in still holds. */
const visitorOf = (signed: Signed, signIn: () => Promise<void>) => {
  let ended = false;
  const watching = new Set<() => void>();
  const setEnded = (next: boolean): void => {
    if (ended === next) return;
    ended = next;
    for (const changed of watching) changed();
  };
  const visitor: Visitor = {
    name: signed.name,
    signInAgain: () => void signIn(),
    signOut: () => {
      forgetKept();
      void signed.signOut();
    },
    hasEnded: () => ended,
    watch: (changed) => {
      watching.add(changed);
      return () => void watching.delete(changed);
    },
  };
  const requestToken = async (): Promise<string> => {
    try {
      const token = await signed.token();
      setEnded(false);
      return token;
    } catch (fault) {
      setEnded(fault instanceof Refusal && fault.code === 'sign-in-ended');
      throw fault;
    }
  };
  return { visitor, requestToken };
};

const doorOf = (signed: Signed, { signIn }: BrowserClient): Door => ({
  host: { theme: themeNow(), locale: navigator.language, subPageId: '', userId: signed.id },
  ...visitorOf(signed, signIn),
  // A guest has no calendar here for which more would have to be proved.
  openSignIn: () => Promise.resolve(false),
  onTheme,
  sayReady: () => undefined,
});

/** The way in through a browser of its own: a door for whoever is signed in, else the way to sign in. */
export const openBrowser = async (): Promise<Door | Outside> => {
  try {
    const client = await openClient();
    const { signed, signIn, hasFailed } = client;
    return signed === null ? { theme: themeNow(), signIn, hasFailed } : doorOf(signed, client);
  } catch (_cannotBeTold) {
    return { theme: themeNow(), signIn: async () => window.location.reload(), hasFailed: true };
  }
};
