import type { Json } from '../ports/store.js';
import type { WorkEnd } from '../ports/works.js';
import type { Refusal } from './refusal.js';

const asJson = (refusal: Refusal): Json => JSON.parse(JSON.stringify(refusal));

/** Work that ends with a refusal, kept as data so that the tab can put it into words. */
export const refused = (refusal: Refusal): WorkEnd => ({ kind: 'failed', refusal: asJson(refusal) });
