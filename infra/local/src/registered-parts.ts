import { clientPart } from './client/part.js';
import { connectorPart } from './connector/part.js';
import { graphPart } from './graph/part.js';
import type { CreatePart } from './parts.js';
import { vaultPart } from './vault/part.js';

/** Every room of the tenant, in the order in which it opens; the page's own files come last. */
export const registeredParts: readonly CreatePart[] = [graphPart, connectorPart, vaultPart, clientPart];
