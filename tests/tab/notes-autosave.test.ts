import type { NoteContent } from '@coaching-pairs/shared/notes/note';
import type { NoteView } from '@coaching-pairs/shared/wire/notes';
import { describe, expect, it } from 'vitest';
import { newAutosave } from '../../tab/src/pages/leader/notes/autosave.js';
import { Refusal } from '../../tab/src/refusal.js';

const note = (text: string): NoteContent => ({ kind: 'note', heading: '', text });

/** A stored note on a bot made of memory, and another device that may write to it; time passes when it is told to. */
const desk = (text: string | null) => {
  let made = 0;
  const view = (content: NoteContent, changedAt = `2026-11-20T09:00:0${made}.000Z`): NoteView => {
    made += 1;
    return { id: 'n', version: `v${made}`, content, sharedWith: [], changedAt };
  };
  let there: NoteView | null = text === null ? null : view(note(text));
  let failure: Refusal | null = null;
  let losesAnswers = false;
  let due: (() => void) | null = null;
  const sent: string[] = [];
  const autosave = newAutosave(
    {
      send: async (stored, content) => {
        sent.push(content.kind === 'note' ? content.text : '');
        if (failure !== null) throw failure;
        if (stored?.version !== there?.version) throw new Refusal({ code: there === null ? 'not-found' : 'note-changed', status: 409 });
        there = view(content);
        if (losesAnswers) throw new Refusal({ code: 'unreachable', status: 0 });
        return there;
      },
      read: async () => there,
      later: (_milliseconds, run) => {
        due = run;
        return () => {
          due = null;
        };
      },
    },
    { content: there?.content ?? note(''), stored: there },
  );
  return {
    ...autosave,
    sent,
    writes: (words: string): void => autosave.change(note(words)),
    passes: async (): Promise<void> => {
      due?.();
      await autosave.save();
    },
    isPlanned: (): boolean => due !== null,
    there: (): NoteView | null => there,
    elsewhere: (words: string | null): void => {
      there = words === null ? null : view(note(words));
    },
    shared: (): void => {
      if (there !== null) there = { ...view(there.content, there.changedAt) };
    },
    fails: (next: Refusal | null): void => {
      failure = next;
    },
    loses: (next: boolean): void => {
      losesAnswers = next;
    },
  };
};

describe('saving by itself', () => {
  it('stores a new note with its first letter, and one call at a time what is written on', async () => {
    const at = desk(null);
    at.writes('  ');
    await at.passes();
    expect(at.sent).toEqual([]);
    at.writes('A');
    at.writes('As');
    await at.passes();
    at.writes('Ask');
    expect(at.draft().state).toBe('waiting');
    await at.passes();
    expect([at.sent, at.draft().state]).toEqual([['As', 'Ask'], 'saved']);
    expect(at.isPlanned()).toBe(false);
  });

  it('keeps what could not be stored, tries again by itself, and tells when it was stored after all', async () => {
    const at = desk('before');
    at.fails(new Refusal({ code: 'vault-away', status: 503 }));
    at.writes('after');
    await at.passes();
    expect([at.draft().state, at.draft().content, at.isPlanned()]).toEqual(['failed', note('after'), true]);
    expect(await at.flush()).toBe(false);
    at.fails(null);
    expect(await at.flush()).toBe(true);
    expect([at.draft().state, at.there()?.content]).toEqual(['saved', note('after')]);
  });

  it('[R-11] a lost answer is no conflict with oneself', async () => {
    const at = desk('before');
    at.loses(true);
    at.writes('first');
    await at.passes();
    expect(at.draft().state).toBe('failed');
    at.loses(false);
    at.writes('first and second');
    await at.passes();
    await at.passes();
    expect(at.draft().state).toBe('saved');
    expect(at.there()?.content).toEqual(note('first and second'));
  });

  it('[R-12] another device’s words are never overwritten before the reader has chosen', async () => {
    for (const [whose, wanted] of [
      ['mine', 'from here'],
      ['theirs', 'from there'],
    ] as const) {
      const at = desk('before');
      at.elsewhere('from there');
      at.writes('from here');
      await at.passes();
      expect([at.draft().state, at.draft().theirs?.content, at.there()?.content]).toEqual([
        ...['conflict', note('from there')],
        note('from there'),
      ]);
      at.writes('from here');
      await at.passes();
      expect(at.sent).toHaveLength(1);
      await at.keep(whose);
      expect([at.draft().state, at.draft().content, at.there()?.content]).toEqual(['saved', note(wanted), note(wanted)]);
    }
  });

  it('a note that was shared elsewhere meanwhile, and says the same, is simply stored', async () => {
    const at = desk('before');
    at.shared();
    at.writes('after');
    await at.passes();
    await at.passes();
    expect([at.draft().state, at.there()?.content]).toEqual(['saved', note('after')]);
  });

  it('a note that was deleted elsewhere can be kept as a new one', async () => {
    const at = desk('before');
    at.elsewhere(null);
    at.writes('after');
    await at.passes();
    expect(at.draft().state).toBe('gone');
    await at.keep('mine');
    expect([at.draft().state, at.there()?.content]).toEqual(['saved', note('after')]);
  });

  it('what another device has written is taken over while nothing is being written here', () => {
    const at = desk('before');
    at.elsewhere('newer');
    const there = at.there();
    if (there !== null) at.offer(there);
    expect(at.draft().content).toEqual(note('newer'));
    at.writes('mine');
    at.elsewhere('newest');
    const later = at.there();
    if (later !== null) at.offer(later);
    expect(at.draft().content).toEqual(note('mine'));
  });
});
