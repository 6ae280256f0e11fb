import type { Me } from '@coaching-pairs/shared/wire/mine';
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FoundTwo } from '../../tab/src/pages/two-two/coordinator/found-two.js';
import { inventedLeaders } from './fake/people.js';
import { coachEntry } from './fake/two-two.js';
import type { World } from './fake/world.js';
import { button, click, dialog, twoTwoOver } from './two-two-stage.js';

const everybody = inventedLeaders(8);
const [viewer, ada, ben] = everybody;
if (viewer === undefined || ada === undefined || ben === undefined) throw new Error('nobody was invented');

let world: World;
const at = (path: string, twoTwo: Me['twoTwo'] = { on: true, coordinator: true, coach: false }) =>
  twoTwoOver(world).at(path, viewer, twoTwo);

configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  world = { rounds: [], everybody, groups: [], administrators: new Set() };
});
afterEach(cleanup);

const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

it('[TT-04] [TT-11] everybody reads what it is and what it is not, and takes it along', async () => {
  at('/2-2', { on: true, coordinator: false, coach: false });
  expect(await title('What 2:2 Coaching is')).toBeDefined();
  expect(screen.getByText(/It is not mediation/u)).toBeDefined();
  expect(screen.getByRole('link', { name: 'coachingfederation.org' }).getAttribute('href')).toMatch(
    /^https:\/\/coachingfederation\.org\//u,
  );
  expect(screen.queryByRole('link', { name: 'Coordinating 2:2 Coaching' })).toBeNull();
  const given = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  await click('Download as PDF');
  expect(await screen.findByText('The page is in your downloads')).toBeDefined();
  expect(given).toHaveBeenCalledOnce();
});

it('[TT-05] where it is off there is nothing for anybody but the coordinator, who offers it by name after one more question', async () => {
  at('/2-2', null);
  expect(await title('There is nothing here')).toBeDefined();
  cleanup();
  at('/2-2', { on: false, coordinator: true, coach: false });
  expect(await screen.findByRole('heading', { level: 2, name: '2:2 Coaching is not offered' })).toBeDefined();
  await click('Offer it');
  fireEvent.click(dialog().getByRole('button', { name: 'Offer it' }));
  expect(await screen.findByRole('heading', { level: 2, name: '2:2 Coaching is offered' })).toBeDefined();
  expect(screen.getByText(new RegExp(`Offered by ${viewer.name} since`, 'u'))).toBeDefined();
});

it('[TT-05] whoever coordinates nothing finds no page of coordinators', async () => {
  at('/2-2/coordinator/coaches', { on: true, coordinator: false, coach: true });
  expect(await title('There is nothing here')).toBeDefined();
});

it('[TT-30] the register: empty, one from outside is added, paused and taken out', async () => {
  at('/2-2/coordinator/coaches');
  expect(await screen.findByText(/Nobody is in the register yet/u)).toBeDefined();
  await click('Add a coach');
  fireEvent.click(await screen.findByRole('radio', { name: 'Somebody from outside' }));
  expect((await button('Add to the register')).getAttribute('aria-disabled')).toBe('true');
  fireEvent.change(screen.getByRole('textbox', { name: /^Name/u }), { target: { value: 'Gina Roy' } });
  fireEvent.change(screen.getByRole('textbox', { name: /^Mail/u }), { target: { value: 'gina@example.com' } });
  await click('Add to the register');
  fireEvent.click(await screen.findByRole('link', { name: 'Open the entry of Gina Roy' }));
  expect(await screen.findByText(/They cannot sign in yet, and so cannot accept/u)).toBeDefined();
  fireEvent.change(screen.getByRole('textbox', { name: /^Languages/u }), { target: { value: 'English, Deutsch ,English' } });
  fireEvent.click(screen.getByRole('switch'));
  await click('Save');
  expect(await screen.findByText('Saved')).toBeDefined();
  expect(world.twoTwoState?.coaches).toMatchObject([{ name: 'Gina Roy', languages: ['English', 'Deutsch'], paused: true }]);
  await click('Take out of the register');
  fireEvent.click(dialog().getByRole('button', { name: 'Take out of the register' }));
  expect(await screen.findByText(/Nobody is in the register yet/u)).toBeDefined();
});

it('[TT-30] a coach accepts the code by their own name, and writes their own entry', async () => {
  world.twoTwoState = {
    switch: { on: true, by: null, at: null },
    coaches: [coachEntry(viewer.id, viewer.name, { commitment: null, standing: 'not-committed' })],
    suggestion: null,
  };
  at('/2-2/me', { on: true, coordinator: false, coach: true });
  expect((await button('I follow this code')).getAttribute('aria-disabled')).toBe('true');
  fireEvent.change(screen.getByRole('textbox', { name: /^Your name/u }), { target: { value: 'Maya Lind' } });
  await click('I follow this code');
  expect(await screen.findByText(/Maya Lind accepted the Code of Ethics of the ICF on/u)).toBeDefined();
  fireEvent.change(screen.getByRole('textbox', { name: /^About me/u }), { target: { value: 'I listen.' } });
  await click('Save');
  expect(await screen.findByText('Saved')).toBeDefined();
  expect(world.twoTwoState.coaches).toMatchObject([{ about: 'I listen.', commitment: { name: 'Maya Lind' } }]);
});

it('[TT-02] two are found for two people, with who holds whom and why not the others', async () => {
  const [gina, hal] = [coachEntry('gina', 'Gina Roy'), coachEntry('hal', 'Hal Moss')];
  const person = ({ id, name }: typeof gina) => ({ id, name, functionName: null });
  const holds = [
    { coach: person(gina), client: ada, open: 0, capacity: 2 },
    { coach: person(hal), client: ben, open: 1, capacity: 2 },
  ];
  world.twoTwoState = {
    ...{ switch: { on: true, by: null, at: null }, coaches: [] },
    suggestion: { two: { holds, why: 'same-place', languages: ['English'] }, passedOver: [{ coach: ada, why: 'in-chain' }] },
  };
  twoTwoOver(world).shown(<FoundTwo wanted={{ one: ada, other: ben, language: '' }} />, viewer);
  expect(await screen.findByText(`Holds the experience of ${ada.name}`)).toBeDefined();
  expect(screen.getByText('Who holds whom follows the place where they are.')).toBeDefined();
  expect(screen.getByText('Stands in one line of management with a client')).toBeDefined();
});
