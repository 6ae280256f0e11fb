import { existsSync } from 'node:fs';
import { mostParticipants } from '@coaching-pairs/shared/matching/locks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Desk, everybodyIn, invented, openDesk, published, withoutPublished } from './dry-run.js';
import { playRounds } from './played-rounds.js';

// Each runs the command several times, on machines that have other work to do.
vi.setConfig({ testTimeout: 240_000 });

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.remove());

/**
 * Data as they come: 84 functions, so many people whose managers are not in the file, a reporting circle of three and somebody
 * who is their own manager, and nobody at the top.
 */
const unruly = (people: number, absent: number): string => {
  const rows = Array.from({ length: people }, (_, at) => {
    const manager = at < 3 ? `u${(at + 1) % 3}` : at === 3 ? 'u3' : at < 4 + absent ? `gone-${at}` : `u${Math.floor((at * 7) / 11)}`;
    return `u${at},Person ${at},Function ${at % 84},${manager}`;
  });
  return ['id,name,department,managerId', ...rows, ''].join('\n');
};

const expectUnrulyMatched = async (people: number, absent: number): Promise<void> => {
  desk.write('unruly.csv', unruly(people, absent));
  const report = await desk.report('unruly.csv');
  expect(everybodyIn(report)).toHaveLength(people);
  expect(report).toMatchObject({ participants: people, unmatched: [], proof: { optimal: true } });
  const warnings = report.warnings.join('\n');
  expect(warnings).toMatch(/report to each other in a circle: Person [012] → Person [012] → Person [012] → Person [012]\./u);
  expect(warnings).toContain('Person 3 is named as their own manager');
  expect(warnings).toContain(`${absent} people have managers who are not in the file: Person 10, `);
  expect(warnings).toContain('nobody stands at the top');
};

describe('a dry run of a whole organisation', () => {
  it('of 84 functions, without a top, with absent managers and a circle, is matched all the same', () => expectUnrulyMatched(380, 180));

  it('of more than a thousand people, 450 of them under absent managers, too', async ({ skip }) => {
    skip(mostParticipants < 1000, `skipped: the matching takes ${mostParticipants} people at most`);
    await expectUnrulyMatched(1000, 450);
  });

  it('[CP-15] [CP-20] [CP-22] of 350 invented leaders has new partners in each of eight rounds', () => playRounds(desk, invented, 8));

  it('[CP-20] [CP-22] of the 346 senior posts of a published organisation pairs everybody', async ({ skip }) => {
    skip(!existsSync(published), withoutPublished);
    await playRounds(desk, published, 1);
  });
});
