import { operationId, type PersonId } from '@coaching-pairs/shared/ids';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { lacksHandler } from '@coaching-pairs/shared/round/administrators';
import { beginWave } from '@coaching-pairs/shared/round/moves';
import { endProposal, type Proposal, sendProposal } from '@coaching-pairs/shared/round/proposal';
import { type Round, takesMatches } from '@coaching-pairs/shared/round/round';
import * as z from 'zod';
import type { RoundChange, Versioned, VersionedContent, Written } from '../ports/rounds.js';
import type { Json } from '../ports/store.js';
import type { Work, WorkContext, WorkEnd } from '../ports/works.js';
import { type AskedWork, beginWork } from './begin-work.js';
import { decideAndCommit, done } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { refused } from './refused.js';
import { areClose, notBlocked, organisationCheck } from './rules.js';

const draftsOf = (all: VersionedContent): readonly Proposal[] => all.content.proposals.filter((proposal) => proposal.state === 'draft');

/** What was approved: these drafts and no others, whatever is drafted while they are being sent (CP-25). */
const Approved = z.object({ drafts: z.array(z.string()) });
type Approved = z.infer<typeof Approved>;

const approvedOf = (all: VersionedContent, { drafts }: Approved): readonly Proposal[] => {
  const approved = new Set(drafts);
  return draftsOf(all).filter((draft) => approved.has(draft.id));
};

const matchesOf = (proposals: readonly Proposal[]) => proposals.map(({ memberIds }) => memberIds);

const membersOf = (proposals: readonly Proposal[]): ReadonlySet<PersonId> => new Set(proposals.flatMap((proposal) => proposal.memberIds));

/** What stands against sending the drafts as they are: unconfirmed chains, lines of management (CP-24b), and who is kept apart. */
const checkDrafts = async (deps: Deps, round: Round, drafts: readonly Proposal[]): Promise<Result<null, Refusal>> => {
  if (drafts.length === 0) return err({ code: 'nothing-to-send' });
  const organisation = await organisationOf(deps);
  const doubtful = [...membersOf(drafts)].filter((id) => confirmation(organisation, id, round.topId).status === 'unconfirmed');
  if (doubtful.length > 0) return err({ code: 'chains-unconfirmed', personIds: doubtful });
  const rulesAmong = await organisationCheck(deps, round);
  for (const draft of drafts) {
    const reasons = rulesAmong(draft.memberIds);
    if (reasons.length > 0) return err({ code: 'rule', members: draft.memberIds, reasons });
  }
  return ok(null);
};

/** Approves the drafts and begins to send them: the human approval that comes before anybody sees a match (CP-25). */
export const approveAndSend = async (deps: Deps, asked: AskedWork): Promise<Result<Work, Refusal>> => {
  const all = await deps.rounds.everything(asked.roundId);
  const drafts = all === null ? [] : draftsOf(all);
  const checked = all === null ? ok(null) : await checkDrafts(deps, all.round.value, drafts);
  const input = { drafts: drafts.map((draft) => draft.id) };
  return beginWork(deps, { ...asked, kind: 'send-proposals', input }, (content) => {
    const wave = beginWave(content.round.value, matchesOf(drafts));
    return wave.ok ? checked : wave;
  });
};

const openWave = (deps: Deps, { work }: WorkContext, approved: Approved): Promise<Result<null, Refusal>> =>
  decideAndCommit<null>(deps.rounds.commit, async () => {
    const all = await deps.rounds.everything(work.roundId);
    if (all === null) return err({ code: 'not-found' });
    const drafts = approvedOf(all, approved);
    const checked = await checkDrafts(deps, all.round.value, drafts);
    if (!checked.ok) return checked;
    const next = beginWave(all.round.value, matchesOf(drafts));
    if (!next.ok) return next;
    const audit = [done(deps, work.by, 'proposals.approve', { roundId: work.roundId, wave: String(next.value.waves) })];
    const opId = operationId(`${work.id}.wave`);
    const change = { roundId: work.roundId, opId, round: { value: next.value, etag: all.round.etag }, audit };
    return ok({ change, answer: null });
  });

/**
 * Sends one draft in one batch with its members' rows and messages. A draft whose people are no longer free ends instead, and so does one
 * whose people have said in the very moment of drafting that they work closely together (CP-21): nobody can tell the two apart.
 */
