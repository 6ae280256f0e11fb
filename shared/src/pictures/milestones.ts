import type { Instant, PlainDate } from '../ids.js';
import type { Round } from '../round/round.js';
import { localDayOf } from '../time.js';

export const milestoneKinds = ['kick-off', 'answers-by', 'start', 'pulse', 'awayday', 'end', 'closed'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export type Milestone = { readonly kind: MilestoneKind; readonly on: PlainDate; readonly stage: 'past' | 'today' | 'ahead' };

/**
 * The days of a round as everybody in it may know them, in their order: what was planned and written down, on the clock of the round's
 * zone. Nothing of when anybody answered, agreed or met.
 */
export const milestonesOf = (round: Round, now: Instant): readonly Milestone[] => {
  const { kickOff, answersBy, startsOn, pulse, awayday, endsOn, closedAt, timeZone } = round;
  const today = localDayOf(now, timeZone);
  const days: readonly (readonly [MilestoneKind, PlainDate | null])[] = [
    ['kick-off', kickOff?.on ?? null],
    ['answers-by', answersBy],
    ['start', startsOn],
    ['pulse', pulse?.until ?? null],
    ['awayday', awayday?.day ?? null],
    ['end', endsOn],
    ['closed', closedAt === null ? null : localDayOf(closedAt, timeZone)],
  ];
  return days
    .flatMap(([kind, on]) => (on === null ? [] : [{ kind, on, stage: on < today ? 'past' : on === today ? 'today' : 'ahead' } as const]))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
};
