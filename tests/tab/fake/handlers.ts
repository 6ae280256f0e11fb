import type { Work } from '@coaching-pairs/shared/wire/parts';
import type { OpenRound } from '@coaching-pairs/shared/wire/rounds';
import type { RouteName } from '@coaching-pairs/shared/wire/routes';
import { auditHandlers } from './audit.js';
import { awaydayHandlers } from './awayday.js';
import { boardOf, boardPageOf, draftAll, numbersOf } from './board.js';
import { boardHandlers } from './board-handlers.js';
import { changed, proposalOf } from './changed.js';
import { choosingHandlers } from './choosing.js';
import { closingHandlers } from './closing.js';
import { deliveryOf, forget } from './delivery.js';
import { engagementHandlers } from './engagement.js';
import { feedbackHandlers } from './feedback.js';
import { healthWith } from './health.js';
import { kickOffHandlers } from './kick-off.js';
import { leadingHandlers } from './leading.js';
import { meetingHandlers } from './meetings.js';
import { noteHandlers } from './notes.js';
import { openingHandlers } from './opening.js';
import { pairHandlers } from './pair.js';
import { inventedLeaders } from './people.js';
import { apartHandlers, nothing, peoplePage } from './people-page.js';
import { progressHandlers } from './progress.js';
import { type FakeRound, now, overviewOf, roundPeopleOf } from './round.js';
import { roundAt } from './scenarios.js';
import { sessionHandlers } from './sessions.js';
import { answerSuggestion, nomineesFor, settle, suggest } from './suggestions.js';
import { twoTwoHandlers } from './two-two.js';
import { wishHandlers } from './wishes.js';
import { type Asked, type Handler, meOf, named, Refuse, roundOf, summaryOf, type World } from './world.js';

const begin = (round: FakeRound, text: string, finish: () => void, total = 40): { workId: string } => {
  const work: Work = { id: `work-${round.works.length + 1}`, kind: 'fake', state: 'running', done: 0, total, text, mayGoOn: false };
  round.works = [work];
  const timer = setInterval(() => {
    const current = round.works.find((one) => one.id === work.id);
    if (current === undefined || current.state !== 'running') return clearInterval(timer);
    const done = Math.min(total, current.done + total / 4);
    round.works = [{ ...current, done, state: done >= total ? 'done' : 'running', text: done >= total ? `${text} Done.` : text }];
    if (done >= total) finish();
  }, 150);
  timer.unref();
  return { workId: work.id };
};
const board = (world: World, asked: Asked): unknown => boardOf(roundOf(world, asked), asked.viewer);
const overview: Handler = (world, asked) => overviewOf(roundOf(world, asked), asked.viewer);
const people: Handler = (world, asked) => peoplePage(roundPeopleOf(roundOf(world, asked)), asked);
const me: Handler = (world, asked) => meOf(world, asked.viewer);
const delivery: Handler = (world, asked) => deliveryOf(roundOf(world, asked));
const dealtWith = changed((round, { body }) => forget(round, body.which), delivery);
const readDirectory: Handler = (world, asked) => {
  const round = roundOf(world, asked);
  return begin(round, 'Reading the directory.', () => {
    round.readAt = now;
    round.audience = round.audience ?? 'Everybody below Priya Shah';
    const last = round.people.at(-1);
    if (last !== undefined) round.uncertain.set(last.id, 'No manager is named in the directory.');
    round.notices = [
      {
        code: 'manager-missing',
        severity: 'warning',
        text: 'One person has no manager in the directory.',
        people: last === undefined ? [] : [last],
      },
    ];
  });
};

const drafting: Handler = (world, asked) => {
  const round = roundOf(world, asked);
  if (round.state === 'inviting') round.state = 'matching';
  round.odd = asked.body.odd;
  return begin(round, 'Drafting matches.', () => draftAll(round));
};

