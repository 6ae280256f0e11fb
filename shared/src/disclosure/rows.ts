/** Fields below one place in an answer that tell the same fact. */
export const all = <Fact extends string>(prefix: string, fact: Fact, names: readonly string[]): Readonly<Record<string, Fact>> =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, fact]));
