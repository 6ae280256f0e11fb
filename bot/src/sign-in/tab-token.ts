import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { Clock } from '../ports/clock.js';
import type { KeySet } from './key-set.js';
import type { SignatureRefusal } from './signed-claims.js';
import { verifiedTokens } from './verified-tokens.js';

export type TabTokenRefusal = SignatureRefusal | 'version' | 'tenant' | 'appOnly' | 'scope' | 'client' | 'person';

/** Who is signed in to the tab. `roles` are Entra app roles (S-10); `name` is for display only and decides nothing (S-06). */
export type SignedInPerson = {
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly roles: readonly string[];
  readonly name: string;
  /** Somebody from outside who is invited here; to the product nobody unless 2:2 Coaching names them (S-04). */
  readonly guest: boolean;
};

export type TabTokenOptions = {
  readonly keys: KeySet;
  readonly clock: Clock;
  /** Origin of the Entra authority. */
  readonly entra: string;
  readonly tenantId: string;
  readonly tabAppId: string;
  /** Clients that may ask for such a token; for a guest, who is not in Teams here, the tab's own registration may as well. */
  readonly clientIds: readonly string[];
};

export type VerifyTabToken = (token: string) => Promise<Result<SignedInPerson, TabTokenRefusal>>;

/** The one scope of the tab's API. */
export const tabScope = 'access_as_user';

const shownSchema = z.object({ roles: z.array(z.string()).catch([]), name: z.string().catch('') });

/**
 * Guest or member: by `acct`, which the registration asks for (1 for a guest, 0 for a member). Where it is missing, whoever was proved by
 * another identity provider than this tenant is a guest (learn.microsoft.com, "Optional claims reference", "Access token claims reference").
 */
const isGuest = ({ acct, idp, iss, tid }: Readonly<Record<string, unknown>>): boolean =>
  acct === undefined ? ![undefined, iss, `https://sts.windows.net/${String(tid)}/`].includes(idp) : String(acct) !== '0';

/** Entra's v2.0 issuer of one tenant. */
export const entraIssuer = (entra: string, tenantId: string): string => `${entra}/${tenantId}/v2.0`;

/** Where the tenant's keys are announced. */
export const entraMetadata = (entra: string, tenantId: string): string =>
  `${entraIssuer(entra, tenantId)}/.well-known/openid-configuration`;

/** Checks a token for the tab's API by every condition of S-08; a refusal is a code for the log, never for the caller. */
export function createTabTokenCheck({ keys, clock, entra, tenantId, tabAppId, clientIds }: TabTokenOptions): VerifyTabToken {
  const expected = { issuer: entraIssuer(entra, tenantId), audience: tabAppId };
  const verified = verifiedTokens(keys, clock, expected);
  return async (token) => {
    const signed = await verified(token);
    if (!signed.ok) return signed;
    const { ver, tid, oid, scp, azp, idtyp } = signed.value.claims;
    if (ver !== '2.0') return err('version');
    if (tid !== tenantId) return err('tenant');
    if (idtyp === 'app') return err('appOnly');
    if (typeof scp !== 'string' || !scp.split(' ').includes(tabScope)) return err('scope');
    const guest = isGuest(signed.value.claims);
    if (typeof azp !== 'string' || !(clientIds.includes(azp) || (guest && azp === tabAppId))) return err('client');
    if (typeof oid !== 'string' || oid === '') return err('person');
    const { roles, name } = shownSchema.parse(signed.value.claims);
    return ok({ personId: personId(oid), tenantId, roles, name, guest });
  };
}
