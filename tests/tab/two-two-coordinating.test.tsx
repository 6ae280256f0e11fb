import type { Me } from '@coaching-pairs/shared/wire/mine';
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ines, karl, lena, rosa, sam } from './fake/engagement-paper.js';
import type { EngagementOnPaper, World } from './fake/world.js';
import { click, confirms, field, heading, twoTwoOver } from './two-two-stage.js';

let world: World;
let paper: EngagementOnPaper;
const anybody = { on: true, coordinator: false, coach: false };
const at = (path: string, who = rosa, twoTwo: Me['twoTwo'] = anybody) => twoTwoOver(world).at(path, who, twoTwo);

configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  paper = { moves: [] };
  world = { rounds: [], everybody: [rosa, sam, ines, karl, lena], groups: [], administrators: new Set(), engagement: paper };
});
afterEach(cleanup);

describe('whoever coordinates', () => {
  const coordinator = { on: true, coordinator: true, coach: false };
  const row = (state: 'enquiry' | 'active', ready: boolean, id: string) => ({
    ...{ id, state, ready },
    clients: [rosa, sam],
    holdings: [],
    sponsor: null,
    ...{ asked: null, notThese: [] },
  });

  it('[TT-01] [TT-02] finds two coaches for the two who both said yes, chooses who holds whom, and gives them', async () => {
    paper.coordinating = { engagements: [row('enquiry', true, 'e-1'), row('active', false, 'e-2')] };
    const holds = [
      { coach: ines, client: rosa, open: 0, capacity: 2 },
      { coach: karl, client: sam, open: 1, capacity: 2 },
    ];
    const suggestion = { two: { holds, why: 'either-way' as const, languages: ['English'] }, passedOver: [] };
    world.twoTwoState = { switch: { on: true, by: null, at: null }, coaches: [], suggestion };
    at('/2-2/coordinator/engagements', lena, coordinator);
    expect(await heading('2 engagements')).toBeDefined();
    fireEvent.change(await field('Show'), { target: { value: 'ready' } });
    fireEvent.click(await screen.findByText('Rosa Marin and Sam Oduya', { selector: 'a' }));
    await click('The other way round');
    await click('Ask these two to begin');
    expect(await heading('Discovery')).toBeDefined();
    const holdings = [
      { coachId: 'ines', clientId: 'sam' },
      { coachId: 'karl', clientId: 'rosa' },
    ];
    expect(paper.coordinated).toEqual({ kind: 'assign', holdings });
  });

  it('[TT-05] takes an enquiry back, and is told of one yes by nobody', async () => {
    paper.coordinating = { engagements: [row('enquiry', false, 'e-1')] };
    at('/2-2/coordinator/engagements/e-1', lena, coordinator);
    expect(await screen.findByText(/of one yes nobody is told/u)).toBeDefined();
    await click('Take this enquiry back');
    confirms('Take this enquiry back');
    expect(await heading('Closed')).toBeDefined();
    expect(paper.coordinated).toEqual({ kind: 'take-back' });
  });
});
