import type { Progress } from '@coaching-pairs/shared/wire/progress';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ProgressPage } from '../../tab/src/pages/admin/progress/progress-page.js';
import { RhythmSection } from '../../tab/src/pages/admin/progress/rhythm-section.js';
import { AsideSection } from '../../tab/src/pages/leader/aside-section.js';
import { progressHandlers, progressOf } from './fake/progress.js';
import { type FakeRound, myRoundOf, overviewOf, roundPeopleOf } from './fake/round.js';
import { peoplePartnerId, roundAt } from './fake/scenarios.js';
import { type Asked, meOf, type World } from './fake/world.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const asked: unknown[] = [];
const worldAt = (round: FakeRound): World => ({
  ...{ rounds: [round], everybody: round.people, groups: [], administrators: new Set([peoplePartnerId]) },
});
const shown = (round: FakeRound, page = <ProgressPage roundId={round.id} />) => {
  asked.length = 0;
  const world = worldAt(round);
  const bot = progressHandlers(() => round);
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is of the type of the route that is asked.
  const call = async ({ method, path }: { readonly method: string; readonly path: string }, options: any = {}): Promise<any> => {
    const call: Asked = { viewer: peoplePartnerId, params: { roundId: round.id }, query: '', body: options.body, ...options };
    if (method !== 'GET') asked.push([path.split('/').at(-1), { ...options.body, opId: undefined }]);
    if (path === '/api/me') return meOf(world, peoplePartnerId);
    if (path.endsWith('/progress')) return bot.progress(world, call);
    if (path.endsWith('/pauses')) return bot.pausePerson(world, call);
    if (path.endsWith('/proposals/answers-by')) return bot.moveAnswerDay(world, call);
    if (path.endsWith('/people')) return { ...roundPeopleOf(round), total: 1, next: null, functions: [] };
    if (path.endsWith('/return')) return Promise.reject(new Error('Nothing is answered here.'));
    return overviewOf(round, peoplePartnerId);
  };
  return render(overBot(page, call));
};
const part = async (name: string) => within(await screen.findByRole('region', { name }));
const dialog = () => within(screen.getByRole('alertdialog'));
const press = (name: string | RegExp, place: Pick<typeof screen, 'getByRole'> = screen) =>
  fireEvent.click(place.getByRole('button', { name }));
const rhythmIs = (state: FakeRound['state'], rhythm: Progress['rhythm']): string => {
  const round = { ...roundAt('active'), state, rhythm };
  const page = shown(round, <RhythmSection progress={progressOf(worldAt(round), round)} />);
  const text = page.container.textContent ?? '';
  page.unmount();
  return text;
};

it('[CP-72] sessions are one rounded share, with what it means and why it says no more', () => {
  const figure = { kind: 'shown', on: '2027-02-22', share: 'about', percent: 60 } as const;
  expect(rhythmIs('active', figure)).toMatch(/About 60\s?% of pairs.*As of .*22 February 2027.*once a week.*five weeks ago/u);
  expect(rhythmIs('active', { ...figure, share: 'at-least', percent: 80 })).toMatch(/At least 80\s?% of pairs/u);
  expect(rhythmIs('closed', { ...figure, share: 'at-most', percent: 20 })).toMatch(/At most 20\s?% of pairs.*The last figure/u);
  expect(rhythmIs('active', { kind: 'none', from: '2027-02-16' })).toMatch(/no figure yet.*seven pairs.*16 February 2027/u);
  expect(rhythmIs('awayday', { kind: 'none', from: '2027-02-16' })).toMatch(/There was no figure in this round/u);
  expect(rhythmIs('active', { kind: 'over', on: '2027-04-05' })).toMatch(/Since .*5 April 2027 there are no figures any more/u);
});

it('[CP-31] more time is given to all matches, to a day that has to be chosen', async () => {
  shown(roundAt('proposed'));
  const days = await part('More time');
  press('Give more time for matches', days);
  press('Move it', dialog());
  expect(asked).toEqual([]);
  fireEvent.change(dialog().getByLabelText(/Answers to matches by/u), { target: { value: '2026-12-18' } });
  press('Move it', dialog());
  await expect.poll(() => asked).toEqual([['answers-by', { until: '2026-12-18', opId: undefined }]]);
  expect(await screen.findByText(/Matches can be answered until .*18 December 2026/u)).not.toBeNull();
});

it('somebody is paused after a second look, and never asked why; the end of it can be taken back', async () => {
  const round = roundAt('active');
  const [one] = round.people;
  if (one === undefined) return expect.unreachable();
  round.paused = new Map([[one.id, '2026-12-14']]);
  shown(round);
  const paused = await part('People who are paused');
  expect(paused.getByText(`${one.name}, back on 14 December 2026`)).not.toBeNull();
  press('Pause somebody', paused);
  expect([paused.getByText('Choose somebody and a day first.') === null, asked]).toEqual([false, []]);
  press(`End the pause of ${one.name}`, paused);
  await expect.poll(() => asked).toEqual([['pauses', { personId: one.id, until: null, opId: undefined }]]);
  expect(await paused.findByText('Nobody is paused.')).not.toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await expect.poll(() => asked.at(-1)).toEqual(['pauses', { personId: one.id, until: '2026-12-14', opId: undefined }]);
  expect(paused.queryByLabelText(/reason|why/iu)).toBeNull();
});

it('whoever is paused reads it on their page and can go on at once', async () => {
  const round = roundAt('active');
  const [one] = round.people;
  if (one === undefined) return expect.unreachable();
  round.paused = new Map([[one.id, '2026-12-14']]);
  const page = shown(round, <AsideSection round={myRoundOf(round, one.id)} />);
  const section = await part('You are paused until 14 December 2026');
  press('Go on now', section);
  await expect.poll(() => asked).toEqual([['return', { opId: undefined }]]);
  page.unmount();
  const [, other] = round.people;
  expect(
    shown(round, <AsideSection round={myRoundOf(round, other?.id ?? '')} />).container.querySelector('section[aria-labelledby]'),
  ).toBeNull();
});
