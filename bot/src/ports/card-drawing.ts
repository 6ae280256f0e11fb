import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { PreviewedKind } from '@coaching-pairs/shared/wire/opening';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { CardJson } from './sender.js';

/** The card of a message about a round, as its reader would have it; nothing is sent. */
export type CardDrawing = (words: Words, kind: PreviewedKind, round: MyRound) => CardJson;
