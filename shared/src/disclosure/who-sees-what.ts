import type { MatchingMode } from '../round/round.js';

/** Bumped whenever a line below changes its meaning; people agree to the version they were shown (C-01). */
export const disclosureVersion = 1;

/** Those who may see something, from the narrowest circle outwards. */
export const circles = [
  'only-you',
  'you-and-partner',
  'you-and-asked',
  'people-partner',
  'administrators',
  'round-leader',
  'participants',
] as const;
export type Circle = (typeof circles)[number];

/**
 * Who sees what, line by line, as it stands before anybody joins. Each `what` names the message
 * `whoSees.<what>`, each circle the message `circle.<circle>`.
 */
export const whoSeesWhat = [
  { what: 'joining', circles: ['people-partner', 'administrators', 'round-leader', 'participants'] },
  { what: 'sittingOut', circles: ['people-partner', 'administrators'] },
  { what: 'wishes', circles: ['only-you'] },
  { what: 'proposedMatch', circles: ['you-and-partner', 'people-partner', 'administrators', 'round-leader'] },
  { what: 'decline', circles: ['people-partner'] },
  { what: 'pair', circles: ['participants'] },
  { what: 'feedbackNames', circles: ['only-you'] },
  { what: 'notes', circles: ['only-you'] },
  { what: 'agreement', circles: ['you-and-partner'] },
  { what: 'sessions', circles: ['you-and-partner'] },
  { what: 'rhythm', circles: ['people-partner', 'administrators'] },
  { what: 'conversations', circles: ['you-and-partner'] },
] as const satisfies readonly { readonly what: string; readonly circles: readonly Circle[] }[];

const instead: Readonly<Record<string, readonly WhoSees[]>> = {
  proposedMatch: [{ what: 'asking', circles: ['you-and-asked'] }],
  decline: [],
  pair: [{ what: 'openPair', circles: ['people-partner', 'administrators', 'round-leader', 'participants'] }],
};

type WhoSees = (typeof whoSeesWhat)[number] | { readonly what: 'asking' | 'openPair'; readonly circles: readonly Circle[] };

/** The same for a round in which partners are chosen in the open: what is asked and refused stays between the two (tension 3). */
export const whoSeesWhatIn = (mode: MatchingMode): readonly WhoSees[] =>
  mode === 'proposed' ? whoSeesWhat : whoSeesWhat.flatMap((line) => instead[line.what] ?? [line]);

/** What the product cannot prevent, whatever it does itself; each names the message `limits.<name>` (C-01). */
export const limits = ['chat', 'delegates', 'exchange', 'keys'] as const;
