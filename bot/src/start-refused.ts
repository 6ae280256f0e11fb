/** The process cannot start, for a reason that somebody can mend; the message says which, in plain words. */
export class StartRefused extends Error {}
