/** What was published once about some people: from which numbers of yes among them it may come. */
export type Cut = { readonly people: readonly number[]; readonly fits: (yes: number) => boolean };

/** Everything that somebody has read, what they know of answers besides, and below how many people a sum is nobody's business. */
export type Attack = { readonly cuts: readonly Cut[]; readonly known: ReadonlyMap<number, boolean>; readonly threshold: number };

/** What follows with certainty: answers of single people, and the sums of groups below the threshold. */
export type Deduced = { readonly answers: ReadonlyMap<number, boolean>; readonly groups: readonly (readonly number[])[] };

type Atom = { readonly people: readonly number[]; readonly cuts: readonly number[] };

/** People of whom everything that was read says the same; nothing that is read tells one of them from another. */
const atomsOf = ({ cuts, known }: Attack): readonly Atom[] => {
  const people = [...new Set(cuts.flatMap((cut) => cut.people))].filter((one) => !known.has(one));
  const within = cuts.map((cut) => new Set(cut.people));
  const atoms = new Map<string, { readonly people: number[]; readonly cuts: readonly number[] }>();
  for (const one of people) {
    const inCuts = within.flatMap((members, at) => (members.has(one) ? [at] : []));
    const atom = atoms.get(inCuts.join()) ?? { people: [], cuts: inCuts };
    atom.people.push(one);
    atoms.set(inCuts.join(), atom);
  }
  return [...atoms.values()];
};

/** Every way in which the yes may be spread over the atoms so that all that was read is true. */
const spreads = (attack: Attack, atoms: readonly Atom[]): readonly (readonly number[])[] => {
  const knownYes = attack.cuts.map(({ people }) => people.filter((one) => attack.known.get(one) === true).length);
  const ways = (at: number, so: readonly number[]): readonly (readonly number[])[] => {
    const atom = atoms[at];
    if (atom === undefined) {
      const sumOf = (cut: number) => so.reduce((sum, yes, one) => sum + (atoms[one]?.cuts.includes(cut) === true ? yes : 0), 0);
      return attack.cuts.every(({ fits }, cut) => fits((knownYes[cut] ?? 0) + sumOf(cut))) ? [so] : [];
    }
    return Array.from({ length: atom.people.length + 1 }, (_none, yes) => ways(at + 1, [...so, yes])).flat();
  };
  return ways(0, []);
};

/** All unions of atoms with fewer people than the threshold. */
const smallUnions = (atoms: readonly Atom[], threshold: number): readonly (readonly number[])[] => {
  const grow = (at: number, chosen: readonly number[], people: number): readonly (readonly number[])[] => {
    const atom = atoms[at];
    if (atom === undefined) return chosen.length > 0 ? [chosen] : [];
    const without = grow(at + 1, chosen, people);
    return people + atom.people.length < threshold ? [...without, ...grow(at + 1, [...chosen, at], people + atom.people.length)] : without;
  };
  return grow(0, [], 0);
};

/**
 * An attacker who misses nothing: whatever holds in every world that fits what they read and know, and nothing else. Within an atom
 * people can be exchanged, so somebody's answer follows only where all of their atom said the same in every such world.
 */
export const deduce = (attack: Attack): Deduced => {
  const atoms = atomsOf(attack);
  const worlds = spreads(attack, atoms);
  if (worlds.length === 0) throw new Error('Nothing fits what was read: the attack itself is wrong.');
  const answers = atoms.flatMap(({ people }, at) => {
    const said = new Set(worlds.map((so) => so[at] ?? 0));
    const [only] = said;
    return said.size === 1 && (only === 0 || only === people.length) ? people.map((one) => [one, only !== 0] as const) : [];
  });
  const sumIn = (so: readonly number[], union: readonly number[]) => union.reduce((sum, at) => sum + (so[at] ?? 0), 0);
  const groups = smallUnions(atoms, attack.threshold).filter((union) => new Set(worlds.map((so) => sumIn(so, union))).size === 1);
  return { answers: new Map(answers), groups: groups.map((union) => union.flatMap((at) => atoms[at]?.people ?? [])) };
};
