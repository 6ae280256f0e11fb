import { refusalText } from '@coaching-pairs/bot/workflows/refusal-text';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';

const words = wordsFor('en');
const naming = { words, nameOf: (id: PersonId) => id, reader: { kind: 'organiser' } } as const;

describe('what is said of a matching without a result', () => {
  it('is what became of it, and that nothing was changed', () => {
    const said = (['stopped', 'matching-broke-off', 'matching-out-of-memory'] as const).map((code) => refusalText(naming, { code }));
    expect(new Set(said).size).toBe(3);
    for (const text of said) expect(text).toContain('No matches were made and nothing was changed.');
    expect(said[0]).toBe('Finding the matches was stopped. No matches were made and nothing was changed.');
  });
});
