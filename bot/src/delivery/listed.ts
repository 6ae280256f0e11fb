import type { Row } from '../ports/store.js';
import type { Wake } from './queue.js';

/**
 * Rows as the sweep of this very process has just read them, so that whoever is woken by it need not read them again. A row that was
 * changed since is noticed by its tag when it is claimed, and read then.
 */
export type Listed = {
  readonly keep: (row: Row) => void;
  /** Gives it away: the second time there is nothing. */
  readonly take: (wake: Wake) => Row | null;
};

/** The oldest go when there are more. */
const mostKept = 4_000;

const nameOf = ({ partition, key }: Wake): string => `${partition} ${key}`;

export const rowsListed = (): Listed => {
  const kept = new Map<string, Row>();
  return {
    keep: (row) => {
      kept.set(nameOf(row), row);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    take: (wake) => {
      const row = kept.get(nameOf(wake)) ?? null;
      kept.delete(nameOf(wake));
      return row;
    },
  };
};
