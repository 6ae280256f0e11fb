import type { Instant } from '@coaching-pairs/shared/ids';

/** The only source of the present time: production reads the machine's clock, tests and the sandbox advance their own. */
export type Clock = { now(): Instant };
