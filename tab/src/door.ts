export type HostTheme = 'light' | 'dark' | 'contrast';

/** What the tab needs to know of the place it is opened in. */
export type Host = {
  readonly theme: HostTheme;
  /** As the client calls it, e.g. `en-gb`. */
  readonly locale: string;
  /** What a deep link points at, e.g. `round/<id>`; empty when the tab was opened by itself. */
  readonly subPageId: string;
  /** Entra object id of whoever looks at it. */
  readonly userId: string;
};

/** Somebody who came in by a browser of their own. */
export type Visitor = {
  readonly name: string;
  /** Signs in once more, and comes back to the same page. */
  readonly signInAgain: () => void;
  /** Leaves the browser without anything of theirs. */
  readonly signOut: () => void;
  /** Whether nothing can be asked for before signing in again; `watch` calls back when that changes. */
  readonly hasEnded: () => boolean;
  readonly watch: (changed: () => void) => () => void;
};

/** How somebody has come in: what the place tells of itself, and how the tab comes by their tokens. */
export type Door = {
  readonly host: Host;
  readonly requestToken: (claims?: string | null) => Promise<string>;
  readonly openSignIn: (claims: string | null) => Promise<boolean>;
  readonly onTheme: (follow: (theme: HostTheme) => void) => void;
  readonly sayReady: () => void;
  readonly visitor?: Visitor;
};

/** Where nobody has come in: `signIn` is null where it is not to be had, as in a frame of another page. */
export type Outside = {
  readonly theme: HostTheme;
  readonly signIn: (() => Promise<void>) | null;
  readonly hasFailed: boolean;
};
