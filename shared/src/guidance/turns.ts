/** One part of a session; a turn belongs to one person, and is a moment and never a role (CP-02). */
export type Stage =
  | { readonly kind: 'arrive' | 'close'; readonly seconds: number }
  | { readonly kind: 'turn'; readonly personId: string; readonly seconds: number };

/** Arriving and closing take so long each, in seconds; less in a session that is short. */
const longestEdge = 300;

/**
 * In which order the members have their turns: it goes on by one with every session, so that each begins as often as any other (CP-61).
 * The same for all of them, whoever looks. `swapped` lets the next one begin instead.
 */
export const turnOrder = (members: readonly string[], session: number, swapped: boolean): readonly string[] => {
  const sorted = [...members].sort();
  if (sorted.length === 0) return [];
  const first = (Math.max(1, session) - 1 + (swapped ? 1 : 0)) % sorted.length;
  return [...sorted.slice(first), ...sorted.slice(0, first)];
};

/** A session of so many minutes: arriving, a turn of exactly the same length for each, closing (CP-61). */
export const stagesOf = (order: readonly string[], minutes: number): readonly Stage[] => {
  const total = Math.round(minutes * 60);
  const edge = Math.min(longestEdge, Math.floor(total / 12));
  const seconds = order.length === 0 ? 0 : Math.floor((total - 2 * edge) / order.length);
  const turns = order.map((personId): Stage => ({ kind: 'turn', personId, seconds }));
  return [{ kind: 'arrive', seconds: edge }, ...turns, { kind: 'close', seconds: total - edge - seconds * order.length }];
};

export type Moment = {
  /** Which stage it is; as many as there are once all are over. */
  readonly at: number;
  /** Seconds left of that stage. */
  readonly left: number;
};

/** Whatever takes its time. */
export type Timed = { readonly seconds: number };

/** Where a session stands after so many seconds. */
export const momentAfter = (stages: readonly Timed[], elapsed: number): Moment => {
  let begun = 0;
  for (const [at, { seconds }] of stages.entries()) {
    if (elapsed < begun + seconds) return { at, left: begun + seconds - Math.max(begun, elapsed) };
    begun += seconds;
  }
  return { at: stages.length, left: 0 };
};

/** After how many seconds a stage begins. */
export const beginOf = (stages: readonly Timed[], at: number): number => stages.slice(0, at).reduce((sum, { seconds }) => sum + seconds, 0);

/** Nothing but turns of exactly the same length, as feedback in pairs has them: two halves, or three thirds (CP-83). */
export const turnsAlone = (order: readonly string[], minutes: number): readonly Stage[] => {
  const seconds = order.length === 0 ? 0 : Math.floor((minutes * 60) / order.length);
  return order.map((personId) => ({ kind: 'turn', personId, seconds }));
};
