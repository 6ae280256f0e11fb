/** What the connector does wrong on purpose. `accepted…` faults happen after the message was delivered. */
export type Fault =
  | { readonly kind: 'throttled'; readonly retryAfter?: string }
  | { readonly kind: 'precondition' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'accepted-then-failed'; readonly status: number }
  | { readonly kind: 'accepted-then-cut' };

/** Whom the bot writes to, so that a fault can be kept for some of them. */
export type Delivery = { readonly method: string; readonly personId: string };

export type Faults = {
  /** The next `times` deliveries (of that person, where one is given) meet the fault. Faults are used up in the order they were given. */
  readonly inject: (fault: Fault, options?: { readonly times?: number; readonly personId?: string }) => void;
  readonly clear: () => void;
  /** The fault for this delivery, used up by asking. */
  readonly take: (delivery: Delivery) => Fault | undefined;
};

type Pending = { readonly fault: Fault; readonly personId: string | undefined; left: number };

export const createFaults = (): Faults => {
  let pending: Pending[] = [];
  return {
    inject: (fault, options = {}) => {
      pending.push({ fault, personId: options.personId, left: options.times ?? 1 });
    },
    clear: () => {
      pending = [];
    },
    take: ({ personId }) => {
      const found = pending.find((one) => one.personId === undefined || one.personId === personId);
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) pending = pending.filter((one) => one !== found);
      return found.fault;
    },
  };
};
