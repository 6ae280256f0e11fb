import type { PairId } from '@coaching-pairs/shared/ids';
import type { RhythmSheet } from '@coaching-pairs/shared/progress/rhythm-share';
import * as z from 'zod';
import { codecOf, idText } from './codec.js';

const pairIds = z.array(idText<PairId>());
const sheet: z.ZodType<RhythmSheet> = z.object({ pairIds, on: pairIds });

export const rhythmRow = codecOf(sheet, 1);
