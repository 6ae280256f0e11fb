import { type Instant, instant } from '../ids.js';
import type { NoteContent } from '../notes/note.js';
import type { Words } from './words.js';

type Written = { readonly content: NoteContent; readonly changedAt: string; readonly sharedWith: readonly { readonly name: string }[] };

const linesOf = ({ t }: Words, content: NoteContent): readonly string[] => {
  if (content.kind === 'step') return [`[${content.done ? 'x' : ' '}] ${content.text}`];
  if (content.kind === 'take-away')
    return (['takeAways', 'moreConfident', 'stillImproving'] as const).flatMap((name) => [
      `${t(`tab.notes.field.${name}`)}:`,
      content[name],
    ]);
  return content.heading === '' ? [content.text] : [content.heading, '', content.text];
};

/** Notes as one text that can be read without any program; times stand in `zone` (IANA). */
export const notesText = (words: Words, zone: string, notes: readonly Written[]): string =>
  notes
    .map(({ content, changedAt, sharedWith }) => {
      const at: Instant = instant(changedAt);
      const names = words.list(sharedWith.map(({ name }) => name));
      const audience = names === '' ? words.t('tab.notes.audience.alone') : words.t('tab.notes.audience.shared', { names });
      const top = `${words.t(`tab.notes.kind.${content.kind}`)} · ${words.t('tab.notes.changed', { when: words.dateTime(at, zone) })} · ${audience}`;
      return [top, '', ...linesOf(words, content)].join('\n');
    })
    .join('\n\n----\n\n')
    .concat('\n');
