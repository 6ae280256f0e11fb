import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gapOf, possibleOf } from '../../tab/src/pages/two-two/coordinator/put-forward.js';
import { engagementAt, ines, karl, lena, putForward, rosa, sam } from './fake/engagement-paper.js';
import { coachEntry } from './fake/two-two.js';
import type { EngagementOnPaper, World } from './fake/world.js';
import { button, click, confirms, dialog, field, heading, noButton, twoTwoOver, writes } from './two-two-stage.js';

let world: World;
let paper: EngagementOnPaper;
const coordinator = { on: true, coordinator: true, coach: false };
const consent = { version: 1, mine: '2026-11-20T09:00:00.000Z', both: true };
const row: Coordinating['engagements'][number] = {
  ...{ id: 'e-1', state: 'enquiry', clients: [rosa, sam], holdings: [], sponsor: lena, ready: true, asked: null, notThese: [] },
};
const register = [coachEntry('ines', ines.name), coachEntry('karl', karl.name), coachEntry('lena', lena.name)];
const passedOver = [{ coach: ines, why: 'same-function' as const }];

configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  paper = { moves: [] };
  world = { rounds: [], everybody: [rosa, sam, ines, karl, lena], groups: [], administrators: new Set(), engagement: paper };
});
afterEach(cleanup);

const opens = (mine = false) => {
  paper.engagement = engagementAt('enquiry', 'client', { consent, putForward: { ...putForward, mine } });
  return twoTwoOver(world).at('/2-2/engagements/e-1', rosa, { on: true, coordinator: false, coach: false });
};

it('[TT-01] a client reads who, how near, and why nobody else, and says yes alone; the page tells nothing of the other', async () => {
  opens();
  expect(await heading('Would these two coaches be all right for you?')).toBeDefined();
  await click('Read who they are');
  expect(document.activeElement?.textContent).toBe('Two coaches who could be yours');
  for (const said of ['Belongs to the function of Sam Oduya', 'Nobody else speaks Portuguese.'])
    expect(screen.getByText(said)).toBeDefined();
  await click('Yes, these two are all right for me');
  expect(await screen.findByText(/They begin once both of you have\./u)).toBeDefined();
  expect(noButton('Yes, these two are all right for me')).toBe(true);
  expect(await button('Rather not these two')).toBeDefined();
  expect(paper.moves).toEqual([{ kind: 'content', version: 'op-1' }]);
});

it('[TT-05] a no is as near as the yes, says who learns what, and leaves the page as if coaches were being found', async () => {
  opens(true);
  await click('Rather not these two');
  expect(dialog().getByText(/The other one may still guess/u)).toBeDefined();
  confirms('Rather not these two');
  expect(await heading('Two coaches are being found')).toBeDefined();
  expect(screen.queryByText('Two coaches who could be yours')).toBeNull();
  expect(paper.moves).toEqual([{ kind: 'rather-others', version: 'op-1' }]);
});

it('[TT-01] whoever coordinates puts two forward with words why, reads that both are asked, and can take them back', async () => {
  paper.coordinating = { engagements: [row] };
  world.twoTwoState = { switch: { on: true, by: null, at: null }, coaches: [...register], suggestion: { two: null, passedOver } };
  twoTwoOver(world).at('/2-2/coordinator/engagements/e-1', lena, coordinator);
  await click('Choose two to put forward');
  fireEvent.change(await field('Who would hold the experience of Rosa Marin?'), { target: { value: 'karl' } });
  fireEvent.change(await field('Who would hold the experience of Sam Oduya?'), { target: { value: 'ines' } });
  expect(screen.getByText('Please say why nobody else is possible.')).toBeDefined();
  await writes(/^Why is nobody else possible/u, 'Nobody else is free.');
  await click('Ask both clients');
  expect(await screen.findByText(/of one answer nobody is told/u)).toBeDefined();
  const holdings = [
    { coachId: 'karl', clientId: 'rosa' },
    { coachId: 'ines', clientId: 'sam' },
  ];
  expect(paper.coordinated).toEqual({ kind: 'put-forward', holdings, words: 'Nobody else is free.' });
  await click('Take the two back');
  expect(await button('Choose two to put forward')).toBeDefined();
  expect(paper.coordinated).toEqual({ kind: 'take-two-back' });
});

it('[TT-01] nobody is offered who is in it already, cannot take on another, or was put forward before', () => {
  const more = [coachEntry('tom', 'Tom Hale', { standing: 'paused' }), coachEntry('gina', 'Gina Roy', { hasAccount: false })];
  const possible = possibleOf(row, [...register, ...more], passedOver);
  expect(possible.map(({ id, near }) => [id, near])).toEqual([
    ['ines', 'same-function'],
    ['karl', null],
  ]);
  expect(possibleOf({ ...row, notThese: [ines] }, register, passedOver).map(({ id }) => id)).toEqual(['karl']);
  const gaps = [['', 'ines'] as const, ['ines', 'ines'] as const, ['karl', 'lena'] as const, ['karl', 'ines'] as const];
  expect(gaps.map((holds) => gapOf({ holds, words: ' ' }, possible))).toEqual(['two', 'two', 'near', 'words']);
});
