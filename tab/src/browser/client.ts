import { CacheLookupPolicy, InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser';
import type { BrowserSignIn } from '@coaching-pairs/shared/wire/browser-sign-in';
import { toldSignIn } from '../api.js';
import { Refusal } from '../refusal.js';

const here = `${window.location.origin}/tab/`;

const clientFor = async ({ clientId, authority, metadata }: BrowserSignIn): Promise<PublicClientApplication> => {
  const client = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [new URL(authority).host],
      ...(metadata === null ? {} : { authorityMetadata: metadata }),
      redirectUri: here,
      postLogoutRedirectUri: here,
    },
    // Tokens live as long as the window: nothing stays behind on a machine that others use.
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  return client;
};

/** Whoever is signed in to this window; `token` rejects with `sign-in-ended` where only signing in again helps. */
export type Signed = {
  readonly id: string;
  readonly name: string;
  readonly token: () => Promise<string>;
  readonly signOut: () => Promise<void>;
};

export type BrowserClient = { readonly signed: Signed | null; readonly hasFailed: boolean; readonly signIn: () => Promise<void> };

/** What msal refuses, in the tab's own words: no network, or a sign-in that has ended. */
const refusalOf = (cause: unknown): Refusal => {
  const isOffline = !(cause instanceof InteractionRequiredAuthError) && !navigator.onLine;
  return new Refusal(isOffline ? { code: 'unreachable', status: 0 } : { code: 'sign-in-ended', status: 401 }, { cause });
};

const signedIn = (client: PublicClientApplication, scope: string): Signed | null => {
  const account = client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null;
  if (account === null) return null;
  client.setActiveAccount(account);
  return {
    id: account.localAccountId,
    name: account.name ?? account.username,
    token: async () => {
      try {
        // Never by a hidden frame: the page's policy allows none.
        const cacheLookupPolicy = CacheLookupPolicy.AccessTokenAndRefreshToken;
        return (await client.acquireTokenSilent({ scopes: [scope], account, cacheLookupPolicy })).accessToken;
      } catch (cause) {
        throw refusalOf(cause);
      }
    },
    signOut: () => client.logoutRedirect({ account }),
  };
};

/**
 * Signs in with a browser of its own, at the organisation's tenant: authorization code with PKCE, by leading there and back to the same
 * page. Rejects where it cannot be told where that is.
 */
export const openClient = async (): Promise<BrowserClient> => {
  const told = await toldSignIn();
  const client = await clientFor(told);
  // Whoever pressed Cancel there comes back with an error, which is no fault of the page.
  const came = await client.handleRedirectPromise().then(
    (result) => {
      if (result !== null) client.setActiveAccount(result.account);
      return true;
    },
    () => false,
  );
  return {
    signed: signedIn(client, told.scope),
    hasFailed: !came,
    signIn: () => client.loginRedirect({ scopes: [told.scope], prompt: 'select_account', redirectStartPage: window.location.href }),
  };
};
