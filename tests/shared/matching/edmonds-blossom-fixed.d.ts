declare module 'edmonds-blossom-fixed' {
  /** The partner of each vertex, −1 for none. */
  const blossom: (edges: readonly (readonly [number, number, number])[], mostPairsFirst?: boolean) => number[];
  export = blossom;
}
