import type { BrowserSignIn } from '@coaching-pairs/shared/wire/browser-sign-in';
import type { RequestHandler } from 'express';
import { tabScope } from '../sign-in/tab-token.js';
import type { SignInWindow } from './sign-in-window.js';

/** Tells a tab that is opened outside Teams where guests sign in: at the organisation's own tenant, as the tab's registration. */
export const browserSignIn = ({ entra, tenantId, tabAppId, publicUrl }: SignInWindow): RequestHandler => {
  const told = {
    clientId: tabAppId,
    authority: `${entra}/${tenantId}`,
    scope: `api://${new URL(publicUrl).host}/${tabAppId}/${tabScope}`,
    metadata: null,
  } satisfies BrowserSignIn;
  return (_request, response) => void response.set('Cache-Control', 'no-store').json(told);
};
