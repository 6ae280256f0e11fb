import type { Instant, PersonId } from '../ids.js';

/** Every piece of guidance to which the organisers may add a note of the house (CP-95): rules, elements, session guides, skill cards. */
export const guidePlaces = [
  ...(['rules', 'elements'] as const),
  ...(['get-ready', 'meeting-1', 'meeting-2', 'meeting-3', 'meeting-4', 'meeting-5', 'meeting-6', 'free'] as const),
  ...(['questions', 'listening', 'fixing', 'heavy', 'rank', 'feedback'] as const),
] as const;
export type GuidePlace = (typeof guidePlaces)[number];

/** A note of the organisers beside the guidance; everybody in the round reads it, with the day it was written. */
export type HouseNote = { readonly about: GuidePlace; readonly text: string; readonly by: PersonId; readonly at: Instant };

/** Writes a note, in the place of the one before; an empty text takes it away. What is written as it was keeps its day. */
export const writeNote = (notes: readonly HouseNote[], note: HouseNote): readonly HouseNote[] => {
  const text = note.text.trim();
  if (text === (notes.find(({ about }) => about === note.about)?.text ?? '')) return notes;
  const others = notes.filter(({ about }) => about !== note.about);
  return text === '' ? others : [...others, { ...note, text }];
};
