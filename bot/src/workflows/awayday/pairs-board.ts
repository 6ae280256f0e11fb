import { areNamesOpen, closingOf, proposedNamesBy } from '@coaching-pairs/shared/awayday/feedback-names';
import { type Feedback, memberIdsOf } from '@coaching-pairs/shared/awayday/feedback-record';
import { usualDay } from '@coaching-pairs/shared/awayday/plan';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Round } from '@coaching-pairs/shared/round/round';
import { localDayOf } from '@coaching-pairs/shared/time';
import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { Words } from '@coaching-pairs/shared/words/words';
import { readAsAdministrator } from '../change-round.js';
import type { Actor, Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';

type Asked = { readonly roundId: RoundId; readonly actor: Actor };

const stageOf = (deps: Deps, round: Round, feedback: Feedback | null): FeedbackBoard['stage'] => {
  if (feedback === null) return 'not-asked';
  if (feedback.announcedAt !== null) return 'announced';
  if (feedback.madeAt !== null) return 'made';
  return areNamesOpen(feedback, round, deps.clock.now()) ? 'asking' : 'closed';
};

/** A week before the Awayday, or before the day that is usual for it while none is fixed. */
const proposedFor = (deps: Deps, { awayday, endsOn, timeZone }: Round) =>
  proposedNamesBy(awayday?.day ?? usualDay(endsOn), localDayOf(deps.clock.now(), timeZone));

type Lists = Pick<FeedbackBoard, 'groups' | 'alone' | 'absent' | 'others'>;

/** Everybody by name, in the reader's alphabet. */
const listsOf = (words: Words, named: (id: PersonId) => Named, feedback: Feedback, population: readonly PersonId[]): Lists => {
  const byName = (one: Named, other: Named): number => words.compare(one.name, other.name);
  const people = (ids: readonly PersonId[]): Named[] => ids.map(named).sort(byName);
  const groups = feedback.groups.map(({ memberIds, locked }) => ({ members: people(memberIds), locked }));
  const known = new Set([...memberIdsOf(feedback).flat(), ...feedback.alone, ...feedback.absent]);
  return {
    groups: groups.sort((one, other) => words.compare(one.members[0]?.name ?? '', other.members[0]?.name ?? '')),
    alone: people(feedback.alone),
    absent: people(feedback.absent),
    others: feedback.announcedAt === null ? [] : people(population.filter((id) => !known.has(id))),
  };
};

const nothing: Lists = { groups: [], alone: [], absent: [], others: [] };

/**
 * The feedback pairs for an administrator. The numbers are those of the first time and of all people together: what somebody has named
 * is in nothing here, nor whether they have (CP-82).
 */
export const feedbackBoardOf = async (deps: Deps, words: Words, asked: Asked): Promise<Result<FeedbackBoard, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const round = all.value.round.value;
  const [row, organisation] = await Promise.all([deps.rounds.feedback(asked.roundId), organisationOf(deps)]);
  const feedback = row?.value ?? null;
  const population = all.value.content.participants.map(({ personId }) => personId);
  return ok({
    stage: stageOf(deps, round, feedback),
    open: round.state === 'active' || round.state === 'awayday',
    proposedBy: proposedFor(deps, round),
    namesBy: feedback?.namesBy ?? null,
    closesAt: feedback === null ? null : closingOf(feedback, round.timeZone),
    ...(feedback === null ? nothing : listsOf(words, namedIn(organisation), feedback, population)),
    counts: feedback?.counts ?? null,
    mayUndo: feedback?.before != null,
  });
};
