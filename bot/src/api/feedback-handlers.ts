import { operationId, personId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Work } from '../ports/works.js';
import { changeFeedbackDay, undoFeedbackDay } from '../workflows/awayday/day.js';
import { feedbackPeople, myFeedback, saveFeedback } from '../workflows/awayday/nominate.js';
import { askNames, changeNamesBy } from '../workflows/awayday/nominate-ask.js';
import { lockFeedback, pairFeedback, swapFeedback } from '../workflows/awayday/pairs.js';
import { announceFeedbackPairs } from '../workflows/awayday/pairs-announce.js';
import { feedbackBoardOf } from '../workflows/awayday/pairs-board.js';
import type { Refusal } from '../workflows/refusal.js';
import type { Call, Handlers } from './call.js';

type MyRoutes = 'myFeedback' | 'saveFeedback' | 'feedbackPeople';
type BoardRoutes = 'feedbackBoard' | 'lockFeedback' | 'swapFeedback' | 'moveNamesBy' | 'changeFeedbackDay' | 'undoFeedbackDay';
type WorkRoutes = 'askNames' | 'pairFeedback' | 'announceFeedback';

type Any = Pick<Call<'feedbackBoard'>, 'deps' | 'words' | 'actor' | 'param'>;

const about = ({ actor, param }: Pick<Any, 'actor' | 'param'>) => ({ roundId: roundId(param('roundId')), actor });
const change = (call: Any & { readonly body: { readonly opId: string } }) => ({ ...about(call), opId: operationId(call.body.opId) });

const boardAfter = async (call: Any, done: Result<null, Refusal>) => (done.ok ? feedbackBoardOf(call.deps, call.words, about(call)) : done);
const started = (work: Result<Work, Refusal>) => (work.ok ? ok({ workId: work.value.id }) : work);

/** The feedback pairs of the Awayday: what each names for themselves, and what administrators do with pairs. */
export const feedbackHandlers: Pick<Handlers, MyRoutes | BoardRoutes | WorkRoutes> = {
  myFeedback: (call) => myFeedback(call.deps, about(call)),

  saveFeedback: async (call) => {
    const { attends, named } = call.body;
    const two = named === null ? null : { first: personId(named.first), second: personId(named.second) };
    const saved = await saveFeedback(call.deps, { ...change(call), attends, named: two });
    return saved.ok ? myFeedback(call.deps, about(call)) : saved;
  },

  feedbackPeople: (call) => feedbackPeople(call.deps, call.words, { ...about(call), query: call.query }),

  feedbackBoard: (call) => feedbackBoardOf(call.deps, call.words, about(call)),

  askNames: async (call) => started(await askNames(call.deps, { ...change(call), namesBy: plainDate(call.body.namesBy) })),

  moveNamesBy: async (call) => boardAfter(call, await changeNamesBy(call.deps, { ...change(call), namesBy: plainDate(call.body.namesBy) })),

  pairFeedback: async (call) => started(await pairFeedback(call.deps, change(call))),

  lockFeedback: async (call) => {
    const { memberIds, locked } = call.body;
    return boardAfter(call, await lockFeedback(call.deps, { ...change(call), memberIds: memberIds.map(personId), locked }));
  },

  swapFeedback: async (call) => {
    const [one, other] = call.body.personIds;
    return boardAfter(call, await swapFeedback(call.deps, { ...change(call), personIds: [personId(one), personId(other)] }));
  },

  announceFeedback: async (call) => started(await announceFeedbackPairs(call.deps, change(call))),

  changeFeedbackDay: async (call) => {
    const { gone, came } = call.body;
    return boardAfter(call, await changeFeedbackDay(call.deps, { ...change(call), gone: gone.map(personId), came: came.map(personId) }));
  },

  undoFeedbackDay: async (call) => boardAfter(call, await undoFeedbackDay(call.deps, change(call))),
};
