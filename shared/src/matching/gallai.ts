/** Why no larger matching exists (Gallai 1964, Edmonds 1965): a barrier, and the odd groups that have no way past it. */
export type Structure = { readonly barrier: readonly number[]; readonly groups: readonly (readonly number[])[] };

type Growth = {
  readonly mate: Int32Array;
  /** 0 not reached, 1 even, 2 odd. */
  readonly label: Uint8Array;
  readonly cameFrom: Int32Array;
  readonly around: Int32Array;
  readonly waiting: number[];
};

/** The vertex that stands for the group a vertex has been shrunk into. */
const standsFor = (around: Int32Array, vertex: number): number => {
  let root = vertex;
  while ((around[root] ?? root) !== root) root = around[root] ?? root;
  for (let here = vertex; here !== root; ) {
    const next = around[here] ?? root;
    around[here] = root;
    here = next;
  }
  return root;
};

/** The group one step nearer to the root of an even group, −1 for the root itself. */
const towardsRoot = ({ mate, cameFrom, around }: Growth, even: number): number => {
  const partner = mate[even] ?? -1;
  return partner < 0 ? -1 : standsFor(around, cameFrom[partner] ?? partner);
};

const meetingOf = (growth: Growth, one: number, other: number): number => {
  const passed = new Set<number>();
  let [here, there] = [one, other];
  while (here >= 0 || there >= 0) {
    if (here >= 0) {
      if (passed.has(here)) return here;
      passed.add(here);
      here = towardsRoot(growth, here);
    }
    [here, there] = [there, here];
  }
  return -1;
};

/** Shrinks the way from an even group to the meeting point into it; the odd vertices on it become even. */
const absorb = (growth: Growth, from: number, meeting: number): void => {
  const { mate, label, cameFrom, around, waiting } = growth;
  for (let even = from; even !== meeting; ) {
    const odd = mate[even] ?? -1;
    const next = standsFor(around, cameFrom[odd] ?? odd);
    label[odd] = 1;
    waiting.push(odd);
    around[even] = meeting;
    around[odd] = meeting;
    even = next;
  }
};

const visit = (growth: Growth, vertex: number, isEdge: (u: number, v: number) => boolean): void => {
  const { mate, label, cameFrom, around, waiting } = growth;
  for (let other = 0; other < mate.length; other += 1) {
    const partner = mate[other] ?? -1;
    if (other === vertex || label[other] === 2 || !isEdge(vertex, other)) continue;
    if (label[other] === 0) {
      label[other] = 2;
      cameFrom[other] = vertex;
      if (partner < 0) continue;
      label[partner] = 1;
      waiting.push(partner);
      continue;
    }
    const [one, two] = [standsFor(around, vertex), standsFor(around, other)];
    if (one === two) continue;
    const meeting = meetingOf(growth, one, two);
    if (meeting < 0) continue;
    absorb(growth, one, meeting);
    absorb(growth, two, meeting);
  }
};

/** Grows alternating trees from everybody whom a largest matching leaves alone. */
export const structureOf = (mate: Int32Array, isEdge: (u: number, v: number) => boolean): Structure => {
  const growth: Growth = {
    mate,
    label: Uint8Array.from(mate, (partner) => (partner < 0 ? 1 : 0)),
    cameFrom: new Int32Array(mate.length).fill(-1),
    around: Int32Array.from(mate, (_, vertex) => vertex),
    waiting: [...mate.keys()].filter((vertex) => (mate[vertex] ?? -1) < 0),
  };
  for (const vertex of growth.waiting) visit(growth, vertex, isEdge);
  const groups = new Map<number, number[]>();
  const barrier: number[] = [];
  growth.label.forEach((label, vertex) => {
    if (label === 2) barrier.push(vertex);
    if (label !== 1) return;
    const root = standsFor(growth.around, vertex);
    groups.set(root, [...(groups.get(root) ?? []), vertex]);
  });
  return { barrier, groups: [...groups.values()] };
};
