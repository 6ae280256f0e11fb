import { operationId, personId, plainDate, roundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { MeetingInOutlook } from '@coaching-pairs/shared/wire/rounds';
import type { Work } from '../ports/works.js';
import { dropAdministrator, nameAdministrator } from '../workflows/administrators.js';
import { turnToAwayday } from '../workflows/awayday/begin-awayday.js';
import { readAsAdministrator } from '../workflows/change-round.js';
import { endRound } from '../workflows/close-round.js';
import { recordReach } from '../workflows/decide-reach.js';
import { draftMatches } from '../workflows/draft-matches.js';
import { draftNumbersOf } from '../workflows/draft-numbers.js';
import { announceToAll, callToKickOff, inviteEverybody } from '../workflows/invite.js';
import { recordKickOff } from '../workflows/kick-off.js';
import { arrangeKickOff, cancelKickOff, followKickOff } from '../workflows/kick-off-meeting.js';
import { kitOf, writeKit } from '../workflows/kit.js';
import { changeAnswersBy } from '../workflows/move-answers-by.js';
import { changePlan } from '../workflows/open-round.js';
import { organisationOf } from '../workflows/organisation.js';
import { overviewOf } from '../workflows/overview.js';
import { chooseAudience, readAgain } from '../workflows/read-directory.js';
import type { Refusal } from '../workflows/refusal.js';
import { rememberNamed } from '../workflows/remember-named.js';
import { mayGoOn, resumeWork } from '../workflows/resume-work.js';
import { approveAndSend } from '../workflows/send-proposals.js';
import type { Signed, Trouble } from '../workflows/sessions/carry-out.js';
import { workView } from '../workflows/work-view.js';
import type { Call, Handlers } from './call.js';
import { exact } from './exact.js';
import { namedIn, planOf } from './organiser-handlers.js';

type RoundRoutes =
  | 'overview'
  | 'changePlan'
  | 'changeAnswersBy'
  | 'addAdministrator'
  | 'removeAdministrator'
  | 'chooseAudience'
  | 'syncDirectory'
  | 'work'
  | 'cancelWork'
  | 'resumeWork'
  | 'decideReach'
  | 'announceKickOff'
  | 'kit'
  | 'writeKit'
  | 'arrangeKickOff'
  | 'followKickOff'
  | 'cancelKickOff'
  | 'holdKickOff'
  | 'openInvitations'
  | 'draftNumbers'
  | 'beginMatching'
  | 'draftAgain'
  | 'sendProposals'
  | 'announcePairs'
  | 'beginAwayday'
  | 'closeRound';

type AnyCall = Pick<Call<'overview'>, 'deps' | 'words' | 'actor' | 'param'>;

const aboutRound = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

/** A change with its operation, in the form every use case takes. */
export const asked = (call: AnyCall & { readonly body: { readonly opId: string } }) => ({
  ...aboutRound(call),
  opId: operationId(call.body.opId),
});

const overviewAfter = async (call: AnyCall, done: Result<unknown, Refusal>) =>
  done.ok ? overviewOf(call.deps, call.words, aboutRound(call)) : done;

export const signed = ({ calendar, words }: Pick<Call<'arrangeKickOff'>, 'calendar' | 'words'>): Signed => ({
  calendar: calendar(),
  words,
});

/** How the caller's Outlook answered, as it travels. */
export const inOutlook = (done: Result<Trouble, Refusal>): Result<MeetingInOutlook, Refusal> =>
  done.ok ? ok({ calendar: done.value?.code ?? 'fine', claims: done.value?.code === 'sign-in-needed' ? done.value.claims : null }) : done;

const started = (work: Result<Work, Refusal>) => (work.ok ? ok({ workId: work.value.id }) : work);

const shown = async ({ deps, words }: AnyCall, work: Work | null) => {
  if (work === null) return err({ code: 'not-found' } as const);
  const { roundId: id } = work;
  const [organisation, round, works] = await Promise.all([organisationOf(deps), deps.rounds.round(id), deps.works.list(id)]);
  return ok(workView(words, organisation, work, round !== null && mayGoOn(round.value, work, works)));
};

const workOf = async (call: AnyCall, find: (id: ReturnType<typeof roundId>) => Promise<Work | null>) => {
  const { roundId: id, actor } = aboutRound(call);
  const allowed = await readAsAdministrator(call.deps, id, actor);
  return allowed.ok ? shown(call, await find(id)) : allowed;
};

/** What an administrator of a round may ask of it, but for the matching board. */
export const roundHandlers: Pick<Handlers, RoundRoutes> = {
  overview: (call) => overviewOf(call.deps, call.words, aboutRound(call)),

  changePlan: async (call) => {
    const plan = planOf(call.body.plan);
    const named = await rememberNamed(call.deps, namedIn(plan));
    return named.ok ? overviewAfter(call, await changePlan(call.deps, { ...asked(call), plan })) : named;
  },

  changeAnswersBy: async (call) =>
    overviewAfter(call, await changeAnswersBy(call.deps, { ...asked(call), answersBy: plainDate(call.body.answersBy) })),

  addAdministrator: async (call) =>
    overviewAfter(call, await nameAdministrator(call.deps, { ...asked(call), personId: personId(call.body.personId) })),
  removeAdministrator: async (call) => {
    const who = personId(call.body.personId);
    const removed = await dropAdministrator(call.deps, { ...asked(call), personId: who });
    return removed.ok ? ok({ stillMine: who !== call.actor.personId }) : removed;
  },

  chooseAudience: async (call) => started(await chooseAudience(call.deps, { ...asked(call), audience: call.body.audience })),
  syncDirectory: async (call) => started(await readAgain(call.deps, asked(call))),
  work: (call) => workOf(call, (id) => call.deps.works.read(id, call.param('workId'))),
  cancelWork: (call) => workOf(call, (id) => call.deps.works.cancel(id, call.param('workId'))),
  resumeWork: async (call) => {
    const resumed = await resumeWork(call.deps, { ...asked(call), workId: call.param('workId') });
    return resumed.ok ? shown(call, resumed.value) : resumed;
  },

  decideReach: async (call) => {
    const decisions = call.body.decisions.map(({ personId: who, levels }) => ({ personId: personId(who), levels }));
    return overviewAfter(call, await recordReach(call.deps, { ...asked(call), decisions }));
  },

  announceKickOff: async (call) => overviewAfter(call, await callToKickOff(call.deps, { ...asked(call), on: plainDate(call.body.on) })),
  kit: (call) => kitOf(call.deps, aboutRound(call)),
  writeKit: async (call) => {
    const { sheet, text } = call.body;
    const written = await writeKit(call.deps, { ...asked(call), sheet, text });
    return written.ok ? kitOf(call.deps, aboutRound(call)) : written;
  },
  arrangeKickOff: async (call) => {
    const { start, minutes, location } = call.body;
    return inOutlook(await arrangeKickOff(call.deps, signed(call), { ...asked(call), start: exact(start), minutes, location }));
  },
  followKickOff: async (call) => inOutlook(await followKickOff(call.deps, signed(call), asked(call))),
  cancelKickOff: async (call) => inOutlook(await cancelKickOff(call.deps, signed(call), asked(call))),
  holdKickOff: async (call) =>
    overviewAfter(call, await recordKickOff(call.deps, { ...asked(call), commonApproach: call.body.commonApproach })),
  openInvitations: async (call) => started(await inviteEverybody(call.deps, asked(call))),
  draftNumbers: (call) => draftNumbersOf(call.deps, { ...aboutRound(call), query: call.query }),
  beginMatching: async (call) => started(await draftMatches(call.deps, { ...asked(call), odd: call.body.odd })),
  draftAgain: async (call) => started(await draftMatches(call.deps, { ...asked(call), odd: call.body.odd })),
  sendProposals: async (call) => started(await approveAndSend(call.deps, asked(call))),
  announcePairs: async (call) => {
    const withoutPartner = call.body.withoutPartner.map(personId);
    return overviewAfter(call, await announceToAll(call.deps, { ...asked(call), withoutPartner }));
  },
  beginAwayday: async (call) => overviewAfter(call, await turnToAwayday(call.deps, asked(call))),
  closeRound: async (call) => overviewAfter(call, await endRound(call.deps, asked(call))),
};
