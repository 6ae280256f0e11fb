import { type PersonId, type ProposalId, proposalId } from '@coaching-pairs/shared/ids';
import type { Cost } from '@coaching-pairs/shared/matching/cost';
import { type Problem, problemOf, whyNot, whyThis } from '@coaching-pairs/shared/matching/problem';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { BoardEdit } from '@coaching-pairs/shared/round/board-edit';
import { withEdit } from '@coaching-pairs/shared/round/board-edits';
import { unlockedDrafts } from '@coaching-pairs/shared/round/locked';
import { draftProposal, isMember, type Proposal, sortedMembers } from '@coaching-pairs/shared/round/proposal';
import { inState, matchStates } from '@coaching-pairs/shared/round/round';
import type { MatchingAsked } from '../ports/matching.js';
import type { Versioned, VersionedContent, Written } from '../ports/rounds.js';
import type { Work } from '../ports/works.js';
import type { AskedWork } from './begin-work.js';
import { boardProblem } from './board-problem.js';
import { changeAsAdministrator, type Draft, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';
import { twosAmong } from './rules.js';
import { matchable } from './to-be-matched.js';

type OnBoard = AskedWork;
type Swap = OnBoard & { readonly one: PersonId; readonly other: PersonId };

const arranged = ({ participants, rules, options }: MatchingAsked): Problem => problemOf(participants, rules, options);

const problemFor = async (deps: Deps, all: VersionedContent, { actor }: Pick<OnBoard, 'actor'>): Promise<Problem> =>
  arranged(await boardProblem(deps, all, actor.personId));

const against = (problem: Problem, memberIds: readonly PersonId[]): readonly RuleReason[] =>
  twosAmong(memberIds).flatMap(([one, other]) => whyNot(problem, one, other));

const inFavour = (problem: Problem, memberIds: readonly PersonId[]) =>
  twosAmong(memberIds).flatMap(([one, other]) => whyThis(problem, one, other));

/**
 * Whether an administrator tries a match of their own. Another decides on those: by trying one after the other they would learn who has
 * said that they work closely with them (CP-21).
 */
const isOwn = ({ actor }: Pick<OnBoard, 'actor'>, memberIds: readonly PersonId[]): boolean => memberIds.includes(actor.personId);

/** May these people be proposed to each other? Every rule that says no, and what it would cost, for the organiser to read in words. */
export const checkPeople = async (
  deps: Deps,
  asked: { readonly roundId: AskedWork['roundId']; readonly actor: Actor; readonly memberIds: readonly PersonId[] },
): Promise<Result<{ readonly reasons: readonly RuleReason[]; readonly cost: Cost | null }, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  if (!areInPopulation(all.value, asked.memberIds)) return err({ code: 'not-found' });
  if (isOwn(asked, asked.memberIds)) return err({ code: 'own-match' });
  const matching = await boardProblem(deps, all.value, asked.actor.personId);
  const reasons = against(arranged(matching), asked.memberIds);
  if (reasons.length > 0) return ok({ reasons, cost: null });
  const cost = await deps.weighing.costOf(matching, asked.memberIds);
  return ok({ reasons, cost: cost.ok ? cost.value : null });
};

const draftNamed = (all: VersionedContent, id: ProposalId): Result<Versioned<Proposal>, Refusal> => {
  const found = all.proposals.find(({ value }) => value.id === id);
  if (found === undefined) return err({ code: 'not-found' });
  return found.value.state === 'draft' ? ok(found) : err({ code: 'not-open', state: found.value.state });
};

/** The board holds still while matches are drafted or sent. */
const isBusy = ({ kind, state }: Work): boolean =>
  (kind === 'draft-matches' || kind === 'send-proposals') && (state === 'waiting' || state === 'running');

/**
 * One change of the board after the other: each writes the round's own row again, so that of two at the same moment the
 * second is decided on what the first left.
 */
export const changeBoard = (
  deps: Deps,
  asked: OnBoard,
  decide: (all: VersionedContent) => Result<Draft | null, Refusal> | Promise<Result<Draft | null, Refusal>>,
): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, async (all) => {
    if ((await deps.works.list(asked.roundId)).some(isBusy)) return err({ code: 'work-running' });
    const decision = await decide(all);
    return decision.ok && decision.value !== null ? ok({ round: all.round, ...decision.value }) : decision;
  });

/** The round's own row with the change remembered, so that it can be taken back. */
const remembered = (
  deps: Deps,
  { round }: VersionedContent,
  asked: OnBoard,
  edit: Pick<BoardEdit, 'kind' | 'personIds' | 'before' | 'after'>,
) => ({
  round: { value: withEdit(round.value, { ...edit, id: asked.opId, by: asked.actor.personId, at: deps.clock.now() }), etag: round.etag },
});

