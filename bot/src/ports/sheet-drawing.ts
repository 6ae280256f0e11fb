import type { Words } from '@coaching-pairs/shared/words/words';

/** The explainer of 2:2 Coaching on one page, as PDF (TT-11). */
export type SheetDrawing = (words: Words) => Promise<Uint8Array>;
