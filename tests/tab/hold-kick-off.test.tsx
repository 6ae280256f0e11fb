import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { HoldKickOff } from '../../tab/src/pages/admin/round/hold-kick-off.js';
import { overviewOf } from './fake/round.js';
import { roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
configure({ asyncUtilTimeout: 10_000 });

const shown = (round = overviewOf(roundAt('kick-off'), 'me'), userId = 'me') => {
  render(overBot(<HoldKickOff round={round} />, async () => round, { userId }));
  return screen.getByLabelText<HTMLTextAreaElement>(/^Our common approach/u);
};

it('[CP-10] what is being written of the kick-off is there again when the page was left, for the same person, until it is recorded', async () => {
  fireEvent.change(shown(), { target: { value: 'We keep our dates.' } });
  cleanup();
  expect(shown(undefined, 'you').value).toBe('');
  cleanup();
  expect(shown().value).toBe('We keep our dates.');
  fireEvent.click(screen.getByText('It was held'));
  await screen.findByText('The kick-off is recorded.');
  cleanup();
  expect(shown().value).toBe('');
});