/** Keeps a draft together when matches are drafted again, or no longer. */
export const lockDraft = (deps: Deps, asked: OnBoard & { readonly proposalId: ProposalId; readonly locked: boolean }) =>
  changeBoard(deps, asked, (all) => {
    const draft = draftNamed(all, asked.proposalId);
    if (!draft.ok) return draft;
    const { value, etag } = draft.value;
    if (value.locked === asked.locked) return ok(null);
    const kind = asked.locked ? 'lock' : 'unlock';
    const next = { ...value, locked: asked.locked };
    return ok({
      action: `draft.${kind}`,
      subject: { proposalId: asked.proposalId },
      proposals: [{ value: next, etag }],
      ...remembered(deps, all, asked, { kind, personIds: value.memberIds, before: [value], after: [next] }),
    });
  });

/** Takes a draft apart; its people are free again. Refused while it is locked. */
export const takeDraftApart = (deps: Deps, asked: OnBoard & { readonly proposalId: ProposalId }) =>
  changeBoard(deps, asked, (all) => {
    const draft = draftNamed(all, asked.proposalId);
    if (!draft.ok) return draft;
    const { value } = draft.value;
    const open = unlockedDrafts([value]);
    if (!open.ok) return open;
    return ok({
      action: 'draft.apart',
      subject: { proposalId: asked.proposalId },
      removedProposals: [draft.value],
      ...remembered(deps, all, asked, { kind: 'apart', personIds: value.memberIds, before: [value], after: [] }),
    });
  });

const handMade = (deps: Deps, problem: Problem, by: OnBoard, memberIds: readonly PersonId[]): Result<Written<Proposal>, Refusal> => {
  if (isOwn(by, memberIds)) return err({ code: 'own-match' });
  const reasons = against(problem, memberIds);
  if (reasons.length > 0) return err({ code: 'rule', members: memberIds, reasons });
  const id = proposalId(`hand-${deps.newId()}`);
  return ok({ value: draftProposal(id, memberIds, inFavour(problem, memberIds), { locked: false, byHand: true }), etag: null });
};

const draftWith = (all: VersionedContent, personId: PersonId): Versioned<Proposal> | undefined =>
  all.proposals.find(({ value }) => value.state === 'draft' && isMember(value, personId));

/** Drafts a match by hand from people who are free and in no other draft; refused with the rule that speaks against it. */
export const draftByHand = (deps: Deps, asked: OnBoard & { readonly memberIds: readonly PersonId[] }) =>
  changeBoard(deps, asked, async (all) => {
    const allowed = inState(all.round.value, 'matching', ...matchStates);
    if (!allowed.ok) return allowed;
    if (!areInPopulation(all, asked.memberIds)) return err({ code: 'not-found' });
    const free = new Set(await matchable(deps, all));
    const taken = asked.memberIds.filter((id) => !free.has(id) || draftWith(all, id) !== undefined);
    if (taken.length > 0) return err({ code: 'not-free', personIds: taken });
    const made = handMade(deps, await problemFor(deps, all, asked), asked, sortedMembers(asked.memberIds));
    if (!made.ok) return made;
    const { value } = made.value;
    const edit = { kind: 'pair', personIds: value.memberIds, before: [], after: [value] } as const;
    return ok({ action: 'draft.by-hand', proposals: [made.value], ...remembered(deps, all, asked, edit) });
  });

const replaced = (ids: readonly PersonId[], from: PersonId, to: PersonId): readonly PersonId[] => ids.map((id) => (id === from ? to : id));

const swapped = async (deps: Deps, all: VersionedContent, asked: Swap): Promise<Result<Draft, Refusal>> => {
  const { one, other } = asked;
  const [first, second] = [draftWith(all, one), draftWith(all, other)];
  const free = new Set(await matchable(deps, all));
  const unknown = [one, other].filter((id) => !free.has(id));
  if (unknown.length > 0) return err({ code: 'not-free', personIds: unknown });
  if (first === second) return err({ code: 'not-free', personIds: [one, other] });
  const old = [first, second].filter((draft) => draft !== undefined);
  const open = unlockedDrafts(old.map(({ value }) => value));
  if (!open.ok) return open;
  const problem = await problemFor(deps, all, asked);
  const made: Written<Proposal>[] = [];
  for (const draft of old) {
    const members = draft === first ? replaced(draft.value.memberIds, one, other) : replaced(draft.value.memberIds, other, one);
    const proposal = handMade(deps, problem, asked, members);
    if (!proposal.ok) return proposal;
    made.push(proposal.value);
  }
  const [before, after] = [old.map(({ value }) => value), made.map(({ value }) => value)];
  const edit = { kind: 'swap', personIds: [one, other], before, after } as const;
  return ok({ action: 'draft.swap', removedProposals: old, proposals: made, ...remembered(deps, all, asked, edit) });
};

/** Lets two people change places: of two drafts, or of a draft and one left over. Refused with the rule that it would break, and while one is locked. */
export const swapPeople = (deps: Deps, asked: Swap) =>
  changeBoard(deps, asked, async (all) => {
    const allowed = inState(all.round.value, 'matching', ...matchStates);
    if (!allowed.ok) return allowed;
    if (!areInPopulation(all, [asked.one, asked.other])) return err({ code: 'not-found' });
    return swapped(deps, all, asked);
  });
