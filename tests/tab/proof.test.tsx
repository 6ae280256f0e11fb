import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Matches } from '../../tab/src/pages/admin/proof/report-parts.js';
import { SessionProvider } from '../../tab/src/session.js';
import { inventedLeaders } from './fake/people.js';

afterEach(cleanup);

const words = wordsFor('en-GB');
const people = inventedLeaders(500);
const report: ProofReport = {
  ...{ round: 'Spring', checkedAt: '2026-11-22T09:00:00.000Z', directoryAt: null, checks: [], exceptions: [], best: null },
  matches: Array.from({ length: 250 }, (_, place) => ({ members: people.slice(2 * place, 2 * place + 2), state: 'draft', holds: true })),
};

it('of a long report the first matches stand in the page, further ones at a press, and all of them on paper', () => {
  const call = () => Promise.reject(new Error('Nothing is asked here.'));
  const { container } = render(
    <SessionProvider value={{ words, call, zone: 'UTC', userId: 'me' }}>
      <Matches report={report} />
    </SessionProvider>,
  );
  const rows = (): number => container.querySelectorAll('tbody tr').length;
  expect([rows(), container.querySelector('h2')?.textContent]).toEqual([100, words.t('tab.proof.matches', { count: 250 })]);
  fireEvent.click(screen.getByText(words.t('tab.action.showMore', { count: 100 })));
  expect(rows()).toBe(200);
  fireEvent(window, new Event('beforeprint'));
  expect([rows(), container.querySelector('button')]).toEqual([250, null]);
  fireEvent(window, new Event('afterprint'));
  expect(rows()).toBe(100);
});
