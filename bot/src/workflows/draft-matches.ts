import { operationId, type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { MatchOptions } from '@coaching-pairs/shared/matching/outcome';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { withoutEdits } from '@coaching-pairs/shared/round/board-edits';
import { beginMatching } from '@coaching-pairs/shared/round/moves';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { inState, matchStates, type Round } from '@coaching-pairs/shared/round/round';
import { freeToMatch, type RoundContent, triedTogether } from '@coaching-pairs/shared/round/standing';
import type { OddChoice } from '@coaching-pairs/shared/wire/board';
import type { Matching, MatchingProgress } from '../ports/matching.js';
import type { RoundChange, VersionedContent } from '../ports/rounds.js';
import type { Json } from '../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../ports/works.js';
import { type AskedWork, beginWork } from './begin-work.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { DraftInput, type DraftReport, trio } from './draft-report.js';
import { proposalsOf, reportOf } from './draft-result.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';
import { refused } from './refused.js';
import { rulesOf, twosAmong } from './rules.js';
import { isDraft, matchable, staysLocked, toBeMatched } from './to-be-matched.js';

/** Proposals a batch. */
const perStep = 40;

/** Whoever was locked together by hand was put together knowingly, also after an earlier match of theirs was withdrawn. */
const forbidden = (content: RoundContent, locks: readonly (readonly PersonId[])[]): readonly (readonly [PersonId, PersonId])[] => {
  const locked = locks.map((ids) => new Set(ids));
  return triedTogether(content)
    .flatMap(twosAmong)
    .filter((two) => !locked.some((ids) => two.every((id) => ids.has(id))));
};

const oddFor = (odd: OddChoice): Pick<MatchOptions, 'odd' | 'reserveId'> =>
  odd.kind === 'trio' ? { odd: 'trio' } : { odd: 'reserve', reserveId: personId(odd.personId) };

const optionsFor = ({ round, content }: VersionedContent, people: readonly PersonId[], odd: OddChoice): MatchOptions => {
  const drafts = content.proposals.filter(isDraft);
  const isLocked = staysLocked(people);
  const previous = drafts.filter((draft) => !isLocked(draft)).map((draft) => draft.memberIds);
  const locks = drafts.filter(isLocked).map((draft) => draft.memberIds);
  return {
    seed: round.value.seed,
    locks,
    forbid: forbidden(content, locks),
    ...oddFor(odd),
    ...(previous.length > 0 ? { previous } : {}),
  };
};

/** Matches elsewhere, telling how far it is; cancelled, or when the process stops, it ends at once and nothing of it is written. */
const matchFree = async (deps: Deps, matching: Matching, all: VersionedContent, { ending, progress }: WorkContext, odd: OddChoice) => {
  const participants = await matchable(deps, all);
  const rules = await rulesOf(deps, all.round.value);
  // What cannot be shown now is shown with the next progress; whoever stops the work is heard by `ending`.
  const onProgress = (now: MatchingProgress): void => void progress({ ...now, phase: 'matching' }).catch(() => undefined);
  return matching({ participants, rules, options: optionsFor(all, participants, odd) }, { ending, onProgress });
};

const inSteps = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / perStep) }, (_, index) => items.slice(index * perStep, (index + 1) * perStep));

const write = async (deps: Deps, { work }: WorkContext, part: string, change: Partial<RoundChange>): Promise<void> => {
  const audit = [done(deps, work.by, 'matches.draft', { roundId: work.roundId, part })];
  await deps.rounds.commit({ ...change, roundId: work.roundId, opId: operationId(`${work.id}.${part}`), audit });
};

/** Takes away the drafts that nobody locked, but for those this work has written, some forty at a time. */
const clearOld = async (deps: Deps, context: WorkContext): Promise<void> => {
  for (;;) {
    const all = await deps.rounds.everything(context.work.roundId);
    const isLocked = staysLocked(all === null ? [] : await matchable(deps, all));
    const old = (all?.proposals ?? []).filter(
      ({ value }) => isDraft(value) && !isLocked(value) && !value.id.startsWith(`${context.work.id}-`),
    );
    const [first] = old;
    if (first === undefined) return;
    // Named after its first draft, which is gone once it is done: a conflict is simply tried again.
    await write(deps, context, `old-${first.value.id}`, { removedProposals: old.slice(0, perStep) });
  }
};

/** The round as it is to go on once matches are found; refused where none may be drafted. */
const inMatching = ({ round, content }: VersionedContent): Result<Round, Refusal> => {
  const { value } = round;
  return value.state === 'inviting' ? beginMatching(value, freeToMatch(content).length) : inState(value, 'matching', ...matchStates);
};

