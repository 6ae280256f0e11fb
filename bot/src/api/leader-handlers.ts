import { operationId, personId, plainDate, proposalId, roundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import { answerInvitation } from '../workflows/answer-invitation.js';
import { answerProposal } from '../workflows/answer-proposal.js';
import { whoIsGuest } from '../workflows/coaches/guest.js';
import { eraseMine } from '../workflows/my-data/erase-mine.js';
import { myData } from '../workflows/my-data/my-data.js';
import { whoAmI } from '../workflows/my-rounds.js';
import { nomineesOf } from '../workflows/nominees.js';
import { noteTabZone } from '../workflows/note-zone.js';
import { pauseReminders } from '../workflows/pause-reminders.js';
import { noteSeen } from '../workflows/seen-administrators.js';
import { suggestPartner } from '../workflows/suggest-partner.js';
import type { Handlers } from './call.js';

type LeaderRoutes =
  | 'me'
  | 'myData'
  | 'eraseMyData'
  | 'answerInvitation'
  | 'answerProposal'
  | 'nominees'
  | 'suggestPartner'
  | 'pauseReminders';

/** What every leader may ask. */
export const leaderHandlers: Pick<Handlers, LeaderRoutes> = {
  me: async ({ deps, words, actor, timeZone }) => {
    if (actor.guest === true) return ok(await whoIsGuest(deps, actor));
    if (timeZone !== null) await noteTabZone(deps, actor, timeZone);
    const me = await whoAmI(deps, words, actor);
    await noteSeen(deps, actor, me.administers);
    return ok(me);
  },

  myData: ({ deps, actor }) => myData(deps, actor),
  eraseMyData: ({ deps, actor, body }) => eraseMine(deps, { actor, opId: operationId(body.opId) }),

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

  nominees: ({ deps, words, actor, param, query }) => nomineesOf(deps, words, { roundId: roundId(param('roundId')), actor, query }),

  suggestPartner: async ({ deps, words, actor, body, param }) => {
    const about = { roundId: roundId(param('roundId')), actor, opId: operationId(body.opId) };
    const done = await suggestPartner(deps, { ...about, nominee: personId(body.personId) });
    return done.ok ? ok(await whoAmI(deps, words, actor)) : done;
  },

  pauseReminders: async ({ deps, words, actor, body }) => {
    const paused = await pauseReminders(deps, { actor, until: body.until === null ? null : plainDate(body.until) });
    return paused.ok ? ok(await whoAmI(deps, words, actor)) : paused;
  },
};
