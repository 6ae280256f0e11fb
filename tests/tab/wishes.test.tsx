import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { MyWishes } from '@coaching-pairs/shared/wire/wishes';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { WishesOffer } from '../../tab/src/pages/leader/wishes/wishes-offer.js';
import { WishesPage } from '../../tab/src/pages/leader/wishes/wishes-page.js';
import { roundWith } from '../bot/cards/every-card.js';
import { inventedLeaders } from './fake/people.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

/** In milliseconds: a page takes longer to stand there where much else is going on. */
const patience = 20_000;
configure({ asyncUtilTimeout: patience });

const [ada, ben, cleo] = inventedLeaders(3) as [Named, Named, Named];
const people = [ada, ben, cleo];

/** The page over a bot that keeps two lists. */
const shown = (page: Parameters<typeof render>[0], own: Partial<MyWishes> = {}) => {
  let kept: MyWishes = { open: true, closely: [], trusted: [], ...own };
  const saved: unknown[] = [];
  const call = (route: unknown, { body }: { readonly body?: unknown }) => {
    if (route === routes.myWishes) return Promise.resolve(kept);
    if (route !== routes.saveWishes) return Promise.reject(new Error('Nothing else is answered here.'));
    const { closely, trusted } = body as { readonly closely: string[]; readonly trusted: string[] };
    saved.push({ closely, trusted });
    const of = (ids: readonly string[]): Named[] => people.filter(({ id }) => ids.includes(id));
    kept = { ...kept, closely: of(closely), trusted: of(trusted) };
    return Promise.resolve(kept);
  };
  render(overBot(page, call));
  return saved;
};

it('[CP-24c] a name that is removed is gone at once, and comes back when that is undone', async () => {
  const saved = shown(<WishesPage roundId="r1" />, { trusted: [ada, ben] });
  const list = await screen.findByRole('list', { name: 'Whom you would trust' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  fireEvent.click(within(list).getByRole('button', { name: `Remove ${ada.name}` }));
  await expect.poll(() => saved, { timeout: patience }).toEqual([{ closely: [], trusted: [ben.id] }]);
  fireEvent.click(await screen.findByRole('button', { name: /Undo/u }));
  await expect.poll(() => saved.at(-1), { timeout: patience }).toEqual({ closely: [], trusted: [ada.id, ben.id] });
});

it('[C-01] each list says that only its author reads it; once closed, names can be removed and not added', async () => {
  shown(<WishesPage roundId="r1" />, { open: false, closely: [cleo] });
  expect(await screen.findAllByText('Only you')).toHaveLength(2);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByRole('button', { name: `Remove ${cleo.name}` })).toBeDefined();
});

it('five names are the most, which the list says instead of asking for a sixth', async () => {
  const five = [...people, ...inventedLeaders(5).slice(3)];
  shown(<WishesPage roundId="r1" />, { trusted: five });
  expect(await screen.findByText(/You have named 5, the most there can be/u)).toBeDefined();
  expect(screen.getAllByRole('combobox')).toHaveLength(1);
});

const joined = (own: Partial<MyRound>): MyRound => roundWith({ id: `r-${own.state}`, answer: 'joined', ...own });

it('the offer is skipped by one tap, after which a way to it stays; it is made only while people join', () => {
  shown(<WishesOffer round={joined({ state: 'inviting' })} />);
  fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
  expect(screen.queryByText('Two private wishes, if you like')).toBeNull();
  const way = screen.getByRole('link', { name: 'Your wishes' });
  expect(way.getAttribute('href')).toBe('/round/r-inviting/wishes');
  expect(document.activeElement).toBe(way);
  cleanup();
  shown(<WishesOffer round={joined({ state: 'proposed' })} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('link', { name: 'Your wishes' })).toBeDefined();
  cleanup();
  shown(<WishesOffer round={{ ...joined({ state: 'inviting' }), answer: 'none' }} />);
  expect(screen.queryByRole('link')).toBeNull();
});
