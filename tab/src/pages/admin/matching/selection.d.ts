import type { Board } from '@coaching-pairs/shared/wire/board';
/** What choosing these people on the board would do. */
export type Plan =
  | {
      readonly kind: 'one';
    }
  | {
      readonly kind: 'together';
    }
  /** Two people change places; `groups` are the matches that would come of it. */
  | {
      readonly kind: 'swap';
      readonly one: string;
      readonly other: string;
      readonly groups: readonly (readonly string[])[];
    }
  /** People without a match become one. */
  | {
      readonly kind: 'pair';
      readonly groups: readonly (readonly string[])[];
    };
/** What is meant by having chosen these people; null for nobody. */
export declare const planFor: (board: Board, chosen: readonly string[]) => Plan | null;
/** Who is chosen after a press on somebody: a swap takes two, a match by hand up to three who have none. */
export declare const chosenAfter: (board: Board, chosen: readonly string[], id: string) => readonly string[];
/** The people who can be chosen, by id. */
export declare const namesOn: (board: Board) => ReadonlyMap<string, string>;
