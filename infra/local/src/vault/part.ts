import { join } from 'node:path';
import { Router } from 'express';
import { audiences, type CreatePart } from '../parts.js';
import { openVaultKeys } from './keys-file.js';
import { vaultRouter } from './vault.js';

/** Key Vault at the https origin, its key in a file of the data folder; `/sandbox/vault` of the page does what an administrator of the vault can do. */
export const vaultPart: CreatePart = ({ dataFolder, origin, trust, ids }) => {
  const keys = openVaultKeys(join(dataFolder, 'vault', 'keys.json'));
  const callerOf = (authorization: string | undefined) => trust.callerOf(authorization, audiences.vault);
  const page = Router();
  page.post('/sandbox/vault/rotate', async (_request, response) => void response.json({ version: await keys.rotate() }));
  page.post('/sandbox/vault/lock', async (_request, response) => {
    await keys.setLocked(true);
    response.json({ locked: true });
  });
  page.post('/sandbox/vault/unlock', async (_request, response) => {
    await keys.setLocked(false);
    response.json({ locked: false });
  });
  return { name: 'vault', trust: vaultRouter({ origin, keys, callerOf, identity: ids.managedIdentityClientId }), page };
};
