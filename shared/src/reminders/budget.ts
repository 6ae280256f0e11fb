/** Unprompted messages to one person in one round (CP-73). */
export const mostMessages = 14;

/**
 * How much depends on a message, the least first. `early`: the first of two reminders. `news`: what its reader also finds in the tab.
 * `last-call`: the last reminder before a last day. `essential`: the question itself and what comes of it, such as a match or a pair.
 */
export const weights = ['early', 'news', 'last-call', 'essential'] as const;
export type Weight = (typeof weights)[number];

/** After so many messages, one of this weight is not sent any more; the room that is left belongs to what weighs more. */
const roomFor: Readonly<Record<Exclude<Weight, 'essential'>, number>> = { early: 7, news: 9, 'last-call': 10 };

/**
 * Whether one more message of this weight may go to somebody who got so many in the round (CP-73). A match and a pair always go:
 * the last four of the fourteen are theirs, and only somebody whose matches come to nothing again and again could read more.
 */
export const fitsBudget = (weight: Weight, told: number): boolean => weight === 'essential' || told < roomFor[weight];
