import type { Deps } from './deps.js';

/** What is a reading of each store. Whatever else is called on it is taken for a write, which ends the memory. */
const readings = {
  rounds: [
    ...(['list', 'round', 'participant', 'proposal', 'pairs', 'pair', 'sessions', 'allSessions', 'everything', 'snapshot'] as const),
    ...(['audit', 'unreachable', 'told', 'messages', 'unsent'] as const),
  ],
  organisation: ['snapshot', 'audit', 'syncState'],
  zones: ['of', 'all'],
  pauses: ['of', 'all'],
  conversations: ['find'],
  reach: ['of'],
} as const satisfies { readonly [Store in keyof Deps]?: readonly (keyof Deps[Store])[] };

type Remembered = keyof typeof readings;
type Call = (...words: readonly unknown[]) => unknown;

/** What was read while something was written may be older than that. */
const writing = async (known: Map<string, unknown>, write: () => unknown): Promise<unknown> => {
  known.clear();
  try {
    return await write();
  } finally {
    known.clear();
  }
};

const readingOf = (known: Map<string, unknown>, about: string, read: () => unknown): unknown => {
  if (known.has(about)) return known.get(about);
  const answer = Promise.resolve(read());
  known.set(about, answer);
  // What could not be read is asked for again.
  answer.catch(() => known.delete(about));
  return answer;
};

/**
 * The stores for a question that changes nothing: a round is taken as it was read last, as long as nobody has written to it since. Whoever
 * may ask at all is looked up in the round's own row, each time.
 */
export const forQuestions = (deps: Deps): Deps => readOnce({ ...deps, rounds: { ...deps.rounds, everything: deps.rounds.snapshot } });

/**
 * The same stores, where what was read is not read again until something is written through them. Made for one message or one
 * request, and thrown away with it, so that nothing is remembered longer; what others write meanwhile is not seen, as with any
 * reading that is a moment old, and a write still finds its tag.
 */
export const readOnce = (deps: Deps): Deps => {
  const known = new Map<string, unknown>();
  const remembering = <Name extends Remembered>(name: Name): Deps[Name] => {
    const reads: readonly PropertyKey[] = readings[name];
    const through = (property: PropertyKey, call: Call): Call =>
      reads.includes(property)
        ? (...words) => readingOf(known, JSON.stringify([name, property, ...words]), () => call(...words))
        : (...words) => writing(known, () => call(...words));
    return new Proxy(deps[name], {
      get: (store, property) => {
        const call: unknown = Reflect.get(store, property);
        return typeof call === 'function' ? through(property, (...words) => Reflect.apply(call, store, words)) : call;
      },
    });
  };
  return {
    ...deps,
    rounds: remembering('rounds'),
    organisation: remembering('organisation'),
    zones: remembering('zones'),
    pauses: remembering('pauses'),
    conversations: remembering('conversations'),
    reach: remembering('reach'),
  };
};
