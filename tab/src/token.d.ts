export type Tokens = {
  /** A token for the next call; the held one while it lasts. */
  readonly current: () => Promise<string>;
  /** A token other than the one that was just refused. */
  readonly renewed: () => Promise<string>;
};
/** Keeps the token that `request` brings until near its end; calls made at the same time share one request. */
export declare const tokensFrom: (request: () => Promise<string>, now: () => number) => Tokens;
