/** A list of edges that grows; every edge stands in it once. */
export type Edges = {
  count: number;
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
};

/** The neighbours of vertex u are `neighbour[start[u]]` up to, but without, `neighbour[start[u + 1]]`; each edge stands at both its ends. */
export type Graph = {
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
};

export const createEdges = (room: number): Edges => ({
  count: 0,
  from: new Int32Array(room),
  to: new Int32Array(room),
  weight: new Float64Array(room),
});

const widen = (edges: Edges): void => {
  const room = Math.ceil(edges.from.length * 1.5) + 16;
  const { from, to, weight } = edges;
  edges.from = new Int32Array(room);
  edges.to = new Int32Array(room);
  edges.weight = new Float64Array(room);
  edges.from.set(from);
  edges.to.set(to);
  edges.weight.set(weight);
};

export const addEdge = (edges: Edges, from: number, to: number, weight: number): void => {
  if (edges.count === edges.from.length) widen(edges);
  edges.from[edges.count] = from;
  edges.to[edges.count] = to;
  edges.weight[edges.count] = weight;
  edges.count += 1;
};

/** Whether one end of an edge was listed from the other, whose edges stand one after the other. */
export const isListed = ({ to }: Edges, begin: number, end: number, place: number): boolean => {
  for (let edge = begin; edge < end; edge += 1) if (to[edge] === place) return true;
  return false;
};

/** Where the neighbours of each vertex begin. */
const startsOf = (n: number, { count, from, to }: Edges): Int32Array => {
  const start = new Int32Array(n + 1);
  for (let edge = 0; edge < count; edge += 1) {
    const u = (from[edge] ?? 0) + 1;
    const v = (to[edge] ?? 0) + 1;
    start[u] = (start[u] ?? 0) + 1;
    start[v] = (start[v] ?? 0) + 1;
  }
  for (let vertex = 0; vertex < n; vertex += 1) start[vertex + 1] = (start[vertex + 1] ?? 0) + (start[vertex] ?? 0);
  return start;
};

/** Room for the neighbours: that of a graph before, where it is enough; otherwise some more than is needed now. */
const roomFor = (count: number, before: Graph | null): Pick<Graph, 'neighbour' | 'weight'> => {
  if (before !== null && before.neighbour.length >= count) return before;
  const room = Math.ceil(count * 1.25);
  return { neighbour: new Int32Array(room), weight: new Float64Array(room) };
};

/** The graph of some edges. It takes the place of the one `before`, which cannot be used any more. */
export const graphOf = (n: number, edges: Edges, before: Graph | null = null): Graph => {
  const start = startsOf(n, edges);
  const next = start.slice(0, n);
  const { neighbour, weight } = roomFor(2 * edges.count, before);
  for (let edge = 0; edge < edges.count; edge += 1) {
    const u = edges.from[edge] ?? 0;
    const v = edges.to[edge] ?? 0;
    const worth = edges.weight[edge] ?? 0;
    const atU = next[u] ?? 0;
    next[u] = atU + 1;
    neighbour[atU] = v;
    weight[atU] = worth;
    const atV = next[v] ?? 0;
    next[v] = atV + 1;
    neighbour[atV] = u;
    weight[atV] = worth;
  }
  return { start, neighbour, weight };
};
