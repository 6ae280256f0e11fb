/** Hands out tokens for the process itself; shaped so that every credential of the Azure SDK fits. */
export type StoreTokens = {
  readonly getToken: (
    scopes: string | string[],
    options?: object,
  ) => Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
};

/** A key is for the embedded store on this machine alone; everywhere else the process signs in as itself (S-15). */
export type StoreCredential = StoreTokens | { readonly account: string; readonly key: string };
