import type { Router } from 'express';

/**
 * How the rooms of the sandbox tenant plug in. Each room exports one `CreatePart` from `<room>/part.ts`
 * (`graphPart`, `connectorPart`, `clientPart`); `registered-parts.ts` lists them.
 */

/** One invented or loaded person, as far as sign-in and the person switcher need it. A room may know more about them. */
export type SandboxPerson = {
  /** Entra object id (`oid`), opaque. */
  readonly id: string;
  readonly name: string;
  /** Entra app roles put into tokens, e.g. `['Round.Admin']`; empty for everybody else. */
  readonly roles: readonly string[];
  readonly mail?: string;
  /** An account of another organisation that was invited: no mailbox here, no chat with the bot. */
  readonly guest?: true;
};

/** The registrations of this sandbox tenant; kept in the data folder, so that a second start has the same. */
export type SandboxIds = {
  readonly tenantId: string;
  /** The bot's Microsoft App ID: `aud` of every Bot Framework token. Bot activities name it as `28:<botAppId>`. */
  readonly botAppId: string;
  /** Client id of the tab's API: `aud` of tab tokens and the client of the two Graph grants. */
  readonly tabAppId: string;
  /** Id of the app manifest (`externalId` in the app catalogue). */
  readonly teamsAppId: string;
  /** Equal to `botAppId`: the bot registration is of the kind UserAssignedMSI. */
  readonly managedIdentityClientId: string;
};

/** The tenant's time: real time plus an offset that only grows. */
export type SandboxClock = {
  readonly now: () => Date;
  /** Moves the time on by an ISO 8601 duration such as `P1D` or `PT2H`; resolves with the new time once the bot follows it. */
  readonly advance: (isoDuration: string) => Promise<Date>;
  /** Calls back after each move, with the whole offset in milliseconds; awaited by `advance`. */
  readonly onMove: (follow: (offsetMs: number) => void | Promise<void>) => () => void;
};

/** What the authority answers when the bot asks for a token on behalf of one person. */
export type ConsentAnswer =
  | { readonly kind: 'granted' }
  /** `invalid_grant` with AADSTS65001. */
  | { readonly kind: 'refused' }
  /** `interaction_required` with this claims challenge (JSON). */
  | { readonly kind: 'claims'; readonly claims: string };

/** Who calls one of the Microsoft-shaped servers: checked claims of a token of this tenant. */
export type Caller = {
  /** Client id of the calling registration. */
  readonly appId: string;
  /** `app`: the registration itself. `user`: on behalf of `personId`. */
  readonly kind: 'app' | 'user';
  readonly personId?: string;
  /** Application permissions (`roles`) or delegated scopes (`scp`), as the token carries them. */
  readonly permissions: readonly string[];
};

/** What somebody's browser asked for when it led them to the authority. */
export type BrowserAsked = { readonly redirectUri: string; readonly nonce: string; readonly challenge: string };
export type BrowserTokens = Readonly<Record<string, string | number>>;

export type BrowserGrants = {
  /** A code that is good once, for the browser that knows the verifier of the challenge (RFC 7636). */
  readonly codeFor: (person: SandboxPerson, asked: BrowserAsked) => string;
  /** Answers to `authorization_code` and `refresh_token`; undefined for whatever is not as it was asked. */
  readonly redeem: (form: URLSearchParams) => Promise<BrowserTokens | undefined>;
};

export type SandboxTrust = {
  /** A Bot Framework token with which the connector calls the bot's `/api/messages`. */
  readonly signBotToken: (options: { readonly serviceUrl: string }) => Promise<string>;
  /** What Teams' `getAuthToken` gives: a v2.0 user token for the tab's API. Roles default to the person's own. */
  readonly issueTabToken: (personId: string, options?: { readonly roles?: readonly string[] }) => Promise<string>;
  /** Reads `Authorization: Bearer …` of a call to Graph or the connector; undefined where it is not a valid token for that audience. */
  readonly callerOf: (authorization: string | undefined, audience: string) => Promise<Caller | undefined>;
  readonly setConsent: (personId: string, answer: ConsentAnswer) => void;
  /** How a browser of its own signs somebody in. */
  readonly browser: BrowserGrants;
};

/** Audiences of the tokens that the bot asks for, as production has them. */
export const audiences = {
  graph: 'https://graph.microsoft.com',
  connector: 'https://api.botframework.com',
  vault: 'https://vault.azure.net',
} as const;

/** Who has the product's app, as every room of the tenant sees it. */
export type AppBoard = {
  readonly has: (personId: string) => boolean;
  /** Gives somebody the app; resolves once it is kept and the bot was told, or that goes on by itself. */
  readonly install: (personId: string) => Promise<void>;
};

/** The board of the tenant: the room that keeps the chats answers for it once it is open. */
export type SandboxApps = AppBoard & { readonly keptBy: (board: AppBoard) => void };

export type SandboxContext = {
  /** `https://127.0.0.1:<port>`: stands in for every Microsoft origin at once (the product's `LOOPBACK`). Graph is `<origin>/v1.0/…`. */
  readonly origin: string;
  /** `http://127.0.0.1:<port>`: the page, the tab and its API as a person reaches them. */
  readonly publicUrl: string;
  /** The bot process itself, e.g. `http://127.0.0.1:40123`; only the connector calls it (`<botUrl>/api/messages`). Known once the bot runs. */
  readonly botUrl: () => string;
  readonly ids: SandboxIds;
  readonly people: readonly SandboxPerson[];
  readonly guests: readonly SandboxPerson[];
  readonly clock: SandboxClock;
  readonly trust: SandboxTrust;
  readonly apps: SandboxApps;
  /** A room keeps its own files in `<dataFolder>/<room>/`, written so that an answered change survives a kill. */
  readonly dataFolder: string;
};

/** One room. Everything is optional; `start` runs before the bot does, `stop` after it has ended. */
export type SandboxPart = {
  readonly name: string;
  /** Mounted at `/` of the https origin; asked after the authority's own routes. Paths are the part's own, no body parser runs before it. */
  readonly trust?: Router;
  /** Mounted at `/` of the public http server, before `/sandbox/people`, `/sandbox/token`, `/sandbox/clock` and the proxy. No body parser either. */
  readonly page?: Router;
  readonly start?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
};

export type CreatePart = (context: SandboxContext) => SandboxPart | Promise<SandboxPart>;
