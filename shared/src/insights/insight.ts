import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Participant } from '../round/participation.js';
import { inState, type Round, type RoundRefusal, type RoundState } from '../round/round.js';

/** One or two are shared by whoever likes to (CP-84). */
export const mostInsights = 2;
/** Characters of one. */
export const longestInsight = 600;

/** Something personal that somebody chose to show to all of the round, with their name (CP-84, CP-85). */
export type Insight = { readonly id: string; readonly by: PersonId; readonly text: string; readonly at: Instant };

export type InsightRefusal =
  | { readonly code: 'wall-off' }
  | { readonly code: 'too-many-insights'; readonly most: number }
  | { readonly code: 'insight-empty' };

const wallStates = ['active', 'awayday'] as const satisfies readonly RoundState[];

/** Puts up the wall of a round. It is taken down by the end of the round alone: nobody removes by it what others have written. */
export const putUpWall = (round: Round): Result<Round, RoundRefusal> => {
  const allowed = inState(round, ...wallStates);
  return allowed.ok ? ok({ ...round, insightsWall: true }) : allowed;
};

/** Those who take part read the wall and write on it; nobody else does, whatever their role. */
export const readsWall = ({ answer }: Participant): boolean => answer === 'joined';

/** Whether something may be put on the wall now. */
export const isWallOpen = ({ insightsWall, state }: Round): boolean => insightsWall && state !== 'closed';

/** What is put on the wall, given what stands there. Refused while there is none, for an empty text, and beyond two of one person. */
export const addInsight = (round: Round, there: readonly Insight[], insight: Insight): Result<Insight, InsightRefusal> => {
  const text = insight.text.trim();
  if (!isWallOpen(round)) return err({ code: 'wall-off' });
  if (text === '') return err({ code: 'insight-empty' });
  if (there.filter(({ by }) => by === insight.by).length >= mostInsights) return err({ code: 'too-many-insights', most: mostInsights });
  return ok({ ...insight, text });
};
