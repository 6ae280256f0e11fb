import { routes } from '@coaching-pairs/shared/wire/routes';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GuestPages } from '../../tab/src/pages/guest/guest-pages.js';
import { MyDataPage } from '../../tab/src/pages/leader/my-data/my-data-page.js';
import { OutsidePage } from '../../tab/src/pages/outside-page.js';
import { noteHandlers } from './fake/notes.js';
import { inventedLeaders } from './fake/people.js';
import { coachEntry } from './fake/two-two.js';
import { meOf, type World } from './fake/world.js';
import { overBot } from './over-bot.js';
import { click, heading, twoTwoOver } from './two-two-stage.js';

const [viewer] = inventedLeaders(1);
if (viewer === undefined) throw new Error('nobody was invented');
const external = { mail: 'gina@example.com', hasAccount: false, functionName: null };

let world: World;
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  world = { rounds: [], everybody: [viewer], groups: [], administrators: new Set() };
});
afterEach(cleanup);

const asGuest = (path: string, twoTwo: World['twoTwo']) => {
  Object.assign(world, { guest: true, twoTwo });
  window.history.replaceState(null, '', path);
  return twoTwoOver(world).shown(<GuestPages />, viewer);
};

it('[S-04] a guest who coaches has their engagements and their data, and no way to enquire; every other page leads there', async () => {
  asGuest('/notes', { on: true, coordinator: false, coach: true });
  expect(await heading('My 2:2 Coaching', 1)).toBeDefined();
  expect(window.location.pathname).toBe('/2-2/engagements');
  const places = within(screen.getByRole('navigation', { name: 'Where you are' })).getAllByRole('link');
  expect(places.map(({ textContent }) => textContent)).toEqual(['2:2 Coaching', 'My data']);
  expect(screen.queryByRole('button', { name: /Enquire/u })).toBeNull();
  // In Teams there is nothing to be signed out of.
  expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
});

it('[S-04] any other guest reads that there is nothing, in words that tell nothing', async () => {
  asGuest('/2-2', null);
  expect(await heading('There is nothing here for this account', 1)).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
  expect(document.body.textContent).not.toContain('2:2');
});

it('[S-04] outside Teams guests are asked to sign in; in a frame of another page nobody is', async () => {
  const words = wordsFor('en-GB');
  const signIn = () => Promise.reject(new Error('refused'));
  const { rerender } = render(<OutsidePage words={words} outside={{ theme: 'light', signIn, hasFailed: false }} />);
  expect(screen.queryByRole('alert')).toBeNull();
  await click('Sign in as a guest');
  expect((await screen.findByRole('alert')).textContent).toContain('Signing in did not work');
  rerender(<OutsidePage words={words} outside={{ theme: 'light', signIn: null, hasFailed: false }} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('[S-04] a coordinator looks for the account of somebody from outside, reads why there is none, and then where they sign in', async () => {
  const coaches = [coachEntry('gina', 'Gina Roy', external), coachEntry('hal', 'Hal Moss', { ...external, mail: 'nobody@example.com' })];
  world.twoTwoState = { switch: { on: true, by: null, at: null }, coaches, suggestion: null };
  const at = (id: string) => twoTwoOver(world).at(`/2-2/coordinator/coaches/${id}`, viewer, { on: true, coordinator: true, coach: false });
  at('hal');
  await click('Look for the account');
  expect((await screen.findByRole('alert')).textContent).toContain('no guest account with this address');
  cleanup();
  at('gina');
  expect(await screen.findByText(/Ask IT to invite gina@example.com as a guest/u)).toBeDefined();
  await click('Look for the account');
  expect(await screen.findByText('Gina Roy can sign in')).toBeDefined();
  const address = await screen.findByRole('textbox', { name: 'Address for signing in' });
  expect(address).toHaveProperty('value', `${window.location.origin}/tab/`);
  fireEvent.focus(address);
  expect(screen.queryByRole('button', { name: 'Look for the account' })).toBeNull();
});

const coaching = { about: '', languages: ['English'], place: 'Leeds', capacity: 1, paused: false, commitment: null };

it.each([
  ['a guest who coaches', true],
  ['a coach of the organisation', false],
])('[C-07] [C-08] %s reads of their data what concerns them', async (_who, guest) => {
  Object.assign(world, { guest, twoTwo: { on: true, coordinator: false, coach: true } });
  const asked = { viewer: viewer.id } as never;
  const mine = { ...(noteHandlers.myData?.(world, asked) as object), twoTwo: coaching };
  const call = async (route: unknown) => (route === routes.me ? meOf(world, viewer.id) : mine);
  render(overBot(<MyDataPage />, call, { userId: viewer.id }));
  expect(await screen.findByText('What the register of 2:2 Coaching says of you')).toBeDefined();
  expect(screen.getByText(/^What the register of 2:2 Coaching says of you: by it/u)).toBeDefined();
  const ofRounds = /people partner|round|Awayday|partner’s|insights wall/u;
  await waitFor(() => expect(ofRounds.test(document.body.textContent ?? '')).toBe(!guest));
  await click('Erase what is mine');
  const words = document.querySelector('[role=alertdialog]')?.textContent ?? '';
  expect([words.includes('cannot be undone'), /insights wall/u.test(words)]).toEqual([true, !guest]);
});