const answerMatch = (round: FakeRound, { viewer, params, body }: Asked): void => {
  if (answerSuggestion(round, viewer, params.proposalId ?? '', body.answer)) return;
  const proposal = proposalOf(round, params.proposalId);
  const acceptedBy = body.answer === 'accept' ? [...proposal.acceptedBy, viewer] : proposal.acceptedBy;
  const formed = proposal.members.every((one) => acceptedBy.includes(one.id));
  const next =
    body.answer === 'accept'
      ? { acceptedBy, state: formed ? ('formed' as const) : ('sent' as const) }
      : { state: 'being-reworked' as const, declinedBy: viewer };
  round.proposals = round.proposals.map((one) => (one.id === proposal.id ? { ...one, ...next } : one));
};

/** What the stand-in does for each route of the table. */
export const handlers: Readonly<Record<RouteName, Handler>> = {
  me,
  answerInvitation: changed((round, { viewer, body }) => round.answers.set(viewer, body.answer), me),
  answerProposal: changed(answerMatch, me),
  nominees: (world, asked) => nomineesFor(roundOf(world, asked), asked.viewer, asked.query),
  suggestPartner: changed((round, { viewer, body }) => suggest(round, viewer, body.personId), me),
  passOnSuggestion: changed((round, { params, body }) => settle(round, params.proposalId, body.pass), board),
  ...choosingHandlers(roundOf),
  ...sessionHandlers(roundOf),
  ...pairHandlers(roundOf),
  ...noteHandlers,
  ...twoTwoHandlers,
  ...engagementHandlers,
  ...meetingHandlers,
  ...awaydayHandlers,
  ...wishHandlers(roundOf),
  ...feedbackHandlers(roundOf),
  ...closingHandlers(roundOf),
  ...leadingHandlers(roundOf),
  ...progressHandlers(roundOf),
  ...openingHandlers(roundOf),
  ...auditHandlers(roundOf),
  pauseReminders: (world, asked) => {
    world.pausedUntil = asked.body.until;
    return meOf(world, asked.viewer);
  },
  rounds: ({ rounds }) => rounds.map(summaryOf),
  openRound: (world, asked: Asked & { body: ReturnType<typeof OpenRound.parse> }) => {
    const { viewer, body } = asked;
    const round = { ...roundAt('draft'), id: `round-${world.rounds.length + 1}`, plan: body.plan };
    world.rounds.unshift(round);
    if (body.audience !== undefined) readDirectory(world, { ...asked, params: { roundId: round.id } });
    return overviewOf(round, viewer);
  },
  searchPeople: (world, { query }) => ({
    people: world.everybody
      .filter((one) => one.name.toLowerCase().startsWith(query.toLowerCase()))
      .slice(0, 8)
      .map((one) => ({ ...one, mail: `${one.id}@example.com`, jobTitle: null })),
  }),
  searchGroups: (_world, { query }) => ({ groups: [{ id: 'group-1', name: `${query} leadership` }] }),
  functions: (world) => ({
    groups: world.groups,
    departments: [...new Set(inventedLeaders(12).map((one) => one.functionName ?? ''))].map((name) => ({ name, people: 2 })),
  }),
  saveFunctions: (world, asked) => {
    world.groups = asked.body.groups;
    return handlers.functions(world, asked);
  },
  overview,
  changePlan: changed((round, { body }) => {
    round.plan = { ...body.plan, administratorIds: round.plan.administratorIds };
  }, overview),
  changeAnswersBy: changed((round, { body }) => {
    round.plan = { ...round.plan, answersBy: body.answersBy };
  }, overview),
  addAdministrator: changed((round, { body }) => {
    round.plan = { ...round.plan, administratorIds: [...round.plan.administratorIds, body.personId] };
  }, overview),
  removeAdministrator: changed(
    (round, { body }) => {
      round.plan = { ...round.plan, administratorIds: round.plan.administratorIds.filter((id) => id !== body.personId) };
    },
    (_world, { viewer, body }) => ({ stillMine: body.personId !== viewer }),
  ),
  chooseAudience: readDirectory,
  syncDirectory: readDirectory,
  work: (world, asked) => roundOf(world, asked).works.find((one) => one.id === asked.params.workId),
  cancelWork: changed(
    (round) => {
      round.works = round.works.map((one) => ({ ...one, state: 'cancelled', text: 'Stopped.' }));
    },
    (world, asked) => roundOf(world, asked).works.find((one) => one.id === asked.params.workId),
  ),
  resumeWork: changed(
    (round, { params }) => {
      const work = round.works.find((one) => one.id === params.workId);
      round.works = work === undefined ? [] : [{ ...work, state: 'done', text: 'Written to 14 people.', mayGoOn: false }];
    },
    (world, asked) => roundOf(world, asked).works.find((one) => one.id === asked.params.workId),
  ),
  people,
  ...apartHandlers,
  correctPerson: changed((round, { params, body }) => {
    const id = params.personId ?? '';
    if (body.timeZone === undefined) return round.uncertain.delete(id);
    const zone = {
      name: body.timeZone ?? 'Europe/London',
      source: body.timeZone === null ? ('mailbox' as const) : ('correction' as const),
    };
    round.zones = new Map([...(round.zones ?? []), [id, zone]]);
  }, nothing),
  confirmTops: changed((round, { body }) => {
    for (const id of body.personIds) round.uncertain.delete(id);
  }, nothing),
  decideReach: changed((round, { viewer, body }, world) => {
    for (const { personId, levels } of body.decisions) {
      const others = round.reach.filter(({ person }) => person.id !== personId);
      const decision = { person: named(world, personId), levels, by: named(world, viewer), at: now };
      round.reach = levels === null ? others : [...others, decision];
    }
  }, overview),
  announceKickOff: changed((round, { body }) => {
    round.state = 'kick-off';
    round.kickOff = { on: body.on, heldAt: null, commonApproach: '', meeting: null };
  }, overview),
  ...kickOffHandlers,
  holdKickOff: changed((round, { body }) => {
    round.kickOff = { on: round.kickOff?.on ?? round.plan.startsOn, heldAt: now, commonApproach: body.commonApproach, meeting: null };
  }, overview),
  openInvitations: (world, asked) => {
    const round = roundOf(world, asked);
    round.state = 'inviting';
    return begin(round, 'Writing the invitations.', () => undefined);
  },
  draftNumbers: (world, asked) => numbersOf(roundOf(world, asked), asked.query),
  beginMatching: drafting,
  draftAgain: drafting,
  board,
  boardPage: (world, asked) => boardPageOf(roundOf(world, asked), asked),
  ...boardHandlers(board),
  sendProposals: (world, asked) => {
    const round = roundOf(world, asked);
    return begin(round, 'Sending the matches.', () => {
      round.state = 'proposed';
      round.waves += 1;
      round.proposals = round.proposals.map((one) => (one.state === 'draft' ? { ...one, state: 'sent', answerBy: '2026-12-18' } : one));
    });
  },
  withdrawMatch: changed((round, { params }) => {
    const ended = proposalOf(round, params.proposalId);
    if (ended.state === 'formed') throw new Refuse('This match is no longer open. What you see now is up to date.');
    round.proposals = round.proposals.map((one) => (one === ended ? { ...one, state: 'being-reworked' } : one));
  }, board),
  announcePairs: changed((round) => {
    round.state = 'active';
  }, overview),
  health: () => healthWith(),
  retryEverywhere: (_world, { body }) => healthWith(body.reason),
  dropEverywhere: (_world, { body }) => healthWith(body.reason),
  delivery,
  retryMessages: dealtWith,
  dropMessages: dealtWith,
  beginAwayday: changed((round) => {
    round.state = 'awayday';
  }, overview),
  closeRound: changed((round) => {
    round.state = 'closed';
  }, overview),
};