const writeRound = (
  deps: Deps,
  { work }: WorkContext,
  part: 'begin' | 'found',
  next: (all: VersionedContent) => Result<Round, Refusal>,
): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const all = await deps.rounds.everything(work.roundId);
    if (all === null) return err({ code: 'not-found' });
    const value = next(all);
    if (!value.ok) return value;
    const audit = [done(deps, work.by, `matching.${part}`, { roundId: work.roundId })];
    const opId = operationId(`${work.id}.${part}`);
    return ok({ change: { roundId: work.roundId, opId, round: { value: value.value, etag: all.round.etag }, audit }, answer: null });
  });

/** The round is written as it is: a change of the board that began before is decided anew. */
const holdBoard = (deps: Deps, context: WorkContext): Promise<Result<null, Refusal>> =>
  writeRound(deps, context, 'begin', (all) => {
    const allowed = inMatching(all);
    return allowed.ok ? ok(all.round.value) : allowed;
  });

/** Ends joining time where it runs, once there is something to write: a matching that was stopped leaves the round as it was. */
const enterMatching = (deps: Deps, context: WorkContext): Promise<Result<null, Refusal>> =>
  writeRound(deps, context, 'found', (all) => {
    const next = inMatching(all);
    return next.ok ? ok(withoutEdits(next.value)) : next;
  });

type Drafted = { readonly proposals: readonly Proposal[]; readonly report: DraftReport };

const isDrafted = (state: unknown): state is Drafted => typeof state === 'object' && state !== null && 'proposals' in state;

/** The result this work writes: made once, and found again after an interruption, so that half of two is never mixed. */
const drafted = async (deps: Deps, matching: Matching, context: WorkContext, odd: OddChoice): Promise<Result<Drafted, Refusal>> => {
  const saved: unknown = context.resume;
  if (isDrafted(saved)) return ok(saved);
  const all = await deps.rounds.everything(context.work.roundId);
  if (all === null) return err({ code: 'not-found' });
  const result = await matchFree(deps, matching, all, context, odd);
  if (!result.ok) return result;
  const made = { proposals: proposalsOf(result.value, context.work.id), report: reportOf(result.value, all, odd) };
  await context.saveResume(JSON.parse(JSON.stringify(made)));
  return ok(made);
};

/**
 * Drafts matches for everybody who is free: locked drafts stay, earlier ones are disturbed little, and nobody is put
 * together who was before and declined. The drafts are for the organisers' eyes until they approve them (CP-25).
 */
export const draftMatchesHandler =
  (deps: Deps, matching: Matching) =>
  async (input: Json, context: WorkContext): Promise<WorkEnd> => {
    const { odd } = DraftInput.parse(input);
    const held = await holdBoard(deps, context);
    if (!held.ok) return refused(held.error);
    await context.progress({ done: 0, total: null, phase: 'matching' });
    const made = await drafted(deps, matching, context, odd);
    if (!made.ok) return refused(made.error);
    const { proposals, report } = made.value;
    await context.progress({ done: 0, total: proposals.length, phase: 'writing' });
    const entered = await enterMatching(deps, context);
    if (!entered.ok) return refused(entered.error);
    await clearOld(deps, context);
    for (const [index, step] of inSteps(proposals).entries()) {
      await write(deps, context, `new${index}`, { proposals: step.map((value) => ({ value, etag: null })) });
      await context.progress({ done: Math.min((index + 1) * perStep, proposals.length), total: proposals.length, phase: 'writing' });
    }
    return { kind: 'done', report };
  };

type AskedDraft = AskedWork & {
  /** What becomes of one too many; one match of three where nothing was chosen. */
  readonly odd?: OddChoice | undefined;
};

const draftable = async (deps: Deps, all: VersionedContent, odd: OddChoice): Promise<Result<unknown, Refusal>> => {
  const allowed = inState(all.round.value, 'inviting', 'matching', ...matchStates);
  if (!allowed.ok) return allowed;
  if (freeToMatch(all.content).length === 0) return err({ code: 'nobody-joined' });
  if (odd.kind === 'trio') return allowed;
  const reserveId = personId(odd.personId);
  const free = await toBeMatched(deps, all);
  return free.includes(reserveId) ? allowed : err({ code: 'reserve-not-free', personId: reserveId });
};

/**
 * Ends joining time where it still runs, and drafts matches for everybody who is free. Whoever is to stand by has to be free as well;
 * somebody of another round is as unknown as nobody (S-11).
 */
export const draftMatches = (deps: Deps, asked: AskedDraft): Promise<Result<Work, Refusal>> => {
  const { odd = trio, ...work } = asked;
  return beginWork(deps, { ...work, kind: 'draft-matches', input: { odd } }, async (all) =>
    odd.kind === 'reserve' && !areInPopulation(all, [personId(odd.personId)]) ? err({ code: 'not-found' }) : draftable(deps, all, odd),
  );
};
