import { copyFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readOrganisation } from '../../acceptance/driver/organisation.js';
import { type Desk, everybodyIn, twosIn } from './dry-run.js';

/**
 * Successive rounds of an organisation, each with everything that earlier ones have written: nobody is paired twice with the
 * same partner, nor with their own function or line but for the round leader, and everybody is accounted for.
 */
export const playRounds = async (desk: Desk, file: string, rounds: number): Promise<void> => {
  const organisation = readOrganisation(file);
  copyFileSync(file, desk.path('people.csv'));
  desk.write('history.csv', 'a,b\n');
  const seen = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const report = await desk.report('people.csv', '--history', 'history.csv', '--out', 'round.csv');
    expect(everybodyIn(report)).toEqual(organisation.leaders.map(({ id }) => id).toSorted());
    expect(report.unmatched, `round ${round}`).toEqual([]);
    expect(report.proof.bound).toBe(report.proof.value + report.proof.gap);
    const inOneLine = twosIn(report).filter((two) => {
      const [one = '', other = ''] = two.split(' ');
      expect(organisation.functionOf(one), two).not.toBe(organisation.functionOf(other));
      return organisation.levelsBetween(one, other) !== undefined;
    });
    expect(inOneLine.length, 'only the round leader reaches less than the whole line').toBeLessThanOrEqual(1);
    for (const two of twosIn(report)) {
      expect(seen.has(two), `round ${round}: ${two}`).toBe(false);
      seen.add(two);
    }
    desk.write('history.csv', desk.read('history.csv') + desk.read('round.csv'));
  }
};
