declare module 'edmonds-blossom-fixed' {
  /** The partner of each vertex, −1 for none. */
  export default function blossom(edges: readonly (readonly [number, number, number])[], mostPairsFirst?: boolean): number[];
}
