import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same name, in the form that Entra gives object ids. */
export const guidOf = (name: string): string => {
  const hex = createHash('sha256').update(`coaching-pairs/${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Equal for the same records in any order. */
export const fingerprintOf = (records: readonly unknown[]): string =>
  createHash('sha256')
    .update(
      records
        .map((record) => JSON.stringify(record))
        .sort()
        .join('\n'),
    )
    .digest('hex');

/** How Graph names the personal chat between somebody and the bot; always the same for the two. */
export const chatIdOf = (personId: string, botAppId: string): string =>
  `19:${createHash('sha256').update(`${personId}/${botAppId}`).digest('hex').slice(0, 32)}@unq.gbl.spaces`;
