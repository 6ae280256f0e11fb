import type { ProofReport } from '@coaching-pairs/shared/wire/proof';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Report } from '../../tab/src/pages/admin/proof/proof-page.js';
import { proofMatchesOf, proofOf, wholeProofOf } from './fake/board.js';
import { inventedLeaders } from './fake/people.js';
import { roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const { t } = wordsFor('en-GB');
const people = inventedLeaders(500);
const draft = (place: number, state: 'draft' | 'being-reworked' = 'draft') => ({
  ...{ id: `p-${place}`, members: people.slice(2 * place, 2 * place + 2), reasons: [], links: [], locked: false, byHand: false },
  ...{ fresh: false, leansOn: null, unconfirmed: false, state, answerBy: null, mayWithdraw: false, acceptedBy: [], declinedBy: null },
});
const round = { ...roundAt('matching'), proposals: Array.from({ length: 250 }, (_none, place) => draft(place)) };

const shown = (report: ProofReport) => {
  const asked: string[] = [];
  const call = async ({ path }: { readonly path: string }, { query = {} }: { readonly query?: Readonly<Record<string, string>> } = {}) => {
    asked.push(path.split('/').at(-1) ?? '');
    return path.endsWith('whole') ? wholeProofOf(round) : proofMatchesOf(round, query.after);
  };
  const { container } = render(overBot(<Report roundId={round.id} report={report} />, call));
  return { asked, container, rows: (): number => container.querySelectorAll('tbody tr').length };
};

it('of a long report the first matches stand in the page, further ones are asked for at a press', async () => {
  const { asked, rows } = shown(proofOf(round));
  expect([rows(), screen.queryByText(t('tab.proof.matches', { count: 250 })) === null]).toEqual([100, false]);
  for (const [count, after] of [
    [100, 200],
    [50, 250],
  ] as const) {
    fireEvent.click(await screen.findByText(t('tab.action.showMore', { count })));
    await expect.poll(rows).toBe(after);
  }
  expect(screen.queryByText(/more$/u)).toBeNull();
  expect(asked.filter((path) => path === 'whole')).toEqual([]);
});

it('to be printed it is asked for whole; printed by the browser itself it says how much is missing', async () => {
  const { asked, rows } = shown(proofOf(round));
  await expect.poll(() => asked).toEqual(['matches']);
  fireEvent(window, new Event('beforeprint'));
  expect([rows(), screen.queryByText(t('tab.proof.notAll', { shown: 100, total: 250 })) === null]).toEqual([100, false]);
  fireEvent(window, new Event('afterprint'));
  const onPaper: number[] = [];
  vi.stubGlobal('print', () => {
    fireEvent(window, new Event('beforeprint'));
    onPaper.push(rows());
    fireEvent(window, new Event('afterprint'));
  });
  fireEvent.click(screen.getByRole('button', { name: t('tab.proof.print') }));
  await expect.poll(() => onPaper).toEqual([250]);
  expect([rows(), asked.filter((path) => path === 'whole')]).toEqual([100, ['whole']]);
});

it('a short report is whole from the start, and nothing more is asked', () => {
  const few = { ...round, proposals: [draft(0), draft(1, 'being-reworked')] };
  const { asked, rows } = shown(proofOf(few));
  expect([rows(), asked]).toEqual([1, []]);
});
