import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { RoundPeople, RoundPerson } from '@coaching-pairs/shared/wire/people';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ZonesEditor } from '../../tab/src/pages/admin/people/zones-editor.js';
import { LastDay } from '../../tab/src/pages/admin/round/last-day.js';
import { HoursSection } from '../../tab/src/pages/leader/hours-section.js';
import { overviewOf, roundPeopleOf } from './fake/round.js';
import { peoplePartnerId, roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

const asked: unknown[] = [];
const shown = (page: Parameters<typeof render>[0], people: readonly RoundPerson[] = []) => {
  asked.length = 0;
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is of the type of the route that is asked.
  const call = ({ method }: { readonly method: string }, { body }: { readonly body?: unknown }): Promise<any> => {
    const page: RoundPeople = { people: [...people], total: people.length, next: null, functions: [], link: 'https://example.com' };
    if (method === 'GET') return Promise.resolve(page);
    asked.push({ ...(typeof body === 'object' && body), opId: undefined });
    return Promise.reject(new Error('Nothing is answered here.'));
  };
  return render(overBot(page, call));
};
const me = (own: Partial<Me>): Me => ({
  ...{ person: { id: 'me', name: 'Maya' }, guest: false, administers: false, mayOpenRounds: false, today: '2026-11-20' },
  ...{ hours: null, pausedUntil: null, rounds: [], leadsFromOutside: [], twoTwo: null },
  ...own,
});
const hours = { zone: 'Asia/Tokyo', source: 'tab', days: [7, 1], from: '08:30', to: '17:00' } as const;
const dialog = () => within(screen.getByRole('alertdialog'));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('[R-16] a leader reads when they are written to, in which zone, and who says so', () => {
  const page = shown(<HoursSection me={me({ hours: { ...hours, days: [...hours.days] } })} />);
  expect(page.getByText(/on Sunday and Monday, between 08:30 and 17:00\..*Asia\/Tokyo/u)).not.toBeNull();
  expect(page.getByText(/the device on which you opened this app/u)).not.toBeNull();
  cleanup();
  expect(shown(<HoursSection me={me({})} />).container.textContent).toBe('');
});

it('reminders are paused until a day, after reading what that means, and come again', async () => {
  const page = shown(<HoursSection me={me({ hours: { ...hours, days: [...hours.days] } })} />);
  fireEvent.click(button('Pause reminders'));
  expect(dialog().getByText(/Nobody else sees this/u)).not.toBeNull();
  fireEvent.click(dialog().getByRole('button', { name: 'Pause reminders' }));
  expect(asked).toEqual([]);
  fireEvent.change(dialog().getByLabelText(/Remind me again from/u), { target: { value: '2026-12-07' } });
  fireEvent.click(dialog().getByRole('button', { name: 'Pause reminders' }));
  await expect.poll(() => asked).toEqual([{ until: '2026-12-07', opId: undefined }]);
  page.unmount();
  const paused = shown(<HoursSection me={me({ hours: { ...hours, days: [...hours.days] }, pausedUntil: '2026-12-07' })} />);
  expect(paused.getByText(/No reminders until .*7 December 2026/u)).not.toBeNull();
  fireEvent.click(button('Remind me again'));
  await expect.poll(() => asked).toEqual([{ until: null, opId: undefined }]);
});

it('[R-15] the last day for answers is moved, to another day only', async () => {
  const round = overviewOf(roundAt('inviting'), peoplePartnerId);
  shown(<LastDay round={round} />);
  fireEvent.click(button('Move the last day'));
  fireEvent.click(dialog().getByRole('button', { name: 'Move it' }));
  expect(asked).toEqual([]);
  fireEvent.change(dialog().getByLabelText(/Answers by/u), { target: { value: '2026-12-01' } });
  fireEvent.click(dialog().getByRole('button', { name: 'Move it' }));
  await expect.poll(() => asked).toEqual([{ answersBy: '2026-12-01', opId: undefined }]);
});

it('[R-16] a zone is put right, or taken back where it was put right before', async () => {
  const [one, other] = roundPeopleOf(roundAt('inviting')).people;
  const corrected: RoundPerson[] =
    one === undefined || other === undefined ? [] : [one, { ...other, zone: { name: 'Europe/Lisbon', source: 'correction' } }];
  const page = shown(<ZonesEditor roundId="r1" />, corrected);
  expect(await page.findByText('Europe/Lisbon, put right by hand')).not.toBeNull();
  fireEvent.click(button(`Put right the time zone: ${one?.person.name}`));
  expect(dialog().queryByRole('radio')).toBeNull();
  fireEvent.change(dialog().getByLabelText(/Time zone, such as/u), { target: { value: ' Europe/Rome ' } });
  fireEvent.click(dialog().getByRole('button', { name: 'Save' }));
  await expect.poll(() => asked).toEqual([{ timeZone: 'Europe/Rome', opId: undefined }]);
  page.unmount();
  shown(<ZonesEditor roundId="r1" />, corrected);
  fireEvent.click(await screen.findByRole('button', { name: `Put right the time zone: ${other?.person.name}` }));
  fireEvent.click(dialog().getByRole('radio', { name: 'As it was before it was put right' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Save' }));
  await expect.poll(() => asked).toEqual([{ timeZone: null, opId: undefined }]);
});
