import * as z from 'zod';
import type { WrappedKey } from '../../ports/sealing.js';
import { codecOf } from '../rows/codec.js';

export const dataKeysPartition = 'data-keys';

/** A data key as it is stored; of no use to whoever has not the vault. */
export type DataKey = { readonly id: string; readonly wrapped: WrappedKey };

const wrapped = z.object({ version: z.string(), value: z.string() });

export const dataKeyRow = codecOf<DataKey>(z.object({ id: z.string(), wrapped }), 1);
