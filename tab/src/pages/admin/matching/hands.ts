import type { PointerEvent } from 'react';
import type { Dragged } from './use-dragging.js';

/** What people on the board are told of the hand that works there, and what they tell it. */
export type Hands = {
  /** Who is chosen for a change. */
  readonly chosen: readonly string[];
  readonly dragged: Dragged | null;
  readonly onHold: (id: string) => (event: PointerEvent<HTMLElement>) => void;
  /** The keyboard comes by, or has gone. */
  readonly onPass: (id: string | null) => void;
  readonly onChoose: (id: string, byKeyboard: boolean) => void;
};
