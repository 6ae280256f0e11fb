import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomFrom } from '../../shared/matching/graphs.js';
import { inventedOrganisation, shuffled } from '../../shared/matching/organisations.js';
import { type Desk, openDesk, peopleCsv } from './dry-run.js';

// Each runs the command several times, on machines that have other work to do.
vi.setConfig({ testTimeout: 120_000 });

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.remove());

/** Enough that trios, cycles, absent managers and people without a function come up. */
const seeds = [11, 12, 13, 14, 15];

describe('for any organisation', () => {
  it.each(seeds)('[CP-23] neither the order of the lines nor an exchange of job titles changes anything (%i)', async (seed) => {
    const random = randomFrom(seed);
    const { people } = inventedOrganisation(random, 17 + (seed % 7));
    const titles = shuffled(
      random,
      people.map(({ jobTitle }) => jobTitle),
    );
    desk.write('people.csv', peopleCsv(people));
    desk.write('in-another-order.csv', peopleCsv(shuffled(random, people)));
    desk.write('with-other-titles.csv', peopleCsv(people.map((person, at) => ({ ...person, jobTitle: titles[at] ?? null }))));
    const expected = { ...(await desk.report('people.csv')), seconds: 0 };
    expect({ ...(await desk.report('in-another-order.csv')), seconds: 0 }).toEqual(expected);
    expect({ ...(await desk.report('with-other-titles.csv')), seconds: 0 }).toEqual(expected);
  });
});
