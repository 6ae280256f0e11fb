import { operationId, personId, proposalId, roundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { boardViews } from '@coaching-pairs/shared/wire/board';
import { costText } from '@coaching-pairs/shared/words/cost-text';
import { ruleReasonTexts } from '@coaching-pairs/shared/words/reason-text';
import { recordRepeats } from '../workflows/allow-repeats.js';
import { boardOf } from '../workflows/board.js';
import { type BoardWanted, boardPageOf } from '../workflows/board-page.js';
import { checkPeople, draftByHand, lockDraft, swapPeople, takeDraftApart } from '../workflows/edit-board.js';
import { namedIn, organisationOf } from '../workflows/organisation.js';
import { otherPartnersOf } from '../workflows/other-partners.js';
import { proofMatchesOf, proofOf } from '../workflows/proof.js';
import type { Refusal } from '../workflows/refusal.js';
import { settleSuggestion } from '../workflows/settle-suggestion.js';
import { undoLastEdit } from '../workflows/undo-edit.js';
import { withdrawMatch } from '../workflows/withdraw-match.js';
import type { Call, Handlers } from './call.js';
import { asked } from './round-handlers.js';

type BoardRoutes =
  | 'board'
  | 'boardPage'
  | 'proof'
  | 'proofMatches'
  | 'proofWhole'
  | 'lockProposal'
  | 'takeApart'
  | 'checkPeople'
  | 'otherPartners'
  | 'allowRepeats'
  | 'swapPeople'
  | 'pairByHand'
  | 'undoEdit'
  | 'passOnSuggestion'
  | 'withdrawMatch';
type AnyCall = Pick<Call<'board'>, 'deps' | 'words' | 'actor' | 'param'>;

const inRound = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

const board = (call: AnyCall) => boardOf(call.deps, call.words, inRound(call));

/** What was asked for by name; a list that is not there is that of the drafts. */
const wantedBy = ({ query, queried }: Pick<Call<'boardPage'>, 'query' | 'queried'>): BoardWanted => {
  const [asked, after, holding] = [queried('view'), queried('after'), queried('with')];
  return {
    view: asked === 'left' ? asked : (boardViews.find((one) => one === asked) ?? 'drafts'),
    ...{ text: query, fresh: queried('fresh') === 'yes' },
    ...(after === '' ? {} : { after }),
    ...(holding === '' ? {} : { holding }),
  };
};

const boardAfter = async (call: AnyCall, done: Result<unknown, Refusal>) => (done.ok ? board(call) : done);

const proposal = ({ param }: AnyCall) => proposalId(param('proposalId'));

/** What an administrator does on the matching board. */
export const boardHandlers: Pick<Handlers, BoardRoutes> = {
  board,
  boardPage: (call) => boardPageOf(call.deps, call.words, inRound(call), wantedBy(call)),
  proof: (call) => proofOf(call.deps, call.words, inRound(call)),
  proofMatches: (call) => proofMatchesOf(call.deps, call.words, inRound(call), call.queried('after') || undefined),
  proofWhole: (call) => proofOf(call.deps, call.words, inRound(call), true),
  lockProposal: async (call) =>
    boardAfter(call, await lockDraft(call.deps, { ...asked(call), proposalId: proposal(call), locked: call.body.locked })),
  takeApart: async (call) => boardAfter(call, await takeDraftApart(call.deps, { ...asked(call), proposalId: proposal(call) })),
  passOnSuggestion: async (call) =>
    boardAfter(call, await settleSuggestion(call.deps, { ...asked(call), proposalId: proposal(call), pass: call.body.pass })),
  withdrawMatch: async (call) => boardAfter(call, await withdrawMatch(call.deps, { ...asked(call), proposalId: proposal(call) })),
  swapPeople: async (call) => {
    const { one, other } = call.body;
    return boardAfter(call, await swapPeople(call.deps, { ...asked(call), one: personId(one), other: personId(other) }));
  },
  pairByHand: async (call) =>
    boardAfter(call, await draftByHand(call.deps, { ...asked(call), memberIds: call.body.memberIds.map(personId) })),
  undoEdit: async (call) => boardAfter(call, await undoLastEdit(call.deps, { ...asked(call), editId: operationId(call.body.editId) })),
  allowRepeats: async (call) => {
    const { pairs, allowed } = call.body;
    const twos = pairs.map(({ one, other }) => [personId(one), personId(other)] as const);
    return boardAfter(call, await recordRepeats(call.deps, { ...asked(call), pairs: twos, allowed }));
  },
  otherPartners: ({ deps, words, actor, param }) =>
    otherPartnersOf(deps, words, { roundId: roundId(param('roundId')), actor, personId: personId(param('personId')) }),
  checkPeople: async ({ deps, words, actor, param, body }) => {
    const memberIds = body.memberIds.map(personId);
    const checked = await checkPeople(deps, { roundId: roundId(param('roundId')), actor, memberIds });
    if (!checked.ok) return checked;
    const { reasons, cost } = checked.value;
    const named = namedIn(await organisationOf(deps));
    const texts = ruleReasonTexts(words, reasons, { kind: 'organiser' }, (id) => named(id).name);
    const allowed = reasons.length === 0;
    return ok({ allowed, reasons: allowed ? [] : [...texts], cost: cost === null ? null : costText(words, cost) });
  },
};
