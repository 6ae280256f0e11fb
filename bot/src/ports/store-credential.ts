import type { TokenCredential } from '@azure/identity';

/** A key is for the embedded store on this machine alone; everywhere else the process signs in as itself (S-15). */
export type StoreCredential = TokenCredential | { readonly account: string; readonly key: string };
