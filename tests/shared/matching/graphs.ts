/** A small deterministic generator, so that a failure can be run again. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export type Graph = { readonly n: number; readonly weight: Float64Array };

/** A random graph: density from 0 to 1, whole weights from 1 to `most`. */
export const randomGraph = (n: number, density: number, most: number, random: () => number): Graph => {
  const weight = new Float64Array(n * n);
  for (let u = 0; u < n; u += 1) {
    for (let v = u + 1; v < n; v += 1) {
      if (random() >= density) continue;
      weight[u * n + v] = 1 + Math.floor(random() * most);
      weight[v * n + u] = weight[u * n + v] ?? 0;
    }
  }
  return { n, weight };
};

/** The best value by trying everything: for each set of vertices, the lowest one stays alone or takes one of the others. */
export const bestBySubsets = ({ n, weight }: Graph): number => {
  const best = new Float64Array(1 << n);
  for (let set = 1; set < best.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    const rest = set & ~(1 << lowest);
    best[set] = best[rest] ?? 0;
    for (let other = lowest + 1; other < n; other += 1) {
      const value = weight[lowest * n + other] ?? 0;
      if ((rest & (1 << other)) === 0 || value === 0) continue;
      best[set] = Math.max(best[set] ?? 0, value + (best[rest & ~(1 << other)] ?? 0));
    }
  }
  return best[best.length - 1] ?? 0;
};

export const weightOfMatching = ({ n, weight }: Graph, mate: ArrayLike<number>): number => {
  let value = 0;
  for (let u = 0; u < n; u += 1) if ((mate[u] ?? -1) > u) value += weight[u * n + (mate[u] ?? 0)] ?? 0;
  return value;
};
