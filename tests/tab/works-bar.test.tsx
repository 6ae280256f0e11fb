import type { Work } from '@coaching-pairs/shared/wire/parts';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { WorksBar } from '../../tab/src/pages/admin/round/works-bar.js';
import { overviewOf } from './fake/round.js';
import { peoplePartnerId, roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

const matching: Work = {
  ...{ id: 'w1', kind: 'draft-matches', state: 'running', done: 42, total: 100, text: 'Finding the best matches', mayGoOn: false },
};

const shown = (work: Work) => {
  const asked: string[] = [];
  const call = (route: { readonly path: string }) => {
    asked.push(route.path);
    return Promise.reject(new Error('Nothing is answered here.'));
  };
  const round = { ...overviewOf(roundAt('inviting'), peoplePartnerId), works: [work] };
  const page = render(overBot(<WorksBar round={round} />, call));
  return { page, asked };
};

it('a matching under way says how far it is, to eyes and to ears, and is stopped by a button', async () => {
  const { page, asked } = shown(matching);
  expect(page.getByRole('status').textContent).toBe('Finding the best matches');
  expect(page.getByText('42%').getAttribute('aria-hidden')).toBe('true');
  const bar = page.getByRole('progressbar', { name: 'Finding the best matches' });
  expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['42', '100']);
  fireEvent.click(page.getByRole('button', { name: 'Stop' }));
  await expect.poll(() => asked).toContain('/api/admin/rounds/{roundId}/works/{workId}/cancel');
});

it('what was stopped says so in words, and no share of it is left', () => {
  const { page } = shown({ ...matching, state: 'cancelled', text: 'Stopped. No matches were made, and everything is as it was.' });
  expect(page.getByRole('status').textContent).toBe('Stopped. No matches were made, and everything is as it was.');
  expect(page.queryByText('42%')).toBeNull();
});
