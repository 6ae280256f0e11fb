import type { Solution } from './engine/solution.js';

// Knows what a proof must show and shares nothing with the solver, so that an error there cannot hide itself.

const pairFaults = ({ mate }: Solution, worth: (one: number, other: number) => number): readonly string[] => {
  const faults: string[] = [];
  mate.forEach((partner, one) => {
    if (partner >= 0 && (partner === one || mate[partner] !== one || !(worth(one, partner) > 0))) faults.push(`no pair: ${one} ${partner}`);
  });
  return faults;
};

const priceFaults = (n: number, { prices, blossoms }: Solution): readonly string[] => {
  const faults: string[] = [];
  if (prices.length !== n || !prices.every((price) => price >= 0)) faults.push('a price is missing or negative');
  for (const { members, price } of blossoms) {
    if (!(price >= 0) || members.length % 2 === 0 || new Set(members).size !== members.length) faults.push('a blossom is not valid');
  }
  return faults;
};

/**
 * What is wrong with a matching of `n` people and its proof, empty when nothing is: pairs mutual and legal, all pairs covered by
 * the prices, and both sums equal, so that no better matching exists. `worth` is what a pair is worth, 0 where it is ruled out.
 */
export const solutionFaults = (n: number, worth: (one: number, other: number) => number, solution: Solution): readonly string[] => {
  const { mate, prices, blossoms } = solution;
  const around = blossoms.map(({ members, price }) => ({ members: new Set(members), price }));
  const shared = (one: number, other: number): number =>
    around.reduce((sum, { members, price }) => sum + (members.has(one) && members.has(other) ? price : 0), 0);
  const faults = [...pairFaults(solution, worth), ...priceFaults(n, solution)];
  let value = 0;
  for (let one = 0; one < n; one += 1) {
    for (let other = one + 1; other < n; other += 1) {
      const weight = worth(one, other);
      const lack = weight - (prices[one] ?? 0) - (prices[other] ?? 0);
      if (lack > 0 && lack > shared(one, other)) faults.push(`not covered: ${one} ${other}`);
      if (mate[one] === other) value += weight;
    }
  }
  const bound =
    prices.reduce((sum, price) => sum + price, 0) +
    blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, 0);
  return value === bound ? faults : [...faults, `worth ${value}, possible ${bound}`];
};
