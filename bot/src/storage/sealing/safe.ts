import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { err, ok } from '@coaching-pairs/shared/result';
import type { Safe } from '../../ports/sealing.js';

/** NIST SP 800-38D: a random nonce of 96 bits for each text and a tag of 128, good for 2^32 texts under one key. */
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const dataKeyBytes = 32;

const associated = (keyId: string, about: readonly string[]): Buffer => Buffer.from(JSON.stringify([keyId, ...about]));

/** Seals and opens with one data key, in memory. */
export const safeWith = (keyId: string, key: Uint8Array): Safe => ({
  seal: (about, text) => {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(associated(keyId, about));
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return { keyId, text: Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url') };
  },
  open: (about, sealed) => {
    if (sealed.keyId !== keyId) return err('erased');
    const bytes = Buffer.from(sealed.text, 'base64url');
    try {
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(associated(keyId, about))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return ok(Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8'));
    } catch {
      // Whatever the bytes were before, they are not what was sealed here.
      return err('damaged');
    }
  },
});
