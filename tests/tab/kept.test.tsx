import type { Insights } from '@coaching-pairs/shared/wire/closing';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { KeptSection } from '../../tab/src/pages/admin/closing/kept-section.js';
import { InsightsPage } from '../../tab/src/pages/insights/insights-page.js';
import { PrivacyPage } from '../../tab/src/pages/resources/privacy-pages.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const round = (state: RoundOverview['state'], kept: RoundOverview['kept']) => ({ id: 'r1', state, kept }) as RoundOverview;

/** Over a bot that gives each change back as it was asked for, and has a wall that was not put up. */
const shown = (page: Parameters<typeof render>[0]) => {
  const sent: unknown[] = [];
  const call = (route: unknown, { body }: { readonly body?: unknown } = {}) => {
    if (route === routes.insights) return Promise.resolve({ open: false, mayAdd: false, insights: [] } satisfies Insights);
    if (route === routes.resources) return Promise.resolve({ appId: 'the-app', rounds: [] });
    sent.push(body);
    return Promise.resolve(round('active', { days: 14, most: 14, until: null }));
  };
  render(overBot(page, call));
  return sent;
};
const days = () => screen.getByRole('spinbutton', { name: /Days after the round is closed/u });
const save = () => screen.getAllByRole('button', { name: 'Save' }).at(-1) ?? expect.unreachable();

it('[C-10] an administrator chooses fewer days after being asked, and never more than people were told', async () => {
  const sent = shown(<KeptSection round={round('active', { days: 30, most: 30, until: null })} />);
  for (const wrong of ['31', '6', '', '9.5']) {
    fireEvent.change(days(), { target: { value: wrong } });
    expect(save().getAttribute('aria-disabled'), wrong).toBe('true');
  }
  expect(screen.getByText(/it can be made shorter and not longer/u)).toBeDefined();
  fireEvent.change(days(), { target: { value: '14' } });
  fireEvent.click(save());
  await screen.findByText('Keep it for 14 days?');
  fireEvent.click(save());
  await screen.findByText('Pairs keep what they share for 14 days.');
  expect(sent).toMatchObject([{ keptDays: 14 }]);
});

it('[C-10] in a closed round the last day is told and nothing can be chosen; nor is there less than the least', () => {
  shown(<KeptSection round={round('closed', { days: 30, most: 30, until: '2027-08-11' })} />);
  expect(screen.getByText(/Pairs keep what they share until .*11 August 2027/u)).toBeDefined();
  expect(screen.queryByRole('spinbutton')).toBeNull();
  cleanup();
  shown(<KeptSection round={round('active', { days: 7, most: 7, until: null })} />);
  expect(screen.getByText('In this round 7 days, which is the least there can be.')).toBeDefined();
  expect(screen.queryByRole('spinbutton')).toBeNull();
});

it('[C-11] the privacy notice is read in the tab as a table of what is kept, with its headings', () => {
  shown(<PrivacyPage />);
  expect(screen.getByRole('table', { name: 'What is kept, who reads it, and for how long' })).toBeDefined();
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['What', 'Who reads it', 'How long it is kept']);
  expect(screen.getAllByRole('row').length).toBeGreaterThan(10);
  expect(document.body.textContent).not.toContain('[');
});

it('[CP-84] until it is put up there is no insights wall, and nothing to write on', async () => {
  shown(<InsightsPage roundId="r1" />);
  await screen.findByText('There is no wall in this round now.');
  expect(screen.queryByRole('textbox')).toBeNull();
});
