/** Hours after which what a device has kept is of no use any more. */
const longest = 6;

type Stored = { readonly at: number; readonly value: unknown };

const isStored = (found: unknown): found is Stored =>
  typeof found === 'object' && found !== null && 'at' in found && typeof found.at === 'number' && 'value' in found;

/** Null where there is nothing, or where a browser keeps nothing for a page inside Teams. */
const textOf = (name: string): string | null => {
  try {
    return sessionStorage.getItem(name);
  } catch (_notAllowed) {
    return null;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (_notOurs) {
    return null;
  }
};

/** What this tab has kept under a name, with how many milliseconds have passed since; null where there is nothing, or nothing of use. */
export const readKept = (name: string): { readonly value: unknown; readonly ago: number } | null => {
  const found = parsed(textOf(name) ?? 'null');
  if (!isStored(found)) return null;
  const ago = Math.max(0, Date.now() - found.at);
  return ago > longest * 3_600_000 ? null : { value: found.value, ago };
};

/** Keeps something on this device until the tab is closed, so that a page loaded anew goes on with it; null takes it away. Never words that
 * somebody keeps to themselves. */
export const keep = (name: string, value: unknown): void => {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify({ at: Date.now(), value } satisfies Stored));
  } catch (_notAllowed) {
    // The page works without, and only begins anew when it is loaded again.
  }
};

/** Takes away all that this window has kept, for whoever leaves a browser to others. */
export const forgetKept = (): void => {
  try {
    sessionStorage.clear();
  } catch (_notAllowed) {
    // Then nothing was kept either.
  }
};
