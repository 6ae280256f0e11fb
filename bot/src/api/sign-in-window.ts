import type { RequestHandler } from 'express';

export type SignInWindow = { readonly entra: string; readonly tenantId: string; readonly tabAppId: string; readonly publicUrl: string };

/** Longer than any claims challenge or name is; what is longer is left out. */
const longest = 4_000;

const asked = (value: unknown): string | null => (typeof value === 'string' && value !== '' && value.length <= longest ? value : null);

/**
 * Leads the window that Teams has opened to Entra's own page, where somebody consents or proves more, and from there back to the tab
 * (`/tab/signed-in`). The code that comes along is never redeemed: all that counts is that Entra now knows.
 */
export const signInWindow =
  ({ entra, tenantId, tabAppId, publicUrl }: SignInWindow): RequestHandler =>
  ({ query }, response) => {
    const [claims, hint] = [asked(query.claims), asked(query.hint)];
    const address = new URL(`${entra}/${tenantId}/oauth2/v2.0/authorize`);
    address.search = new URLSearchParams({
      client_id: tabAppId,
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: `${publicUrl}/tab/signed-in`,
      scope: 'openid https://graph.microsoft.com/.default',
      ...(hint === null ? {} : { login_hint: hint }),
      ...(claims === null ? {} : { claims }),
    }).toString();
    response.set('Cache-Control', 'no-store').redirect(address.toString());
  };
