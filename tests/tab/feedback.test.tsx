import type { FeedbackBoard, MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DayPairs } from '../../tab/src/pages/admin/awayday-pairs/day-pairs.js';
import { MadePairs } from '../../tab/src/pages/admin/awayday-pairs/made-pairs.js';
import { FeedbackSection } from '../../tab/src/pages/leader/awayday-names/feedback-section.js';
import { NamesPage } from '../../tab/src/pages/leader/awayday-names/names-page.js';
import { roundWith } from '../bot/cards/every-card.js';
import { inventedLeaders } from './fake/people.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);

/** In milliseconds: a page takes longer to stand there where much else is going on. */
const patience = 20_000;
configure({ asyncUtilTimeout: patience });

const [ada, ben, cleo, dev] = inventedLeaders(4) as [Named, Named, Named, Named];

const open: MyFeedback = {
  ...{
    names: 'open',
    closesAt: '2027-05-21T23:00:00.000Z',
    attends: true,
    said: true,
    first: ada,
    second: ben,
    partners: [cleo],
    group: null,
  },
};

const made: FeedbackBoard = {
  ...{ stage: 'made', open: true, proposedBy: '2027-05-21', namesBy: '2027-05-21', closesAt: '2027-05-21T23:00:00.000Z', counts: null },
  groups: [
    { members: [ada, ben], locked: false },
    { members: [cleo, dev], locked: false },
  ],
  ...{ alone: [], absent: [], others: [], mayUndo: false },
};

/** A page over a bot that answers with this, and notes what it is asked to change. */
const shown = (page: Parameters<typeof render>[0], answer: unknown) => {
  const asked: [unknown, unknown][] = [];
  const call = (route: unknown, { body }: { readonly body?: unknown } = {}) => {
    if (body !== undefined) asked.push([route, body]);
    const isKnown = route === routes.myFeedback || body !== undefined;
    return isKnown ? Promise.resolve(answer) : Promise.reject(new Error('Nothing else is answered here.'));
  };
  render(overBot(page, call, { zone: 'Europe/London' }));
  return (route: unknown): readonly unknown[] => asked.filter(([one]) => one === route).map(([, body]) => body);
};

it('[CP-81] both names are given or none, and the page says that a first choice is not promised', async () => {
  const saved = shown(<NamesPage roundId="r1" />, open);
  fireEvent.click(await screen.findByRole('button', { name: `Remove ${ada.name}` }));
  const save = screen.getByRole('button', { name: 'Save' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Name two colleagues, or remove the one you have named.')).toBeDefined();
  expect(screen.getByText(/first choice is not promised/u)).toBeDefined();
  expect(screen.getByText(new RegExp(`Not ${cleo.name}`, 'u'))).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: `Remove ${ben.name}` }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(() => saved(routes.saveFeedback), { timeout: patience }).toMatchObject([{ attends: true, named: null }]);
});

it('[CP-81] once names are closed they are shown and not changed', async () => {
  shown(<NamesPage roundId="r1" />, { ...open, names: 'closed' });
  expect(await screen.findByText(/Names were taken until Friday,? 21 May 2027/u)).toBeDefined();
  expect(screen.queryByRole('button', { name: `Remove ${ada.name}` })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

it('[CP-82] the home page asks for names, and later says with whom I am and where the guide is', async () => {
  const round = roundWith({ id: 'r1', state: 'active' });
  shown(<FeedbackSection round={round} />, { ...open, said: false });
  expect(await screen.findByRole('button', { name: 'Name two colleagues' })).toBeDefined();
  cleanup();
  shown(<FeedbackSection round={round} />, { ...open, names: 'closed', group: [dev] });
  expect(await screen.findByText(dev.name)).toBeDefined();
  expect(screen.getByRole('link', { name: /guide/u }).getAttribute('href')).toBe('/round/r1/awayday-guide');
});

it('[CP-82] two people of different pairs change places; nothing is said of what they named', async () => {
  const asked = shown(<MadePairs roundId="r1" board={made} />, made);
  const choose = (person: Named): void =>
    void fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Choose ${person.name}`, 'u') }));
  choose(ada);
  expect(screen.queryByRole('button', { name: 'Let them change places' })).toBeNull();
  choose(cleo);
  fireEvent.click(screen.getByRole('button', { name: 'Let them change places' }));
  await expect.poll(() => asked(routes.swapFeedback), { timeout: patience }).toMatchObject([{ personIds: [ada.id, cleo.id] }]);
  expect(screen.getByText(/How the wishes are met is not shown/u)).toBeDefined();
});

it('[CP-82] on the day one tap says that somebody is not here, and it can be undone', async () => {
  const asked = shown(<DayPairs roundId="r1" board={{ ...made, stage: 'announced' }} />, made);
  fireEvent.click(screen.getByRole('button', { name: `${ada.name} is not here` }));
  await expect.poll(() => asked(routes.changeFeedbackDay), { timeout: patience }).toMatchObject([{ gone: [ada.id], came: [] }]);
  fireEvent.click(await screen.findByRole('button', { name: /Undo/u }));
  await expect.poll(() => asked(routes.undoFeedbackDay), { timeout: patience }).toHaveLength(1);
});
