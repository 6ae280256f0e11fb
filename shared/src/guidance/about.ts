import type { PlainDate } from '../ids.js';
import { plainDate } from '../ids.js';
import type { MessageId } from '../words/catalogues.js';

/** What Coaching Pairs is, in four short paragraphs (CP-11, CP-24, CP-63). */
export const aboutCoachingPairs = [
  'guidance.what.text',
  'guidance.what.voluntary',
  'guidance.what.trust',
  'guidance.what.noExperts',
] as const satisfies readonly MessageId[];

/** Where the idea comes from (CP-91). */
export const originUrl = 'https://www.coachingpairs.com/';
export const originName = 'coachingpairs.com';

/** Which version of the guidance this is, and when it was last revised (CP-95): both change with any of its words. */
export const guidanceVersion = 2;
export const guidanceRevisedOn: PlainDate = plainDate('2026-11-21');
