import { z } from 'zod';
import { longestInsight } from '../insights/insight.js';
import { pulseQuestions } from '../pulse/pulse.js';
import { fewestKeptDays, longestKeptDays } from '../retention/spans.js';
import { DateOnly, Id, InstantText, Named, OpId } from './parts.js';

const Question = z.enum(pulseQuestions);

/** What is told of the pulse when it is over, to everybody alike; one share for each question, in their order. */
export const PulseShown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-few') }),
  z.object({
    kind: z.literal('shown'),
    answers: z.int(),
    shares: z.array(z.object({ question: Question, kind: z.enum(['at-most', 'exactly', 'at-least']), yes: z.int() })),
  }),
]);
export type PulseShown = z.infer<typeof PulseShown>;

/** The closing pulse of a round as one of its people sees it; until it is over it tells of nobody but the reader. */
export const PulseView = z.object({
  /** `counting`: it is over and what may be told is being worked out. */
  state: z.enum(['not-opened', 'open', 'counting', 'over']),
  /** The last day for an answer; null while it is not opened. */
  until: DateOnly.nullable(),
  /** With fewer answers nothing is shown. */
  fewest: z.int(),
  /** Whether I am asked, and whether I have answered. */
  mine: z.enum(['not-asked', 'to-answer', 'answered']),
  result: PulseShown.nullable(),
});
export type PulseView = z.infer<typeof PulseView>;

export const AnswerPulse = z.object({
  opId: OpId,
  answers: z.object({ supported: z.boolean(), strengths: z.boolean(), impact: z.boolean(), trust: z.boolean() }),
});

/** The threshold is nobody's to choose (C-05). */
/** For how many days pairs keep what they share once the round is closed (C-10). */
export const KeepFor = z.object({ opId: OpId, keptDays: z.int().min(fewestKeptDays).max(longestKeptDays) });
export const OpenPulse = z.object({ opId: OpId, until: DateOnly });

/** The insights wall of a round, for those who take part. */
export const Insights = z.object({
  /** Whether there is a wall: an administrator puts it up, and it comes down with the end of the round. */
  open: z.boolean(),
  /** Whether I may put one more on it. */
  mayAdd: z.boolean(),
  /** Newest first. */
  insights: z.array(z.object({ id: Id, by: Named, text: z.string(), at: InstantText, mine: z.boolean() })),
});
export type Insights = z.infer<typeof Insights>;

export const AddInsight = z.object({ opId: OpId, text: z.string().max(longestInsight) });
export const WithdrawInsight = z.object({ opId: OpId, insightId: Id });

/** What the resources pages need beyond the guidance itself, which comes with the tab. */
export const Resources = z.object({
  /** The app by which links into the tab are made. */
  appId: z.string(),
  /** The rounds I belong to, newest first, with who organises them and an address that opens a chat with them; null where none can be opened. */
  rounds: z.array(z.object({ id: Id, name: z.string(), organisers: z.array(Named), chat: z.string().nullable() })),
});
export type Resources = z.infer<typeof Resources>;
