import { operationId, personId, proposalId, roundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { answerAsk } from '../workflows/choosing/answer-ask.js';
import { askPartner } from '../workflows/choosing/ask-partner.js';
import { choosingBoardOf, choosingNewsOf } from '../workflows/choosing/board.js';
import { openBoard, pairInPerson } from '../workflows/choosing/run-board.js';
import { overviewOf } from '../workflows/overview.js';
import type { Refusal } from '../workflows/refusal.js';
import type { Call, Handlers } from './call.js';

type ChoosingRoutes = 'choosingBoard' | 'choosingNews' | 'askPartner' | 'answerAsk' | 'openChoosing' | 'pairInPerson';

type AnyCall = Pick<Call<'choosingBoard'>, 'deps' | 'words' | 'actor' | 'param'>;

const about = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });
const asked = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({ ...about(call), opId: operationId(call.body.opId) });

const boardAfter = async (call: AnyCall, done: Result<unknown, Refusal>) =>
  done.ok ? choosingBoardOf(call.deps, call.words, about(call)) : done;
const overviewAfter = async (call: AnyCall, done: Result<unknown, Refusal>) =>
  done.ok ? overviewOf(call.deps, call.words, about(call)) : done;

/** Choosing partners in the open. */
export const choosingHandlers: Pick<Handlers, ChoosingRoutes> = {
  choosingBoard: (call) => choosingBoardOf(call.deps, call.words, about(call)),
  choosingNews: (call) => choosingNewsOf(call.deps, call.words, about(call), call.query),
  askPartner: async (call) => boardAfter(call, await askPartner(call.deps, { ...asked(call), personId: personId(call.body.personId) })),
  answerAsk: async (call) => {
    const { answer } = call.body;
    return boardAfter(call, await answerAsk(call.deps, { ...asked(call), proposalId: proposalId(call.param('proposalId')), answer }));
  },
  openChoosing: async (call) => overviewAfter(call, await openBoard(call.deps, asked(call))),
  pairInPerson: async (call) => {
    const [one, other] = call.body.personIds;
    return overviewAfter(call, await pairInPerson(call.deps, { ...asked(call), memberIds: [personId(one), personId(other)] }));
  },
};
