import type { MessageId } from '../words/catalogues.js';

/** The ground rules of a pair, in the order in which they are read aloud (CP-60, CP-61, CP-63). */
export const groundRules = [
  'guidance.rule.equals',
  'guidance.rule.bothWays',
  'guidance.rule.ownLeadership',
  'guidance.rule.askFirst',
  'guidance.rule.goodWill',
  'guidance.rule.confidential',
  'guidance.rule.separate',
  'guidance.rule.present',
  'guidance.rule.freeToStop',
] as const satisfies readonly MessageId[];
