import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';
import { type Response, Router } from 'express';
import { jsonBody, textAt } from '../connector/json.js';
import type { Caller } from '../parts.js';
import type { VaultKeys } from './keys-file.js';

/** Where the one key lies under the https origin, as `https://<vault>.vault.azure.net/keys/<name>` does in Azure. */
export const sealingKeyPath = '/vault/keys/sealing';

export type VaultOptions = {
  readonly origin: string;
  readonly keys: VaultKeys;
  /** Who calls with a token for Key Vault. */
  readonly callerOf: (authorization: string | undefined) => Promise<Caller | undefined>;
  /** The one identity that may wrap and unwrap. */
  readonly identity: string;
};

const refuse = (response: Response, status: number, code: string): void => {
  response.status(status).json({ error: { code, message: `${code}.` } });
};

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;

const operate = (verb: string, key: KeyObject, value: string): Buffer | undefined => {
  const given = Buffer.from(value, 'base64url');
  if (verb === 'wrapkey') return publicEncrypt({ key: createPublicKey(key), ...oaep }, given);
  try {
    return privateDecrypt({ key, ...oaep }, given);
  } catch {
    // Not wrapped by this version.
    return undefined;
  }
};

/** What the product asks of Azure Key Vault: the key's newest version, wrap and unwrap, with the vault's own refusals. */
export const vaultRouter = ({ origin, keys, callerOf, identity }: VaultOptions): Router => {
  const router = Router();
  const kidOf = (version: string): string => `${origin}${sealingKeyPath}/${version}`;
  router.use(sealingKeyPath, async (request, response, next) => {
    const caller = await callerOf(request.headers.authorization);
    if (caller === undefined) refuse(response, 401, 'Unauthorized');
    else if (caller.kind !== 'app' || caller.appId !== identity) refuse(response, 403, 'Forbidden');
    else if (request.query['api-version'] !== '7.4') refuse(response, 400, 'BadParameter');
    else next();
  });
  router.get(sealingKeyPath, async (_request, response) => {
    const kid = kidOf(await keys.current());
    response.json({ key: { kid, kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'] }, attributes: { enabled: !(await keys.isLocked()) } });
  });
  router.post(`${sealingKeyPath}/:version/:verb`, ...jsonBody, async (request, response) => {
    const [version, verb] = [String(request.params['version']), String(request.params['verb'])];
    const [algorithm, value] = [textAt(request.body, 'alg'), textAt(request.body, 'value')];
    const key = await keys.key(version);
    if (key === undefined) return refuse(response, 404, 'KeyNotFound');
    if (await keys.isLocked()) return refuse(response, 403, 'Forbidden');
    const known = verb === 'wrapkey' || verb === 'unwrapkey';
    const result = known && algorithm === 'RSA-OAEP-256' && value !== undefined ? operate(verb, key, value) : undefined;
    if (result === undefined) return refuse(response, 400, 'BadParameter');
    response.json({ kid: kidOf(version), value: result.toString('base64url') });
  });
  return router;
};