const changeFor = async (deps: Deps, { work }: WorkContext, proposal: Versioned<Proposal>, wave: number): Promise<RoundChange | null> => {
  const { roundId } = work;
  const at = deps.clock.now();
  const rows = await Promise.all(proposal.value.memberIds.map((id) => deps.rounds.participant(roundId, id)));
  const able = await notBlocked(deps, proposal.value.memberIds);
  const free = rows.filter(
    (row) =>
      row !== null &&
      able.includes(row.value.personId) &&
      row.value.answer === 'joined' &&
      row.value.match.kind !== 'open' &&
      row.value.match.kind !== 'paired',
  );
  const opId = operationId(`${work.id}.${proposal.value.id}`);
  const audit = [done(deps, work.by, 'proposal.send', { roundId, proposalId: proposal.value.id })];
  if (free.length < proposal.value.memberIds.length || (await areClose(deps, roundId, proposal.value.memberIds))) {
    return { roundId, opId, proposals: [{ value: endProposal(proposal.value, 'redrafted', at), etag: proposal.etag }], audit };
  }
  const sent = sendProposal(proposal.value, wave, at);
  if (!sent.ok || sent.value === proposal.value) return null;
  const participants = rows
    .filter((row) => row !== null)
    .map(({ value, etag }) => ({ value: { ...value, match: { kind: 'open' as const, proposalId: proposal.value.id } }, etag }));
  const told = { roundId, opId, at, subject: { proposalId: proposal.value.id } };
  const proposals: readonly Written<Proposal>[] = [{ value: sent.value, etag: proposal.etag }];
  return { roundId, opId, proposals, participants, outbox: messagesTo(proposal.value.memberIds, 'proposal', told), audit };
};

/**
 * The people partner's own match stays a draft when whoever would look after it was removed since the approval, and nobody can be
 * removed while it goes out: its batch takes the round's row along, unchanged (CP-33).
 */
const lookedAfter = (round: Versioned<Round>, { memberIds }: Proposal, change: RoundChange | null): RoundChange | null => {
  if (change?.outbox === undefined || !memberIds.includes(round.value.peoplePartnerId)) return change;
  return lacksHandler(round.value, [memberIds]) ? null : { ...change, round };
};

const sendOne = (deps: Deps, context: WorkContext, id: Proposal['id'], wave: number) =>
  decideAndCommit(deps.rounds.commit, async () => {
    const { roundId } = context.work;
    const [round, proposal] = await Promise.all([deps.rounds.round(roundId), deps.rounds.proposal(roundId, id)]);
    // A round that was closed meanwhile sends nothing more.
    if (round === null || !takesMatches(round.value) || proposal?.value.state !== 'draft') return ok({ change: null, answer: null });
    const change = await changeFor(deps, context, proposal, wave);
    return ok({ change: lookedAfter(round, proposal.value, change), answer: null });
  });

/** The wave this work sends: begun by it, or found as it left it before an interruption. */
const waveOf = async (deps: Deps, context: WorkContext, approved: Approved): Promise<Result<number, Refusal>> => {
  if (typeof context.resume === 'number') return ok(context.resume);
  const opened = await openWave(deps, context, approved);
  if (!opened.ok) return opened;
  const round = await deps.rounds.round(context.work.roundId);
  const wave = round?.value.waves ?? 1;
  await context.saveResume(wave);
  return ok(wave);
};

/** Proposals on their way at the same time. */
const atOnce = 5;

/** What is still to be sent; looked at again after an interruption, during which lines of management may have changed (CP-24b). */
const stillToSend = async (deps: Deps, context: WorkContext, approved: Approved): Promise<Result<readonly Proposal[], Refusal>> => {
  const all = await deps.rounds.everything(context.work.roundId);
  const drafts = all !== null && takesMatches(all.round.value) ? approvedOf(all, approved) : [];
  if (all === null || drafts.length === 0) return ok([]);
  const checked = await checkDrafts(deps, all.round.value, drafts);
  return checked.ok ? ok(drafts) : checked;
};

/** Sends every approved draft as one wave, one batch a proposal (CP-24d); goes on where it stopped, in the same wave. */
export const sendProposalsHandler =
  (deps: Deps) =>
  async (input: Json, context: WorkContext): Promise<WorkEnd> => {
    const approved = Approved.parse(input);
    const wave = await waveOf(deps, context, approved);
    if (!wave.ok) return refused(wave.error);
    const toSend = await stillToSend(deps, context, approved);
    if (!toSend.ok) return refused(toSend.error);
    const drafts = toSend.value;
    for (let from = 0; from < drafts.length && !context.cancelled(); from += atOnce) {
      const sent = await Promise.all(drafts.slice(from, from + atOnce).map((draft) => sendOne(deps, context, draft.id, wave.value)));
      const failed = sent.find((one) => !one.ok);
      if (failed !== undefined && !failed.ok) return refused(failed.error);
      await context.progress({ done: Math.min(from + atOnce, drafts.length), total: drafts.length, phase: 'sending' });
    }
    return { kind: 'done', report: { wave: wave.value } };
  };
