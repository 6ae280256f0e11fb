export type Next = () => Promise<void>;
export type Link<Args> = (args: Args & { readonly next: Next }) => Promise<void> | void;

/**
 * Runs the links in order, each deciding through `next` whether the following one runs; after the last comes `end`.
 * A second `next()` from one link is a mistake of the program and is thrown.
 */
export async function runChain<Args extends object>(
  links: readonly Link<Args>[],
  args: Args,
  end: Next = async () => undefined,
): Promise<void> {
  const runFrom = async (position: number): Promise<void> => {
    const link = links[position];
    if (link === undefined) return end();
    let called = false;
    const next: Next = () => {
      if (called) throw new Error('next() was called twice by one link of the chain');
      called = true;
      return runFrom(position + 1);
    };
    await link({ ...args, next });
  };
  await runFrom(0);
}
