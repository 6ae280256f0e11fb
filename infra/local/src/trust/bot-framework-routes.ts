import { Router } from 'express';
import type { Keys } from './keys.js';
import { botFrameworkIssuer } from './registrations.js';

/** Where the Bot Framework says which keys sign its tokens, and for which channels each is endorsed. */
export const botFrameworkRoutes = (origin: string, keys: () => Keys): Router => {
  const base = '/botframework/v1/.well-known';
  const router = Router();
  router.get(`${base}/openidconfiguration`, (_request, response) => {
    response.json({
      issuer: botFrameworkIssuer,
      authorization_endpoint: `${origin}/botframework/authorize`,
      jwks_uri: `${origin}${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  router.get(`${base}/keys`, (_request, response) => {
    const { bot, unendorsed } = keys();
    response.json({
      keys: [
        { ...bot.publicJwk, endorsements: ['msteams'] },
        { ...unendorsed.publicJwk, endorsements: ['webchat'] },
      ],
    });
  });
  return router;
};
