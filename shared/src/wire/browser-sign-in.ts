import { z } from 'zod';

/** How a browser of its own signs somebody in: at which authority, as which client, and for what. Nothing of it is secret. */
export const BrowserSignIn = z.object({
  clientId: z.string(),
  authority: z.url(),
  /** The whole name of the one scope of the tab's API. */
  scope: z.string(),
  /** What the authority would announce of itself, where it is not to be asked; null in production. */
  metadata: z.string().nullable(),
});
export type BrowserSignIn = z.infer<typeof BrowserSignIn>;

/** Where it is told. */
export const browserSignInPath = '/tab/sign-in.json';
