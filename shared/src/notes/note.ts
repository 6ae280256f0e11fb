import type { Instant, NoteId, OperationId, PairId, RoundId } from '../ids.js';

/** What somebody writes for themselves, and for their partner only where they say so. */
export const noteKinds = ['note', 'challenge', 'step', 'take-away'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The sheet that is taken along to the Awayday follows its feedback guide (CP-83). */
export type NoteContent =
  | { readonly kind: 'note' | 'challenge'; readonly heading: string; readonly text: string }
  | { readonly kind: 'step'; readonly text: string; readonly done: boolean }
  | { readonly kind: 'take-away'; readonly takeAways: string; readonly moreConfident: string; readonly stillImproving: string };

/** With whom it is shared: whoever belongs to that pair while it lasts. */
export type SharedIn = { readonly roundId: RoundId; readonly pairId: PairId };

export type Note = {
  readonly id: NoteId;
  readonly content: NoteContent;
  /** Null: nobody but its author reads it. */
  readonly sharedIn: SharedIn | null;
  readonly changedAt: Instant;
  /** The change that made it what it is; whoever asks for the same again is told that it was done. */
  readonly opId: OperationId;
};

/** Letters a field may hold, in UTF-16 units, and notes one person may keep. */
export const noteLimits = { heading: 200, text: 20_000, step: 500, notes: 300 } as const;

/** An empty note of its kind. */
export const blankNote = (kind: NoteKind): NoteContent => {
  if (kind === 'step') return { kind, text: '', done: false };
  if (kind === 'take-away') return { kind, takeAways: '', moreConfident: '', stillImproving: '' };
  return { kind, heading: '', text: '' };
};

const textsOf = (content: NoteContent): readonly string[] => {
  if (content.kind === 'step') return [content.text];
  if (content.kind === 'take-away') return [content.takeAways, content.moreConfident, content.stillImproving];
  return [content.heading, content.text];
};

/** Whether nothing at all is written in it. */
export const isBlank = (content: NoteContent): boolean => textsOf(content).every((text) => text.trim() === '');

const sameText = (one: NoteContent, other: NoteContent): boolean => textsOf(one).join('\n\u0000') === textsOf(other).join('\n\u0000');

/** Whether two contents say the same. */
export const saysTheSame = (one: NoteContent, other: NoteContent): boolean =>
  one.kind === other.kind && sameText(one, other) && (one.kind !== 'step' || other.kind !== 'step' || one.done === other.done);

/** By what a note is called in a list: its heading, else the beginning of its text; empty where nothing is written. */
export const nameOfNote = (content: NoteContent): string => {
  const [first = ''] = textsOf(content)
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return first.length > 80 ? `${first.slice(0, 79).trimEnd()}…` : first;
};
