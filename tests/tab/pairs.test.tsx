import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LeadingPeople } from '../../tab/src/pages/leader/leading/leading-people.js';
import { PairsSection } from '../../tab/src/pages/leader/pairs-section.js';
import { leadingHandlers } from './fake/leading.js';
import { inventedLeaders } from './fake/people.js';
import type { FakeRound } from './fake/round.js';
import { leaderId, roundAt } from './fake/scenarios.js';
import type { World } from './fake/world.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const { t } = wordsFor('en-GB');

/** So many pairs, and one match that is with its people. */
const roundOf = (pairs: number, state: FakeRound['state'] = 'active'): FakeRound => {
  const people = inventedLeaders(2 * pairs + 2);
  const match = (place: number) => ({
    ...{ id: `p-${place}`, members: people.slice(2 * place, 2 * place + 2), reasons: [], links: [], locked: false, byHand: false },
    ...{ fresh: false, leansOn: null, unconfirmed: false, answerBy: null, mayWithdraw: false, acceptedBy: [], declinedBy: null },
    state: place === pairs ? ('sent' as const) : ('formed' as const),
  });
  const proposals = Array.from({ length: pairs + 1 }, (_none, place) => match(place));
  const plan = { ...roundAt('active').plan, leaderId };
  return { ...roundAt('active'), plan, state, people, proposals, answers: new Map(people.map(({ id }) => [id, 'joined' as const])) };
};

const bot = leadingHandlers((world) => world.rounds[0] ?? roundOf(0));

const over = (round: FakeRound, page: Parameters<typeof render>[0]) => {
  const world: World = { rounds: [round], everybody: round.people, groups: [], administrators: new Set() };
  const asked: unknown[] = [];
  const call = async ({ path }: { readonly path: string }, { query = {} }: { readonly query?: Readonly<Record<string, string>> } = {}) => {
    asked.push(query);
    const about = { viewer: leaderId, params: { roundId: round.id }, query: query.q ?? '', queried: query, body: undefined };
    return path.endsWith('/pairs') ? bot.roundPairs(world, about) : bot.leadingList(world, about);
  };
  return { ...render(overBot(page, call)), asked };
};

it('of many pairs a page is asked for, not all are in the page, and the bot looks for a name', async () => {
  const round = roundOf(150);
  const { container, asked } = over(round, <PairsSection roundId={round.id} count={150} />);
  const list = await screen.findByRole('list', { name: t('tab.pairs.title', { count: 150 }) });
  await screen.findByText(t('tab.list.loading', { shown: 100, total: 150 }));
  expect([list.tabIndex, container.querySelectorAll('[data-index]').length < 100, asked]).toEqual([0, true, [{}]]);
  const sought = round.people[241]?.name ?? '';
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: sought } });
  expect((await screen.findAllByText(sought)).length).toBeGreaterThan(0);
  expect(asked.at(-1)).toEqual({ q: sought });
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Nobody Atall' } });
  await screen.findByText(t('tab.people.nobodyFound'));
});

it('a few pairs stand as cards, without a search', async () => {
  const round = roundOf(3);
  over(round, <PairsSection roundId={round.id} count={3} />);
  await screen.findByText(round.people[5]?.name ?? '');
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('[CP-33] who leads a large round reads its counts at once, and its lists a page at a time', async () => {
  const round = roundOf(150, 'proposed');
  const world: World = { rounds: [round], everybody: round.people, groups: [], administrators: new Set() };
  const leading = bot.leading(world, { viewer: leaderId, params: {}, query: '', body: undefined });
  const { asked } = over(round, <LeadingPeople round={leading} />);
  await screen.findByText(t('tab.list.loading', { shown: 100, total: 302 }));
  for (const title of [t('tab.leader.joined', { count: 302 }), t('tab.leader.proposed', { count: 151 })]) screen.getByText(title);
  screen.getByText(t('tab.list.shown', { shown: 24, total: 151 }));
  expect(new Set(asked)).toEqual(new Set([{ view: 'joined' }, { view: 'proposed' }]));
});
