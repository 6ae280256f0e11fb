import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { latePage } from '../../tab/src/components/late.js';
import { Refusal } from '../../tab/src/refusal.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const words = wordsFor('en-GB');

const Found = ({ roundId }: { readonly roundId: string }) => <h1>Everybody of {roundId}</h1>;

/** A page whose first loads fail, in front of a bot that cannot be reached either. */
const shown = (failures: number) => {
  const asked: unknown[] = [];
  let loads = 0;
  const PeoplePage = latePage('people', () => {
    loads += 1;
    return loads > failures ? Promise.resolve(Found) : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  });
  const call = (route: unknown) => {
    asked.push(route);
    return Promise.reject(new Refusal({ code: 'unreachable', status: 0 }));
  };
  const page = render(overBot(<PeoplePage roundId="r1" />, call));
  return { page, asked, loads: () => loads };
};

const again = (): void => void fireEvent.click(screen.getByRole('button', { name: words.t('tab.action.tryAgain') }));

it('a page that is fetched when somebody goes there shows grey lines, and then itself', async () => {
  const { page, loads } = shown(0);
  expect(page.container.querySelector(`[aria-label="${words.t('tab.loading')}"]`)).not.toBeNull();
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Everybody of r1');
  expect(loads()).toBe(1);
});

it('where it cannot be had that is said, and it is tried again by a button; without the bot the window stays as it is', async () => {
  const { asked, loads } = shown(2);
  expect((await screen.findByRole('alert')).textContent).toContain(words.t('tab.fault.partMissing'));
  expect([asked, loads()]).toEqual([[], 1]);
  again();
  await expect.poll(() => asked).toEqual([routes.me]);
  expect((await screen.findByRole('alert')).textContent).toContain(words.t('tab.fault.partMissing'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(words.t('tab.fault.partMissingTitle'));
  again();
  await screen.findByText('Everybody of r1');
  expect([asked.length, loads()]).toEqual([1, 3]);
});
