type Held = { readonly token: string; readonly goodUntil: number };

/** A token is asked for anew this long before it ends, so that no call starts with one about to expire. */
const margin = 2 * 60_000;

const expiryOf = (token: string): number => {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(part));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined;
    return typeof exp === 'number' ? exp * 1_000 : 0;
  } catch (_opaqueToken) {
    return 0;
  }
};

export type Tokens = {
  /** A token for the next call; the held one while it lasts. */
  readonly current: () => Promise<string>;
  /** A token other than the one that was just refused. */
  readonly renewed: () => Promise<string>;
};

/** Keeps the token that `request` brings until near its end; calls made at the same time share one request. */
export const tokensFrom = (request: () => Promise<string>, now: () => number): Tokens => {
  let held: Held | null = null;
  let asked: Promise<string> | null = null;

  const ask = (): Promise<string> => {
    asked ??= request()
      .then((token) => {
        held = { token, goodUntil: expiryOf(token) - margin };
        return token;
      })
      .finally(() => {
        asked = null;
      });
    return asked;
  };

  return {
    current: () => (held !== null && now() < held.goodUntil ? Promise.resolve(held.token) : ask()),
    renewed: () => {
      held = null;
      return ask();
    },
  };
};
