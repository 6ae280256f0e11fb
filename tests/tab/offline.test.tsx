import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AskedView } from '../../tab/src/components/asked-view.js';
import { FaultBar } from '../../tab/src/components/fault-bar.js';
import { keys } from '../../tab/src/data/keys.js';
import { useAsked } from '../../tab/src/data/use-asked.js';
import { useChange } from '../../tab/src/data/use-change.js';
import { Refusal } from '../../tab/src/refusal.js';
import { overBot } from './over-bot.js';

configure({ asyncUtilTimeout: 10_000 });

/** What the browser tells a page whose network goes or comes. */
const network = (is: 'online' | 'offline'): void => void window.dispatchEvent(new Event(is));

afterEach(() => {
  network('online');
  cleanup();
});

const unreachable = wordsFor('en-GB').t('tab.fault.unreachable');
/** Nobody has answered; with a status that is not tried again by itself, so that no test waits for that. */
const nobody = new Refusal({ code: 'unreachable', status: 500 });

const Pressing = () => {
  const change = useChange(routes.announceKickOff);
  return (
    <>
      {change.error !== null && <FaultBar fault={change.error} />}
      <button
        type="button"
        disabled={change.isPending}
        onClick={() => change.mutate({ params: { roundId: 'r1' }, body: { on: '2026-11-27' } })}
      >
        Call the kick-off
      </button>
    </>
  );
};

const Rounds = () => <AskedView asked={useAsked(routes.rounds, { key: keys.rounds })}>{() => <p>All rounds</p>}</AskedView>;

it('a button pressed without a network says so, can be pressed again, and does nothing by itself later', async () => {
  let calls = 0;
  const bot = () => {
    calls += 1;
    return Promise.reject(nobody);
  };
  render(overBot(<Pressing />, bot));
  network('offline');
  const button = screen.getByRole<HTMLButtonElement>('button');
  fireEvent.click(button);
  expect((await screen.findByRole('alert')).textContent).toContain(unreachable);
  expect(button.disabled).toBe(false);
  const asked = calls;
  network('online');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls).toBe(asked);
});

it('a page opened without a network says so, and is there by itself once the network is', async () => {
  let isThere = false;
  const bot = () => (isThere ? Promise.resolve({ rounds: [] }) : Promise.reject(nobody));
  const page = render(overBot(<p>My round</p>, bot));
  network('offline');
  page.rerender(overBot(<Rounds />, bot));
  expect((await screen.findByRole('alert')).textContent).toContain(unreachable);
  isThere = true;
  network('online');
  await screen.findByText('All rounds');
});
