import type { Instant, PersonId } from '../ids.js';

/** The sheets that organisers work with (mission 3F), in the order of use; `kit.<name>.title` and `kit.<name>.text` are their words. */
export const kitSheets = [
  'invitation',
  'kick-off',
  'declining',
  'send-round',
  'nomination',
  'awayday-full',
  'awayday-half',
  'feedback',
  'insights',
  'next-round',
] as const;
export type KitSheet = (typeof kitSheets)[number];

/** Characters of one sheet. */
export const longestSheet = 4_000;

/** A sheet as an administrator has rewritten it for one round. */
export type KitText = { readonly sheet: KitSheet; readonly text: string; readonly by: PersonId; readonly at: Instant };

/** Rewrites a sheet; an empty text brings the original back. What is written as it was keeps its author and its day. */
export const writeSheet = (kit: readonly KitText[], written: KitText): readonly KitText[] => {
  const text = written.text.trim();
  if (text === (kit.find(({ sheet }) => sheet === written.sheet)?.text ?? '')) return kit;
  const others = kit.filter(({ sheet }) => sheet !== written.sheet);
  return text === '' ? others : [...others, { ...written, text }];
};
