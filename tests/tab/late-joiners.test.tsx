import type { OtherPartners } from '@coaching-pairs/shared/wire/board';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { TakingPairs } from '../../tab/src/pages/admin/matching/taking-pairs.js';
import { AskLate } from '../../tab/src/pages/admin/progress/ask-late.js';
import { MatchSection } from '../../tab/src/pages/leader/match-section.js';
import { QuestionSections } from '../../tab/src/pages/leader/question-section.js';
import { myRoundOf } from './fake/round.js';
import { firstPair, roundAt } from './fake/scenarios.js';
import { overBot } from './over-bot.js';

afterEach(cleanup);
configure({ asyncUtilTimeout: 20_000 });

const asked: unknown[] = [];
const answering = (page: Parameters<typeof overBot>[0]) => {
  asked.length = 0;
  // biome-ignore lint/suspicious/noExplicitAny: what is answered is of the type of the route that is asked.
  const call = async ({ path }: { readonly path: string }, options: any = {}): Promise<any> => {
    if (path.includes('/search/people'))
      return { people: [{ id: 'new', name: 'Ada Okafor', functionName: 'Care', mail: null, jobTitle: null }] };
    if (path === '/api/me') return { rounds: [] };
    asked.push([path.split('/').at(-1), { ...options.body, opId: undefined }]);
    return { rounds: [] };
  };
  return render(overBot(page, call));
};
const press = (name: string | RegExp, place: Pick<typeof screen, 'getByRole'> = screen) =>
  fireEvent.click(place.getByRole('button', { name }));
const round = roundAt('active');
const [one, other] = firstPair(round);
const third = { id: 'new', name: 'Ada Okafor', functionName: 'Care' };
const mine = (acceptedBy: readonly string[] = []) =>
  myRoundOf({ ...round, thirds: [{ proposalId: 'p9', pair: [one, other], third, acceptedBy }] }, one.id);

it('[CP-11] one more person is found in the directory, and asked after a second look', async () => {
  answering(<AskLate roundId="r1" />);
  press('Ask to join');
  expect(screen.getByText('Choose somebody first.')).not.toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: /Whom to ask/u }), { target: { value: 'Ada' } });
  fireEvent.click(await screen.findByRole('option', { name: /Ada Okafor/u }));
  press('Ask to join');
  const dialog = within(screen.getByRole('alertdialog'));
  expect([dialog.getByText('Ask Ada Okafor to join?') === null, asked]).toEqual([false, []]);
  press('Ask to join', dialog);
  await expect.poll(() => asked).toContainEqual(['late', { personId: 'new', opId: undefined }]);
});

const pairs: NonNullable<OtherPartners['pairs']> = [
  { id: 'pair-1', members: [one, other], reasons: ['6 steps apart in the organisation'] },
];
const taking = (shown: typeof pairs) =>
  answering(<TakingPairs pairs={shown} roundId="r1" personId="new" name="Ada Okafor" onAsked={() => asked.push('closed')} />);

it('pairs that could take somebody in are offered with what speaks for it, and asked only after what it means was read', async () => {
  taking(pairs);
  expect(screen.getByText('6 steps apart in the organisation')).not.toBeNull();
  press(`Ask the three: ${one.name} and ${other.name} to take Ada Okafor in`);
  expect([screen.getByText(/what the two had agreed is deleted/u) === null, asked]).toEqual([false, []]);
  press('Go back');
  press(/^Ask .* to take Ada Okafor in$/u);
  press('Ask the three');
  await expect.poll(() => asked).toEqual([['thirds', { personId: 'new', pairId: 'pair-1', opId: undefined }], 'closed']);
});

it('where nobody is possible that is said plainly', () => {
  taking([]);
  expect(screen.getByText(/^Nobody is possible for Ada Okafor now/u)).not.toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

it('[CP-30] a pair is asked whether it takes somebody in, with what comes of it; a yes can still be taken back', async () => {
  answering(<QuestionSections round={mine()} />);
  const question = within(screen.getByRole('region', { name: 'Would you take Ada Okafor in?' }));
  expect(question.getByText(new RegExp(`What you and ${other.name} had agreed in the tab is deleted`, 'u'))).not.toBeNull();
  press('Accept', question);
  await expect.poll(() => asked).toEqual([['answer', { answer: 'accept', opId: undefined }]]);
  cleanup();
  answering(<QuestionSections round={mine([one.id])} />);
  expect([screen.getByText(/^You said yes\./u) === null, screen.queryByRole('button', { name: 'Accept' })]).toEqual([false, null]);
  press("I'd rather not");
  await expect.poll(() => asked).toEqual([['answer', { answer: 'decline', opId: undefined }]]);
});

it('whoever joined late reads that a partner is looked for, and not that there was none', () => {
  const free = { ...mine(), match: { kind: 'none' } as const, questions: [] };
  answering(<MatchSection round={{ ...free, canAnswer: true }} />);
  expect(screen.getByText(/looks for a partner for you/u)).not.toBeNull();
  cleanup();
  answering(<MatchSection round={{ ...free, canAnswer: false }} />);
  expect(screen.getByText(/There was no match for you this time/u)).not.toBeNull();
});
