import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ProposalNotes } from '../../tab/src/pages/admin/matching/draft-card.js';
import { PairedMatch } from '../../tab/src/pages/leader/paired-match.js';
import { SessionProvider } from '../../tab/src/session.js';
import { draftOf } from './fake/board.js';
import { inventedLeaders } from './fake/people.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const textOf = (page: Parameters<typeof render>[0]): string => {
  const value = { words: wordsFor('en-GB'), call: () => Promise.reject(new Error('Nothing is asked here.')), zone: 'UTC', userId: 'me' };
  return render(<SessionProvider value={value}>{page}</SessionProvider>).container.textContent ?? '';
};

const people = inventedLeaders(3);
const start = '2027-01-12T10:00:00.000Z';

/** The match of somebody whose pair or trio has these sessions. */
const pairOf = (partners: number, sessions: readonly { readonly held: boolean }[], atAwayday = false) => {
  const call = () =>
    Promise.resolve({ sessions: sessions.map((one, place) => ({ ...one, id: `s${place}`, start, pending: null, mine: false })) });
  const match = { kind: 'paired', partners: people.slice(0, partners), formedAt: '2026-12-10T09:00:00.000Z' } as const;
  return render(overBot(<PairedMatch match={match} over={false} atAwayday={atAwayday} roundId="r1" />, call));
};
const noted = (count: number): string => {
  const proposal: BoardProposal = draftOf(people.slice(0, count));
  return textOf(<ProposalNotes roundId={null} proposal={proposal} />);
};

describe('a match of three', () => {
  it('is marked on the board, with how it meets and that all must say yes; a pair is not', () => {
    expect(noted(3)).toContain('A trio: it forms only when all three say yes. They meet for 75 minutes, a third of them for each.');
    expect(noted(2)).toBe('');
  });

  it('[CP-61] meets for 75 minutes once it is formed, where a pair meets for an hour, and is nowhere promised half of the time to each', async () => {
    pairOf(2, []);
    await screen.findByText(/for 75 minutes each time: a third of them for each of you/u);
    expect(document.body.textContent).toContain('In a trio nobody outranks anybody');
    expect(document.body.textContent).not.toContain('half of the time');
    cleanup();
    pairOf(1, []);
    await screen.findByText(/for an hour/u);
    expect(document.body.textContent).toContain('each has half of the time');
  });
});

describe('what comes next', () => {
  it('is how to begin, then what the next meeting is about, and nothing of meetings once the Awayday has come', async () => {
    pairOf(1, [{ held: false }]);
    await screen.findByText(/^Say hello/u);
    expect(screen.queryByText(/^Book all six/u)).toBeNull();
    cleanup();
    pairOf(1, [{ held: true }, { held: true }, { held: false }]);
    await screen.findByText('Meeting 3: Use what you already have');
    expect(screen.queryByText(/^Say hello/u)).toBeNull();
    expect(screen.getByRole('link', { name: 'Open the guide' }).getAttribute('href')).toBe('/round/r1/guides/meeting-3');
    cleanup();
    pairOf(1, [{ held: true }], true);
    await screen.findByRole('button', { name: 'Your sessions' });
    expect(screen.queryByText('What comes next')).toBeNull();
  });
});
