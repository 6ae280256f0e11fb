import type { Agreement } from '@coaching-pairs/shared/agreement/agreement';
import type { Sealed } from './sealing.js';

/** Which version of which pair's agreement a row is; all of it that is not sealed. */
export type AgreementName = Pick<Agreement, 'pairId' | 'version'>;

/** One version as it is stored: who wrote and confirmed it, when, and every word of it are sealed with the pair's own key (C-07). */
export type SealedAgreement = AgreementName & { readonly sealed: Sealed };
