import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ProposalNotes } from '../../tab/src/pages/admin/matching/draft-card.js';
import { PairedMatch } from '../../tab/src/pages/leader/paired-match.js';
import { SessionProvider } from '../../tab/src/session.js';
import { draftOf } from './fake/board.js';
import { inventedLeaders } from './fake/people.js';

afterEach(cleanup);

const textOf = (page: Parameters<typeof render>[0]): string => {
  const value = { words: wordsFor('en-GB'), call: () => Promise.reject(new Error('Nothing is asked here.')), zone: 'UTC', userId: 'me' };
  return render(<SessionProvider value={value}>{page}</SessionProvider>).container.textContent ?? '';
};

const people = inventedLeaders(3);
const noted = (count: number): string => {
  const proposal: BoardProposal = draftOf(people.slice(0, count));
  return textOf(<ProposalNotes roundId={null} proposal={proposal} />);
};

describe('a match of three', () => {
  it('is marked on the board, with how it meets and that all must say yes; a pair is not', () => {
    expect(noted(3)).toContain('A trio: it forms only when all three say yes. They meet for 75 minutes, a third of them for each.');
    expect(noted(2)).toBe('');
  });

  it('meets for 75 minutes once it is formed, where a pair meets for an hour', () => {
    const formed = (count: number) =>
      textOf(
        <PairedMatch match={{ kind: 'paired', partners: people.slice(0, count), formedAt: '2026-12-10T09:00:00.000Z' }} over={false} />,
      );
    expect(formed(2)).toContain('for 75 minutes each time: a third of them for each of you');
    expect(formed(1)).toContain('for an hour');
  });

  it('[CP-61] is nowhere promised half of the time to each', () => {
    const formed = (count: number) =>
      textOf(
        <PairedMatch match={{ kind: 'paired', partners: people.slice(0, count), formedAt: '2026-12-10T09:00:00.000Z' }} over={false} />,
      );
    expect(formed(2)).toContain('In a trio nobody outranks anybody');
    expect(formed(2)).not.toContain('half of the time');
    expect(formed(1)).toContain('each has half of the time');
  });
});
