import { operationId, proposalId, roundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { answerInvitation } from '../workflows/answer-invitation.js';
import { answerProposal } from '../workflows/answer-proposal.js';
import { whoAmI } from '../workflows/my-rounds.js';
import { noteTabZone } from '../workflows/note-zone.js';
import type { Handlers } from './call.js';

type LeaderRoutes = 'me' | 'answerInvitation' | 'answerProposal';

/** What every leader may ask. */
export const leaderHandlers: Pick<Handlers, LeaderRoutes> = {
  me: async ({ deps, words, actor, timeZone }) => {
    if (timeZone !== null) await noteTabZone(deps, actor, timeZone);
    return ok(await whoAmI(deps, words, actor));
  },

  answerInvitation: async ({ deps, words, actor, body, param }) => {
    const about = { roundId: roundId(param('roundId')), opId: operationId(body.opId), actor };
    const { answer, disclosureVersion } = body;
    const done = await answerInvitation(deps, answer === 'joined' ? { ...about, answer, disclosureVersion } : { ...about, answer });
    return done.ok ? ok(await whoAmI(deps, words, actor)) : done;
  },

  answerProposal: async ({ deps, words, actor, body, param }) => {
    const about = { roundId: roundId(param('roundId')), proposalId: proposalId(param('proposalId')), actor };
    const done = await answerProposal(deps, { ...about, opId: operationId(body.opId), answer: body.answer });
    return done.ok ? ok(await whoAmI(deps, words, actor)) : done;
  },
};
