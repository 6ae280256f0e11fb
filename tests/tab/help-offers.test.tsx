import type { BoardHelp } from '@coaching-pairs/shared/wire/board';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AllowedRepeats } from '../../tab/src/pages/admin/matching/allowed-repeats.js';
import { HelpOffers } from '../../tab/src/pages/admin/matching/help-offers.js';
import { inventedLeaders } from './fake/people.js';
import { overviewOf } from './fake/round.js';
import { peoplePartnerId, roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

const asked: unknown[] = [];
/** What is known of functions; nothing else is answered here. */
const functions = {
  departments: ['Homes', 'Outreach', 'Finance'].map((name) => ({ name, people: 3 })),
  groups: [{ name: 'Care', departments: ['Homes', 'Outreach'] }],
};
const shown = (page: Parameters<typeof render>[0]) => {
  asked.length = 0;
  const call = (_route: unknown, { body }: { readonly body?: unknown } = {}) => {
    if (body === undefined) return Promise.resolve(functions as never);
    asked.push({ ...(typeof body === 'object' && body), opId: undefined });
    return Promise.reject(new Error('Nothing is answered here.'));
  };
  return render(overBot(page, call));
};

const pair = inventedLeaders(2);
const [one, other] = pair;
const offer = (text: string, rest: Partial<BoardHelp>): BoardHelp => ({
  text,
  step: null,
  repeats: [],
  reach: [],
  split: [],
  done: false,
  ...rest,
});
const ours = overviewOf(roundAt('matching'), peoplePartnerId);
const repeats = offer('Let one pair of earlier partners meet again.', { repeats: [[...pair]] });

it('what would help stands in a list with a name, each with the way to the page where it is done, or that it is', () => {
  const page = shown(
    <HelpOffers
      round={{ ...ours, id: 'r/1' }}
      help={[
        offer('Invite 2 more people.', { step: 'invitations' }),
        offer('Count the departments of Care as functions of their own.', { step: 'organisation' }),
        { ...repeats, done: true },
        offer('Unlock what is locked below, and draft again.', {}),
      ]}
    />,
  );
  const list = page.getByRole('list', { name: 'What would help' });
  expect(list.children).toHaveLength(4);
  const way = (name: string) => page.getByRole('link', { name }).getAttribute('href');
  expect([way('Go to Invitations'), way('Go to Organisation')]).toEqual(['/admin/r%2F1/invitations', '/admin/r%2F1/organisation']);
  expect(list.children[2]?.textContent).toContain('Done. It counts when matches are drafted again.');
  expect(page.queryByRole('button')).toBeNull();
});

it('[CP-15] earlier partners are let meet again after a question that says what is recorded, and of whom', async () => {
  shown(<HelpOffers round={ours} help={[repeats]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Let them meet again' }));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toContain(`${one?.name} and ${other?.name}`);
  expect(dialog.textContent).toContain('with your name and the day, that nobody else is possible');
  expect(asked).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Let them meet again' }));
  await expect.poll(() => asked).toEqual([{ pairs: [{ one: one?.id, other: other?.id }], allowed: true, opId: undefined }]);
});

it('[CP-15] whoever may meet again stands there with who allowed it and when, and the way back', async () => {
  const by = { id: 'omar', name: 'Omar Sy', functionName: null };
  const page = shown(<AllowedRepeats roundId="r1" repeats={[{ members: [...pair], by, at: '2026-11-20T09:30:00.000Z' }]} />);
  expect(page.getByRole('listitem').textContent).toContain('allowed by Omar Sy on 20 November 2026');
  fireEvent.click(page.getByRole('button', { name: `Take back: ${one?.name} and ${other?.name}` }));
  await expect.poll(() => asked).toEqual([{ pairs: [{ one: one?.id, other: other?.id }], allowed: false, opId: undefined }]);
});

it('[CP-24a] the people partner shortens a reach after a question that says what is recorded; anybody else reads whose decision it is', async () => {
  if (one === undefined || other === undefined) return expect.unreachable();
  const reach = offer('Exclude fewer levels.', { step: 'organisation', reach: [{ person: one, levels: 2, partners: [other] }] });
  const another = shown(<HelpOffers round={{ ...ours, viewerIsPeoplePartner: false }} help={[reach]} />);
  expect(another.getByRole('listitem').textContent).toContain('Only the people partner can decide this.');
  expect(another.queryByRole('button')).toBeNull();
  cleanup();
  shown(<HelpOffers round={ours} help={[reach]} />);
  fireEvent.click(screen.getByRole('button', { name: 'Exclude fewer levels' }));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toContain(`${one.name}: 2 levels below are excluded. ${other.name} becomes possible.`);
  expect(dialog.textContent).toContain('recorded with your name and the day');
  expect(asked).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Exclude fewer levels' }));
  await expect.poll(() => asked).toEqual([{ decisions: [{ personId: one.id, levels: 2 }], opId: undefined }]);
});

it('[CP-20] departments are counted one by one after a question that says for whom that holds; ungrouped ones lead to Organisation', async () => {
  const split = (...departments: readonly string[]) => offer('Split it.', { step: 'organisation', split: [...departments] });
  const page = shown(<HelpOffers round={ours} help={[split('homes', 'Outreach')]} />);
  fireEvent.click(await page.findByRole('button', { name: 'Count them one by one' }));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toContain('This holds for all rounds of your organisation');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Count them one by one' }));
  await expect.poll(() => asked).toEqual([{ groups: [], opId: undefined }]);
  cleanup();
  const ungrouped = shown(<HelpOffers round={ours} help={[split('Finance')]} />);
  await ungrouped.findByRole('link', { name: 'Go to Organisation' });
});

it('nothing stands there where nothing would help', () => {
  const nothing = shown(
    <>
      <HelpOffers round={ours} help={[]} />
      <AllowedRepeats roundId="r1" repeats={[]} />
    </>,
  );
  expect(nothing.container.textContent).toBe('');
});
